"""Names of both sounds, what they are, and how they lie against each other."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_codec import SoundFormat
from road_gui.actions import tool_button
from road_gui.compare.actions import CompareActions
from road_gui.compare.opening import OpenPair
from road_gui.compare.words import lag_text, sound_text
from road_gui.elided_label import ElidedLabel
from road_gui.library_words import said
from road_gui.messages import percent_text

_SURE = 0.1


class _Sound(QWidget):
    """One sound: a name, a line of facts, and a button to choose another."""

    def __init__(self, title: str, action: QAction) -> None:
        super().__init__()
        self._title = title
        self._name, self._facts = ElidedLabel(), ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts.setProperty("role", "soft")
        self._facts.elision = Qt.TextElideMode.ElideRight
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(column, 1)
        row.addWidget(tool_button(action, with_text=False))

    def show_sound(self, path: Path, sound: SoundFormat) -> None:
        """Show another one."""
        facts = f"{self._title} · {sound_text(sound)}"
        for label, text, tip in ((self._name, path.name, str(path)), (self._facts, facts, facts)):
            label.setText(text)
            label.setToolTip(tip)
            label.setAccessibleName(text)


class PairCard(QFrame):
    """Both sounds side by side, and their lag."""

    def __init__(self, actions: CompareActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factsCard")
        self._original = _Sound(self.tr("Original"), actions.open_original)
        self._decoded = _Sound(self.tr("Decoded"), actions.open_decoded)
        self._lag_title, self._lag = QLabel(self.tr("Lag")), QLabel()
        self._lag_title.setProperty("role", "soft")
        lag = QVBoxLayout()
        lag.setSpacing(2)
        lag.addWidget(self._lag_title)
        lag.addWidget(self._lag)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._original, 1)
        row.addWidget(tool_button(actions.swap, with_text=False))
        row.addWidget(self._decoded, 1)
        row.addSpacing(8)
        row.addLayout(lag)
        self._notice = QLabel()
        self._notice.setProperty("role", "bad")
        self._notice.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(4)
        whole.addLayout(row)
        whole.addWidget(self._notice)

    def show_pair(self, pair: OpenPair) -> None:
        """Show what is known of a pair."""
        self._original.show_sound(pair.original, pair.original_format)
        self._decoded.show_sound(pair.decoded, pair.decoded_format)
        self._lag.setText(lag_text(pair.lag_samples, pair.rate_hz))
        tip = self.tr(
            "By how much the decoded sound comes later; it was moved by that. Found by "
            "correlation in the first 30 seconds, which are alike to {share}."
        ).format(share=percent_text(pair.confidence))
        for label in (self._lag, self._lag_title):
            label.setToolTip(tip)
        self._lag.setAccessibleName(self.tr("Lag: {lag}").format(lag=self._lag.text()))
        self.show_notice(self._notice_of(pair))

    def show_notice(self, sentence: str) -> None:
        """Say what should be known of the pair."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def _notice_of(self, pair: OpenPair) -> str:
        if pair.info is not None and pair.info.notices:
            return f"{pair.decoded.name}: {said(pair.info.notices[0])}"
        if pair.confidence < _SURE:
            return self.tr("The two sounds have nothing in common: are they of one recording?")
        return ""
