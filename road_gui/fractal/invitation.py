"""What the page shows without maps: how to open a file, or why the one that was opened has none."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import ActionButton
from road_gui.elided_label import ElidedLabel
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.look import NoMaps
from road_gui.icons import pixmap
from road_gui.messages import explain, path_text, percent_text
from road_gui.theme import Theme

_PICTURE = 80
_WIDTH = 560
_STEPS = 1000


class Invitation(QFrame):
    """A picture, a sentence, and a way on.

    Signals
    -------
    copy_requested(Path)
        A sound without maps is to be encoded and looked at.
    stop_requested()
        It is not, after all.
    """

    copy_requested = Signal(object)
    stop_requested = Signal()

    def __init__(self, commands: FractalActions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dropArea")
        self._theme = theme
        self._path: Path | None = None
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH // 2)
        self.bar.setAccessibleName(self.tr("The sound is being encoded"))
        self.encode = QPushButton(self.tr("Encode as ROAD and look"))
        self.encode.setProperty("role", "primary")
        self.encode.setToolTip(
            self.tr("The copy is temporary: it goes when something else is looked at")
        )
        self.stop = QPushButton(self.tr("Stop"))
        self.choose = ActionButton(commands.choose)
        self._lay_out()
        self.encode.clicked.connect(self._ask)
        self.stop.clicked.connect(self.stop_requested)
        theme.changed.connect(self._draw_picture)
        self._draw_picture()
        self.invite()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        column.addWidget(self.title)
        column.addWidget(self.message)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.encode, self.stop, self.choose):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addStretch(4)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addWidget(middle)
        row.addStretch()

    def invite(self) -> None:
        """Say what a file is dropped here for."""
        self._path = None
        self.title.setText(self.tr("Drop a ROAD file here to see how it works"))
        self._say(
            self.tr(
                "Its sound is cut into ranges, and each is made from another part of the same "
                "sound."
            )
        )
        self._show_buttons(can_encode=False, runs=False)

    def refuse(self, found: NoMaps) -> None:
        """Say what was opened, and why there are no maps."""
        self._path = found.path
        name = found.path.name
        self.title.setText(self.tr("{name} has no maps to show").format(name=name))
        self.title.setToolTip(path_text(found.path))
        if not found.can_be_encoded:
            self._say(explain(found.error).line, "bad")
        elif found.codec:
            self._say(
                self.tr(
                    "It was encoded by {codec}, which does not describe a sound by parts of "
                    "itself: there are no ranges, and nothing that they would be mapped from. "
                    "Its decoded sound can be encoded as ROAD, into a temporary copy."
                ).format(codec=found.codec)
            )
        else:
            self._say(
                self.tr(
                    "It is a sound that is not encoded: it holds samples. Which part of it "
                    "resembles which is what an encoder finds out; it can do so now, into a "
                    "temporary copy."
                )
            )
        self._show_buttons(can_encode=found.can_be_encoded, runs=False)

    def show_progress(self, share: float) -> None:
        """Show how far the copy is."""
        self.bar.setValue(round(share * _STEPS))
        text = self.tr("Encoding: {share}").format(share=percent_text(share))
        self.bar.setAccessibleDescription(text)
        self._say(text)

    def show_failure(self, sentence: str) -> None:
        """Say why there is no copy; without a sentence it was stopped."""
        self._say(sentence or self.tr("Stopped: nothing was encoded"), "bad" if sentence else "")
        self._show_buttons(can_encode=True, runs=False)

    @Slot()
    def _ask(self) -> None:
        if self._path is not None:
            self._show_buttons(can_encode=False, runs=True)
            self.show_progress(0.0)
            self.stop.setFocus()
            self.copy_requested.emit(self._path)

    def _show_buttons(self, *, can_encode: bool, runs: bool) -> None:
        self.encode.setVisible(can_encode)
        self.stop.setVisible(runs)
        self.bar.setVisible(runs)
        self.choose.setVisible(not runs)

    def _say(self, text: str, role: str = "soft") -> None:
        self.message.setText(text)
        self.message.setProperty("role", role or "soft")
        self.message.style().polish(self.message)

    @Slot()
    def _draw_picture(self) -> None:
        colour = self._theme.colours.accent
        self._picture.setPixmap(pixmap("fractal", _PICTURE, colour, self.devicePixelRatioF()))
