"""The shapes of the window: one style sheet over Fusion, filled with a theme's colours."""

import dataclasses
from string import Template

import resources
from road_gui.colours import Colours

# Four lengths are all there are: 4, 8, 12 and 16 pixels; corners are 6, of small things 4.
_SHEET = Template("""
QToolTip {
    background: $tooltip; color: #ffffff; border: 1px solid $control_border; padding: 4px 6px;
}
QMainWindow, QDialog { background: $window; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel#qt_msgbox_informativelabel { min-width: 360px; }

QMenuBar { background: $window; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $control_pressed; }
QMenu { background: $raised; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text_disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text_soft; padding: 2px 8px; }

QPushButton {
    background: $control; border: 1px solid $control_border; border-radius: 6px;
    padding: 5px 12px; min-height: 18px;
}
QPushButton:hover { background: $control_hover; }
QPushButton:pressed, QPushButton:checked { background: $control_pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $text_disabled; border-color: $border; background: $window; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled {
    background: $border; color: $text_disabled; border-color: $border;
}
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $link; padding: 2px 0;
    text-align: left;
}
QPushButton[role="link"]:disabled {
    color: $text_disabled; background: transparent; border-color: transparent;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $accent; }

QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px;
}
QToolButton:hover { background: $control_hover; border-color: $border; }
QToolButton:pressed { background: $control_pressed; }
QToolButton:checked { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $text_disabled; }
QToolButton[role="tight"] { padding: 5px 4px; }
QToolButton::menu-indicator { image: none; }

#navigation { background: $raised; border-right: 1px solid $border; }
#navigation QToolButton { border-radius: 8px; padding: 8px 1px; color: $text_soft; }
#navigation QToolButton:hover { background: $control_hover; border-color: transparent; }
#navigation QToolButton:checked {
    background: $selected; color: $text; border-color: transparent; font-weight: 600;
}
#navigation QToolButton:focus { border-color: $accent; }

#panel { background: $raised; border-left: 1px solid $border; }
#panel[side="left"] { border-left: none; border-right: 1px solid $border; }
#panel QScrollArea, #panelContent { background: transparent; border: none; }
#bottomBar { background: $raised; border-top: 1px solid $border; }
#metrics, #metrics QHeaderView, #metrics QHeaderView::section { background: transparent; }
#metrics QHeaderView::section { padding: 4px 3px; }
#toolBar { background: $window; border-bottom: 1px solid $border; }
#dropArea { background: $base; }
#welcomeCard { background: $raised; border: 1px solid $border; border-radius: 6px; }
#welcomeCard QLabel { background: transparent; }
#tourBar { background: $selected; border-top: 1px solid $border; }
#tourBar QLabel { background: transparent; }
#rowNote { background: $stripe; border-top: 1px solid $border; }
#rowNote QLabel { background: transparent; }

QToolButton[role="section"], QToolButton[role="subsection"] {
    background: transparent; padding: 5px 0; margin-left: -4px; border-radius: 4px;
}
QToolButton[role="section"] { font-weight: 600; }
QToolButton[role="subsection"] { color: $link; }
QToolButton[role="subsection"]:disabled { color: $text_disabled; }
QToolButton[role="section"]:hover, QToolButton[role="subsection"]:hover {
    background: $control_hover; border-color: transparent;
}
QToolButton[role="section"]:focus, QToolButton[role="subsection"]:focus { border-color: $accent; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="soft"] { color: $text_soft; }
QLabel[role="bad"] { color: $bad; }
QLabel:disabled, QLabel[role="soft"]:disabled { color: $text_disabled; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QTextBrowser {
    background: $base; border: 1px solid $control_border; border-radius: 6px;
    padding: 3px 7px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 20px; }
QAbstractSpinBox QLineEdit {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: $accent;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $window; color: $text_disabled; border-color: $border;
}
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $control_border; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 1px 1px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 1px 1px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
    background: $control_hover; border-radius: 4px;
}
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled { image: none; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 15px; height: 15px; border: 1px solid $control_border; border-radius: 4px;
    background: $base;
}
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox:focus { color: $link; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QCheckBox:disabled { color: $text_disabled; }

QRadioButton { spacing: 8px; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 8px;
    background: $base;
}
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 4px solid $accent; background: $on_accent;
}
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator:disabled { border-color: $border; background: $window; }

QPushButton[role="sample"] { min-height: 44px; font-size: 18px; }

QTableView {
    background: $base; border: none; outline: none; gridline-color: transparent;
    selection-background-color: $selected; selection-color: $text;
}
QTableView[role="framed"] { border: 1px solid $control_border; border-radius: 6px; }
QTableView[role="framed"]::item { padding: 0 9px; }
QTreeView {
    background: $base; border: 1px solid $control_border; border-radius: 6px; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QTreeView:focus { border-color: $accent; }
QTreeView::item { min-height: 26px; }
QTreeView::item:selected { background: $selected; color: $text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url("$icons/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$icons/chevron-down.svg"); }
QTreeView::indicator {
    width: 15px; height: 15px; border: 1px solid $control_border; border-radius: 4px;
    background: $base;
}
QTreeView::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QTreeView::indicator:indeterminate { background: $track; border-color: $accent; }
QTreeView::indicator:disabled { background: $window; border-color: $border; }
QTreeView::indicator:checked:disabled, QTreeView::indicator:indeterminate:disabled {
    background: $text_disabled; border-color: $text_disabled;
}
QTreeView:disabled { background: $window; color: $text_disabled; border-color: $border; }
QHeaderView { background: $base; border: none; }
QHeaderView::section {
    background: $base; color: $text_soft; border: none; border-bottom: 1px solid $border;
    padding: 6px 12px; font-weight: 500;
}
#results QHeaderView::section { padding: 6px 8px; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    width: 10px; height: 10px; subcontrol-origin: padding; subcontrol-position: top center;
}
QHeaderView::up-arrow { image: url("$icons/chevron-up.svg"); }
QHeaderView::down-arrow { image: url("$icons/chevron-down.svg"); }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $base; border: none; }

QProgressBar {
    background: $track; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; text-align: right;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $text_disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $base;
    border: 1px solid $control_border;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border-color: $accent; }
QSlider::sub-page:horizontal:disabled { background: $control_border; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def render(colours: Colours) -> str:
    """Return the style sheet in these colours."""
    icons = resources.path_of("icons").as_posix()
    # The mark in a checked box has to stand out from the accent, which is pale when dark.
    mark = "check-pale" if colours.on_accent == "#ffffff" else "check-deep"
    return _SHEET.substitute(dataclasses.asdict(colours), icons=icons, check=f"{icons}/{mark}.svg")
