"""Actions, and the buttons that are their faces."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from road_gui.icons import icon

_ICON = QSize(18, 18)


class ActionButton(QPushButton):
    """Shows an action's text and icon, follows its state and triggers it."""

    def __init__(
        self, action: QAction, *, primary_icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._has_own_icon = bool(primary_icon)
        self.setIconSize(_ICON)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Many can be clicked once, and with them the keys would go to whatever comes next.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if primary_icon:
            self.setProperty("role", "primary")
            self.setIcon(icon(primary_icon, QPalette.ColorRole.HighlightedText))
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setText(plain_text(action))
        self.setAccessibleName(plain_text(action))
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        if not self._has_own_icon:
            self.setIcon(action.icon())


def tool_button(action: QAction, *, with_text: bool = True) -> QToolButton:
    """Return a flat button for a tool bar that can be reached by keyboard."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(_ICON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(plain_text(action))
    if with_text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def make_action(
    owner: QObject, text: str, *, keys: str = "", picture: str = "", tip: str = ""
) -> QAction:
    """Return an action that tells its keys in its tip.

    Parameters
    ----------
    owner : QObject
        Who keeps it.
    text : str
        What a menu shows.
    keys : str
        Its shortcut, as in ``"Ctrl+O"``.
    picture : str
        Name of its icon.
    tip : str
        One sentence; without one the text has to do.
    """
    action = QAction(text, owner)
    if keys:
        action.setShortcut(QKeySequence(keys))
    if picture:
        action.setIcon(icon(picture))
    action.setIconText(plain_text(action))
    action.setStatusTip(tip)
    action.setToolTip(tip_of(action))
    # Only where it is asked for: on most desktops menus go without pictures.
    action.setIconVisibleInMenu(False)
    return action


class PageActions(QObject):
    """What the actions of pages have in common: some carry a value, and all zoom by the same keys.

    Signals
    -------
    zoom_requested(float)
        Come closer by a factor.

    Attributes
    ----------
    zooms : list of QAction
        In and out.
    """

    zoom_requested = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.zooms = [
            self._valued(self.tr("Zoom &in"), "+", 1.6, self._zoom, "zoom-in"),
            self._valued(self.tr("Zoom &out"), "-", 1 / 1.6, self._zoom, "zoom-out"),
        ]
        self.zooms[0].setShortcuts([QKeySequence("+"), QKeySequence("=")])

    def _valued(
        self, text: str, keys: str, value: float, slot: object, picture: str = "", tip: str = ""
    ) -> QAction:
        """Return an action that calls a slot, which asks `value_of` its sender."""
        action = make_action(self, text, keys=keys, picture=picture, tip=tip)
        action.setData(value)
        action.triggered.connect(slot)
        return action

    @Slot()
    def _zoom(self) -> None:
        self.zoom_requested.emit(value_of(self.sender()))


def value_of(sender: QObject | None) -> float:
    """Return the value of an action that was triggered."""
    return float(sender.data()) if isinstance(sender, QAction) else 0.0


def plain_text(action: QAction) -> str:
    """Return the text of an action without the mark of its key and without its dots."""
    return action.text().replace("&", "").removesuffix("…")


def tip_of(action: QAction) -> str:
    """Return what an action does, with its keys."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.statusTip() or plain_text(action)
    return f"{text} ({keys})" if keys else text


def add_to(widget: QWidget, actions: Iterable[QAction | None]) -> None:
    """Add actions to a menu, or to what makes one of its actions; None stands for a line."""
    for action in actions:
        if action is not None:
            widget.addAction(action)
            continue
        line = QAction(widget)
        line.setSeparator(True)
        widget.addAction(line)
