"""The choice of what is heard: original, decoded sound, seed or error, equally loud or not."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import ActionButton, tool_button
from road_gui.elided_label import ElidedLabel
from road_gui.player.actions import PlayerActions
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original
from road_gui.player.source import Heard
from road_gui.player.words import gain_text, heard_text, lag_text
from road_gui.settings import Settings

_INDENT = 24


class HeardChoice(QWidget):
    """Four sounds of which one is heard, the file of the original, and a switch for loudness.

    A sound that is dropped here becomes the original.

    Signals
    -------
    chosen(Heard)
        Something else is to be heard.
    original_dropped(Path)
        A file is to be the original.
    matching_changed(bool)
        Whether all sounds are to be equally loud.
    """

    chosen = Signal(object)
    original_dropped = Signal(object)
    matching_changed = Signal(bool)

    def __init__(
        self, actions: PlayerActions, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self.setAcceptDrops(True)
        self._group = QButtonGroup(self)
        self._buttons = {heard: self._make_button(heard) for heard in _order()}
        self._before, self._now = Heard.ORIGINAL, Heard.DECODED
        self._original = ElidedLabel()
        self._original.setProperty("role", "soft")
        self._remark = QLabel()
        self._remark.setWordWrap(True)
        self._remark.setContentsMargins(_INDENT, 0, 0, 0)
        self._matching = QCheckBox(self.tr("Equally loud"))
        self._matching.setToolTip(
            self.tr(
                "The louder of two sounds always seems the better one. Measures how loud each is "
                "(BS.1770), within the loop if one is on, and levels them, so that only the "
                "difference in sound is left."
            )
        )
        self._matching.setAccessibleDescription(self._matching.toolTip())
        self._matching.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._matching.setChecked(settings.value("player/matching", False))
        self._gains = QLabel()
        self._gains.setProperty("role", "soft")
        self._gains.setWordWrap(True)
        self._gains.setContentsMargins(_INDENT, 0, 0, 0)
        self._gains.setAccessibleName(self.tr("Gains"))
        self._lay_out()
        self._group.buttonToggled.connect(self._follow_button)
        actions.match.setChecked(self._matching.isChecked())
        actions.match.toggled.connect(self._matching.setChecked)
        self._matching.toggled.connect(actions.match.setChecked)
        self._matching.toggled.connect(self._follow_matching)
        self.set_file(None)
        self.show_original(None)

    def _make_button(self, heard: Heard) -> QRadioButton:
        button = QRadioButton(heard_text(heard))
        button.setToolTip(_tip_of(heard))
        button.setAccessibleDescription(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for heard, button in self._buttons.items():
            column.addWidget(button)
            if heard is Heard.ORIGINAL:
                column.addLayout(self._original_row())
                column.addWidget(self._remark)
        column.addSpacing(6)
        column.addWidget(self._matching)
        column.addWidget(self._gains)
        column.addSpacing(2)
        test = ActionButton(self._actions.listening_test)
        test.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(test)

    def _original_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._original, 1)
        self._forget = tool_button(self._actions.forget_original, with_text=False)
        for button in (tool_button(self._actions.choose_original, with_text=False), self._forget):
            # A click leaves the keys to the player; Tab still comes here.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        return row

    # -- what is chosen -----------------------------------------------------------

    @property
    def heard(self) -> Heard:
        """What is to be heard."""
        return self._now

    @property
    def is_matched(self) -> bool:
        """Whether all sounds are to be equally loud."""
        return self._matching.isChecked()

    def can_hear(self, heard: Heard) -> bool:
        """Whether something can be chosen."""
        return self._buttons[heard].isEnabled()

    def hear(self, heard: Heard) -> None:
        """Choose something, if it is there."""
        if self.can_hear(heard):
            self._buttons[heard].setChecked(True)

    @Slot()
    def swap(self) -> None:
        """Choose what was heard before."""
        self.hear(self._before)

    def follow(self, heard: Heard) -> None:
        """Show what is heard, though nobody chose it here."""
        if heard is not self._now:
            self._before, self._now = self._now, heard
            blocker = QSignalBlocker(self._group)
            self._buttons[heard].setChecked(True)
            blocker.unblock()

    def set_matched(self, is_matched: bool) -> None:
        """Have all sounds equally loud, or as they are."""
        self._matching.setChecked(is_matched)

    # -- what there is ------------------------------------------------------------

    def set_file(self, file: OpenFile | None) -> None:
        """Offer what a file has."""
        is_encoded = file is not None and file.is_encoded
        has_seed = file is not None and file.seed is not None
        blocker = QSignalBlocker(self._group)
        self._before, self._now = Heard.ORIGINAL, Heard.DECODED
        self._buttons[Heard.DECODED].setChecked(True)
        blocker.unblock()
        self._buttons[Heard.DECODED].setEnabled(is_encoded)
        self._buttons[Heard.SEED].setEnabled(has_seed)
        self._buttons[Heard.SEED].setVisible(has_seed or not is_encoded)
        self.show_gains({})

    def show_original(self, original: Original | None) -> None:
        """Offer another original, or none."""
        for heard in (Heard.ORIGINAL, Heard.ERROR):
            self._buttons[heard].setEnabled(original is not None)
        if original is None:
            self._original.setText(self.tr("Choose a file, or drop it here"))
            self._original.setToolTip("")
        else:
            self._original.setText(original.path.name)
            self._original.setToolTip(_place_of(original))
        self._remark.setText("" if original is None else original.remark)
        self._remark.setVisible(bool(self._remark.text()))
        self._forget.setVisible(original is not None)

    def show_gains(self, gains_db: Mapping[Heard, float]) -> None:
        """Say by how much sounds are made louder or quieter."""
        texts = (
            f"{heard_text(heard, is_short=True)} {gain_text(gains_db[heard])}"
            for heard in _order()
            if heard in gains_db and heard is not Heard.ERROR
        )
        # Lines break between sounds only.
        self._say(" · ".join(text.replace(" ", "\u00a0") for text in texts))

    def show_measuring(self, share: float) -> None:
        """Say how far measuring is."""
        self._say(self.tr("Measuring: {percent} %").format(percent=round(100 * share)))

    def _say(self, text: str) -> None:
        self._gains.setText(text)
        self._gains.setVisible(bool(text))

    # -- what people do -----------------------------------------------------------

    @Slot(object, bool)
    def _follow_button(self, button: QRadioButton, is_checked: bool) -> None:
        if not is_checked:
            return
        heard = next(one for one, known in self._buttons.items() if known is button)
        if heard is not self._now:
            self._before, self._now = self._now, heard
            self.chosen.emit(heard)

    @Slot(bool)
    def _follow_matching(self, is_matched: bool) -> None:
        self._settings.set("player/matching", is_matched)
        if not is_matched:
            self.show_gains({})
        self.matching_changed.emit(is_matched)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file for the original."""
        if self._actions.choose_original.isEnabled() and _file_of(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make it the original."""
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.original_dropped.emit(path)


def _place_of(original: Original) -> str:
    lag = lag_text(original.lag_samples, original.sound.rate_hz)
    if not lag:
        return str(original.path)
    translate = QCoreApplication.translate
    in_step = translate(
        "HeardChoice", "The decoded sound is {lag}; the original is moved by that."
    ).format(lag=lag)
    return f"{original.path}\n{in_step}"


def _order() -> tuple[Heard, ...]:
    return (Heard.ORIGINAL, Heard.DECODED, Heard.SEED, Heard.ERROR)


def _file_of(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def _tip_of(heard: Heard) -> str:
    translate = QCoreApplication.translate
    return {
        Heard.ORIGINAL: translate(
            "HeardChoice", "The sound that was encoded, from a file of its own."
        ),
        Heard.DECODED: translate(
            "HeardChoice",
            "What the maps make of the seed: the whole sound, at any rate you like.",
        ),
        Heard.SEED: translate(
            "HeardChoice",
            "The averages that the sound is grown from, as any player would play the file: "
            "one sample for each smallest range.",
        ),
        Heard.ERROR: translate(
            "HeardChoice",
            "The decoded sound less the original: what the codec has lost or added. "
            "Silence is the best there is.",
        ),
    }[heard]
