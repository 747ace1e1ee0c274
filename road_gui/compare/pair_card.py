"""Names of both sounds, what they are, and how they lie against each other."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_gui.actions import tool_button
from road_gui.compare.actions import CompareActions
from road_gui.compare.opening import OpenPair
from road_gui.compare.words import lag_text, sound_text
from road_gui.elided_label import ElidedLabel
from road_gui.messages import percent_text

_SURE = 0.1


class PairCard(QFrame):
    """Two lines, one for each sound, with buttons to choose others."""

    def __init__(self, actions: CompareActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factsCard")
        self._names: list[ElidedLabel] = []
        self._facts: list[QLabel] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Original"), actions.open_original),
            (self.tr("Decoded"), actions.open_decoded),
        )
        for row, (title, action) in enumerate(rows):
            label = QLabel(title)
            label.setProperty("role", "soft")
            name, facts = ElidedLabel(), QLabel()
            name.setProperty("role", "heading")
            facts.setProperty("role", "soft")
            button = tool_button(action, with_text=False)
            for column, widget in enumerate((label, name, facts, button)):
                grid.addWidget(widget, row, column)
            self._names.append(name)
            self._facts.append(facts)
        lag = QVBoxLayout()
        lag.setSpacing(2)
        self._lag_title, self._lag = QLabel(self.tr("Lag")), QLabel()
        self._lag_title.setProperty("role", "soft")
        lag.addWidget(self._lag_title)
        lag.addWidget(self._lag)
        row_layout = QHBoxLayout()
        row_layout.setSpacing(16)
        row_layout.addLayout(grid, 1)
        row_layout.addWidget(tool_button(actions.swap, with_text=False))
        row_layout.addLayout(lag)
        self._notice = QLabel()
        self._notice.setProperty("role", "bad")
        self._notice.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 8)
        whole.setSpacing(4)
        whole.addLayout(row_layout)
        whole.addWidget(self._notice)

    def show_pair(self, pair: OpenPair) -> None:
        """Show what is known of a pair."""
        sounds = (pair.original, pair.original_format), (pair.decoded, pair.decoded_format)
        for name, facts, (path, sound) in zip(self._names, self._facts, sounds, strict=True):
            name.setText(path.name)
            name.setToolTip(str(path))
            name.setAccessibleName(path.name)
            facts.setText(sound_text(sound))
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
            return f"{Path(pair.decoded).name}: {pair.info.notices[0]}"
        if pair.confidence < _SURE:
            return self.tr("The two sounds have nothing in common: are they of one recording?")
        return ""
