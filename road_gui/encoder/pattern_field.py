"""A field for the names of converted files."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from road_codec import PATTERN_FIELDS, ParameterError, Pattern
from road_gui.icons import icon
from road_gui.messages import explain

_PLAIN = "{name}"
_ICON = QSize(18, 18)


class PatternField(QWidget):
    """Edits a `Pattern`, offers its fields in a menu, and says what is wrong with it.

    Parameters
    ----------
    text : str
        The pattern to begin with; empty for the names of the sources.

    Signals
    -------
    changed()
        After the text has changed.
    """

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(text)
        self.edit.setPlaceholderText(_PLAIN)
        self.problem = QLabel()
        self.problem.setProperty("role", "bad")
        self.problem.setWordWrap(True)
        self.insert = QToolButton()
        self._lay_out()
        self._fill_menu()
        self.edit.textChanged.connect(self._follow)
        self._follow()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    @property
    def pattern_text(self) -> str | None:
        """The pattern, None where files are called as their sources."""
        text = self.edit.text().strip()
        return None if text in ("", _PLAIN) else text

    def pattern(self) -> Pattern | None:
        """Return the pattern, None where files are called as their sources.

        Raises
        ------
        ParameterError
            If it is none.
        """
        return None if self.pattern_text is None else Pattern(self.pattern_text)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Names"))
        label.setBuddy(self.edit)
        self.edit.setAccessibleName(self.tr("Names"))
        tip = self.tr(
            "What files are called, without the ending: fields in braces stand for what is known "
            "of a file, a slash makes a folder. Empty: as the sources."
        )
        self.edit.setToolTip(tip)
        self.edit.setAccessibleDescription(tip)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.problem)

    def _fill_menu(self) -> None:
        words = {
            "name": self.tr("name of the source"),
            "codec": self.tr("codec"),
            "preset": self.tr("preset"),
            "title": self.tr("title, or the name"),
            "artist": self.tr("artist"),
            "album": self.tr("album"),
            "track": self.tr("number of the track"),
            "folder": self.tr("folder of the source"),
        }
        menu = QMenu(self)
        for field in PATTERN_FIELDS:
            action = menu.addAction(f"{{{field}}}\t{words.get(field, '')}")
            action.setData(f"{{{field}}}")
        menu.triggered.connect(self._insert)
        self.insert.setIcon(icon("braces"))
        self.insert.setIconSize(_ICON)
        self.insert.setMenu(menu)
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.insert.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.insert.setAccessibleName(self.tr("Insert a field into the names"))
        self.insert.setToolTip(self.tr("Insert what is known of a file"))

    @Slot(QAction)
    def _insert(self, action: QAction) -> None:
        self.edit.insert(str(action.data()))
        self.edit.setFocus()

    @Slot()
    def _follow(self) -> None:
        try:
            self.pattern()
        except ParameterError as error:
            self.problem.setText(explain(error).sentence)
            self.problem.show()
        else:
            self.problem.hide()
        self.changed.emit()
