"""What the page shows without maps: how to open a file, or why the one that was opened has none."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.look import NoMaps
from road_gui.invitation import Invitation
from road_gui.messages import explain, path_text, percent_text
from road_gui.theme import Theme

translate = QCoreApplication.translate

_BAR = 280
_NAME = 420
_BESIDE = 120
_STEPS = 1000


class FractalInvitation(Invitation):
    """Words, and a way on: a file is chosen, or the sound encoded.

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
        self._path: Path | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.bar.setAccessibleName(translate("Fractal", "The sound is being encoded"))
        self.encode = QPushButton(translate("Fractal", "Encode as ROAD and look"))
        self.encode.setProperty("role", "primary")
        self.encode.setToolTip(
            translate("Fractal", "The copy is temporary: it goes when something else is looked at")
        )
        self.stop = QPushButton(translate("Fractal", "Stop"))
        self.choose = ActionButton(commands.choose)
        super().__init__(
            theme,
            "fractal",
            translate("Fractal", "Drop a ROAD file here to see how it works"),
            translate(
                "Fractal",
                "Its sound is cut into ranges, and each is made from another part of the same "
                "sound. An ordinary sound can be encoded for the look.",
            ),
            self._below(),
        )
        self.text_label.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        self.encode.clicked.connect(self._ask)
        self.stop.clicked.connect(self.stop_requested)
        self._show_buttons(can_encode=False, runs=False)

    def _below(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setSpacing(12)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.encode, self.stop, self.choose):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        return below

    def refuse(self, found: NoMaps) -> None:
        """Say what was opened, and why there are no maps."""
        self._path = found.path
        middle = Qt.TextElideMode.ElideMiddle
        name = self.title_label.fontMetrics().elidedText(found.path.name, middle, _NAME)
        self.title_label.setToolTip(path_text(found.path))
        self.say(
            self.tr("{name} has no maps to show").format(name=name),
            self._reason(found),
            is_bad=not found.can_be_encoded,
        )
        self._show_buttons(can_encode=found.can_be_encoded, runs=False)

    def _reason(self, found: NoMaps) -> str:
        if not found.can_be_encoded:
            return explain(found.error).line
        if found.codec:
            return self.tr(
                "It was encoded by {codec}, which does not describe a sound by parts of itself: "
                "there are no ranges, and nothing that they would be mapped from. Its decoded "
                "sound can be encoded as ROAD, into a temporary copy."
            ).format(codec=found.codec)
        return self.tr(
            "It is a sound that is not encoded: it holds samples. Which part of it resembles "
            "which is what an encoder finds out; it can do so now, into a temporary copy."
        )

    def show_progress(self, share: float) -> None:
        """Show how far the copy is."""
        self.bar.setValue(round(share * _STEPS))
        text = self.tr("Encoding: {share}").format(share=percent_text(share))
        self.bar.setAccessibleDescription(text)
        self.say(self.title_label.text(), text)

    def show_failure(self, sentence: str) -> None:
        """Say why there is no copy; without a sentence it was stopped."""
        text = sentence or self.tr("Stopped: nothing was encoded")
        self.say(self.title_label.text(), text, is_bad=bool(sentence))
        had_focus = self.stop.hasFocus()
        self._show_buttons(can_encode=True, runs=False)
        if had_focus:
            self.encode.setFocus()

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
