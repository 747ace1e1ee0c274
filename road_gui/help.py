"""The dialogs of the Help menu: keys, log, and what the program is made of."""

import importlib.metadata
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QFontDatabase, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import plain_text
from road_gui.back_ends import back_ends
from road_gui.icons import pixmap
from road_gui.log import bug_report, log_text, versions

translate = QCoreApplication.translate

_PACKAGES = {
    "ROAD Studio": "road-studio",
    "Qt for Python": "PySide6-Essentials",
    "NumPy": "numpy",
    "Numba": "numba",
    "SciPy": "scipy",
    "soundfile": "soundfile",
    "soxr": "soxr",
    "sounddevice": "sounddevice",
    "pyqtgraph": "pyqtgraph",
    "platformdirs": "platformdirs",
}
_SYSTEM_TEXTS = Path("/usr/share/common-licenses")
_ADDRESSES = {
    "LGPL-3": "https://www.gnu.org/licenses/lgpl-3.0.html",
    "GPL-3": "https://www.gnu.org/licenses/gpl-3.0.html",
}


class KeysDialog(QDialog):
    """All keys, by menu."""

    def __init__(self, menus: Iterable[tuple[str, list[QAction]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 560)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Keys"))
        self.text.setHtml("".join(_keys_as_html(title, actions) for title, actions in menus))
        _lay_out(self, [self.text])


class LogDialog(QDialog):
    """The last lines of the log."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.resize(760, 480)
        text = QPlainTextEdit(log_text() or self.tr("Nothing has happened yet."))
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("Log"))
        buttons = _lay_out(self, [text])
        copy = buttons.addButton(
            self.tr("Copy for a bug report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(bug_report())


class AboutDialog(QDialog):
    """What this is, of which parts, and under which terms."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ROAD Studio"))
        self.resize(620, 560)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Text of the licence"))
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Licence of"))
        for title, package in _PACKAGES.items():
            self._choice.addItem(f"{title} – {_licence_name(package)}", package)
        self._choice.currentIndexChanged.connect(self._show_licence)
        self._show_licence()
        _lay_out(self, [self._head(), self._choice, self._text])

    def _head(self) -> QWidget:
        sign = QLabel()
        sign.setPixmap(pixmap("road-studio", 72, "#000000", self.devicePixelRatioF()))
        found = versions()
        title = QLabel(f"ROAD Studio {found.pop('ROAD Studio')}")
        title.setProperty("role", "title")
        what = QLabel(
            self.tr("Encoder, decoder and player for fractal audio.")
            + "\n"
            + ", ".join(f"{name} {version}" for name, version in found.items())
            + "\n"
            + "\n".join(back_ends())
        )
        what.setObjectName("facts")
        what.setWordWrap(True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what.setProperty("role", "soft")
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(what)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return head

    @Slot()
    def _show_licence(self) -> None:
        self._text.setPlainText(_licence_text(str(self._choice.currentData())))


def _lay_out(dialog: QDialog, widgets: list[QWidget]) -> QDialogButtonBox:
    """Stack widgets above a Close button; return the box with the button."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return buttons


def _keys_as_html(title: str, actions: list[QAction]) -> str:
    rows = [
        f"<tr><td width='170'><b>{_keys_text(action)}</b></td><td>{plain_text(action)}</td></tr>"
        for action in actions
        if keys_of(action)
    ]
    return f"<h3>{title}</h3><table cellpadding='3'>{''.join(rows)}</table>" if rows else ""


def keys_of(action: QAction) -> list[QKeySequence]:
    """Return the keys of an action, those too that work only elsewhere than here and now."""
    return action.shortcuts() or action.property("keys") or []


def _keys_text(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(form) for keys in keys_of(action))


def _licence_name(package: str) -> str:
    try:
        facts = importlib.metadata.metadata(package)
    except importlib.metadata.PackageNotFoundError:
        return "?"
    names = [facts[key] for key in ("License-Expression", "License") if key in facts]
    return names[0].splitlines()[0][:60] if names and names[0] else "?"


def _licence_text(package: str) -> str:
    """Return the licence that a package was installed with."""
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    names = ("licen", "copying")
    texts = [
        file.read_text(encoding="utf-8")
        for file in files
        if file.name.lower().startswith(names) and file.suffix in ("", ".txt", ".md", ".rst")
    ]
    return "\n\n".join(texts) or _known_texts(_licence_name(package))


def _known_texts(name: str) -> str:
    """Return the texts of licences that come with the system, or where they are to be read."""
    texts = [name]
    for licence, address in _ADDRESSES.items():
        if f"{licence}.0-only" not in name:
            continue
        try:
            texts.append((_SYSTEM_TEXTS / licence).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            say = translate("AboutDialog", "The text of {licence} is to be read at {address}")
            texts.append(say.format(licence=licence, address=address))
    return "\n\n".join(texts)
