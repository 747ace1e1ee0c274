"""What is compared in a blind listening test, and how: asked before it begins."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from road_gui.forms.fields import QuietComboBox
from road_gui.player.loudness import LoudnessMatcher, Matching
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard
from road_gui.player.words import gain_text, heard_text
from road_gui.settings import Settings

_DEFAULT_TRIALS = 16
_MOST_TRIALS = 100


class AbxSetup(QWidget):
    """Two sounds, the number of trials, equal loudness or not, and a button to begin.

    Parameters
    ----------
    programme : Programme
        What can be compared.
    matcher : LoudnessMatcher
        Who tells that the sounds are equally loud.
    settings : Settings
        Where the number of trials is kept.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    matching_wanted(bool)
        The sounds are to be equally loud, or as they are.
    """

    matching_wanted = Signal(bool)

    def __init__(
        self,
        programme: Programme,
        matcher: LoudnessMatcher,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme, self._settings = programme, settings
        self._matching: Matching | None = None
        self.a, self.b = self._make_sounds(self.tr("A")), self._make_sounds(self.tr("B"))
        first = Heard.ORIGINAL if Heard.ORIGINAL in programme.heard else Heard.SEED
        self.a.setCurrentIndex(max(0, self.a.findData(first)))
        self.b.setCurrentIndex(max(0, self.b.findData(Heard.DECODED)))
        self.trials = self._make_trials()
        self.equal = QCheckBox(self.tr("Equally loud (BS.1770)"))
        self.equal.setToolTip(
            self.tr("Without this the louder sound is told by its loudness, not by its quality")
        )
        self.peeks = QCheckBox(self.tr("Show the score during the test"))
        self.peeks.setToolTip(
            self.tr("Who sees the score may stop when it is good; a fair test goes to its end")
        )
        self._note = QLabel()
        self._note.setProperty("role", "soft")
        self._note.setWordWrap(True)
        self.start = QPushButton(self.tr("Start"))
        self.start.setProperty("role", "primary")
        self.start.setDefault(True)
        self._lay_out()
        for box in (self.a, self.b):
            box.currentIndexChanged.connect(self._check)
        self.equal.toggled.connect(self._follow_equal)
        matcher.matched.connect(self._take_matching)
        matcher.progressed.connect(self._follow_measuring)

    def _make_sounds(self, name: str) -> QuietComboBox:
        box = QuietComboBox()
        box.setAccessibleName(name)
        for lane in self._programme.lanes:
            box.addItem(heard_text(lane.heard), lane.heard)
        return box

    def _make_trials(self) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1, _MOST_TRIALS)
        box.setAccessibleName(self.tr("Trials"))
        box.lineEdit().setAccessibleName(box.accessibleName())
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setToolTip(self.tr("The more trials, the smaller differences can be proved"))
        box.setValue(self._settings.value("abx/trials", _DEFAULT_TRIALS))
        return box

    def _lay_out(self) -> None:
        text = QLabel(
            self.tr(
                "In each trial X is A or B, chosen by chance. Listen as often as you like, "
                "then say which one it is. Guessing is right half of the time."
            )
        )
        text.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("A"), self.a)
        form.addRow(self.tr("B"), self.b)
        form.addRow(self.tr("Trials"), self.trials)
        form.addRow("", self.equal)
        form.addRow("", self.peeks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(self._note)

    # -- what is chosen -----------------------------------------------------------

    def lane_of(self, name: str) -> Lane:
        """Return the lane that is A or B."""
        heard = (self.a if name == "A" else self.b).currentData()
        return next(lane for lane in self._programme.lanes if lane.heard is heard)

    @property
    def is_matched(self) -> bool:
        """Whether both sounds are equally loud."""
        return self._matching is not None

    def described(self) -> dict[str, Any]:
        """Return what is compared and how, as plain JSON types."""
        options = self._programme.main.listening.options
        found: dict[str, Any] = {}
        for name in ("A", "B"):
            lane, key = self.lane_of(name), name.lower()
            found[key] = lane.heard.value
            found[f"{key}_file"] = str(lane.listening.path)
            if self._matching is not None:
                found[f"{key}_gain_db"] = round(self._matching.gains_db[lane.heard], 3)
        return found | {
            "rate_hz": self._programme.main.sound.rate_hz,
            "bits": options.bits,
            "order": options.order,
            "order_seed": options.order_seed,
            "passes": options.passes,
            "equally_loud": self.is_matched,
            "score_shown": self.peeks.isChecked(),
        }

    # -- equally loud -------------------------------------------------------------

    def prepare(self, *, is_matched: bool) -> None:
        """Ask what is to be compared, equally loud or not."""
        self.equal.setChecked(is_matched)
        self._follow_equal(is_matched)

    @Slot(bool)
    def _follow_equal(self, is_equal: bool) -> None:
        self._matching = None
        self.matching_wanted.emit(is_equal)
        self._check()

    @Slot(object)
    def _take_matching(self, matching: Matching) -> None:
        self._matching = matching
        self._check()

    @Slot(float)
    def _follow_measuring(self, share: float) -> None:
        if self._matching is None and self.equal.isChecked():
            self._note.setText(
                self.tr("Measuring how loud they are: {percent} %").format(
                    percent=round(100 * share)
                )
            )

    @Slot()
    def _check(self) -> None:
        """Let nobody begin before both sounds are there and level."""
        is_ready = not self.equal.isChecked() or self._matching is not None
        differ = self.a.currentData() is not self.b.currentData()
        self.start.setEnabled(is_ready and differ)
        if not differ:
            self._note.setText(self.tr("A and B are the same sound."))
        elif not is_ready:
            self._note.setText(self.tr("Measuring how loud they are …"))
        else:
            self._note.setText(self._gains_text())

    def _gains_text(self) -> str:
        if self._matching is None:
            return ""
        gains = self._matching.gains_db
        return " · ".join(
            f"{name}: {gain_text(gains[box.currentData()])}"
            for name, box in (("A", self.a), ("B", self.b))
        )
