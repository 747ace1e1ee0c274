"""A blind listening test: A, B, and X, which is one of them; which one, ears alone may tell."""

import json
from pathlib import Path
from random import SystemRandom
from typing import Any

from PySide6.QtCore import QIODevice, QLocale, QSaveFile, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import AbxTest
from road_codec import __version__ as version
from road_gui.forms.fields import QuietComboBox
from road_gui.icons import icon
from road_gui.player.engine import Engine
from road_gui.player.loop import Loop
from road_gui.player.loudness import LoudnessMatcher, Matching
from road_gui.player.programme import Programme
from road_gui.player.source import Heard
from road_gui.player.words import gain_text, heard_text
from road_gui.plots.ticks import clock_text
from road_gui.settings import Settings

_WIDTH = 480
_DEFAULT_TRIALS = 16
# Under this a result is usually not taken for chance.
_CONVINCING = 0.05


class AbxDialog(QDialog):
    """Sets a test up, takes a listener through it, and tells the result.

    The score stays hidden until the last answer, unless the listener wants to see it.

    Parameters
    ----------
    programme : Programme
        What can be compared.
    engine : Engine
        What plays it.
    loop : Loop
        The stretch that is compared, if there is one.
    matcher : LoudnessMatcher
        Who tells that the sounds are equally loud.
    settings : Settings
        Where the last folder and the number of trials are kept.
    parent : QWidget
        Whose window it belongs to.
    seed : int, optional
        What the hidden sequence is made of; by default nobody knows.

    Signals
    -------
    matching_wanted(bool)
        The sounds are to be equally loud, or as they are.
    """

    matching_wanted = Signal(bool)

    def __init__(
        self,
        programme: Programme,
        engine: Engine,
        loop: Loop,
        matcher: LoudnessMatcher,
        settings: Settings,
        parent: QWidget,
        *,
        seed: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme, self._engine, self._loop = programme, engine, loop
        self._settings, self._seed = settings, seed
        self._matching: Matching | None = None
        self._test: AbxTest | None = None
        self.setWindowTitle(self.tr("Listening test (ABX)"))
        self.setMinimumWidth(_WIDTH)
        self._pages = QStackedWidget()
        for page in (self._make_setup(), self._make_trial(), self._make_result()):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.addWidget(self._pages)
        self._add_keys()
        matcher.matched.connect(self._take_matching)
        matcher.progressed.connect(self._follow_measuring)
        engine.ended.connect(self._play_again)

    # -- making -------------------------------------------------------------------

    def _make_setup(self) -> QWidget:
        self._a, self._b = self._make_sounds(self.tr("A")), self._make_sounds(self.tr("B"))
        first = Heard.ORIGINAL if Heard.ORIGINAL in self._programme.heard else Heard.SEED
        self._a.setCurrentIndex(max(0, self._a.findData(first)))
        self._b.setCurrentIndex(max(0, self._b.findData(Heard.DECODED)))
        self._trials = QSpinBox()
        self._trials.setRange(1, 100)
        self._trials.setAccessibleName(self.tr("Trials"))
        self._trials.lineEdit().setAccessibleName(self._trials.accessibleName())
        self._trials.lineEdit().setTextMargins(6, 0, 0, 0)
        self._trials.setToolTip(self.tr("The more trials, the smaller differences can be proved"))
        self._trials.setValue(self._settings.value("abx/trials", _DEFAULT_TRIALS))
        self._equal = QCheckBox(self.tr("Equally loud (BS.1770)"))
        self._equal.setToolTip(
            self.tr("Without this the louder sound is told by its loudness, not by its quality")
        )
        self._peeks = QCheckBox(self.tr("Show the score during the test"))
        self._peeks.setToolTip(
            self.tr("Who sees the score may stop when it is good; a fair test goes to its end")
        )
        self._note = QLabel()
        self._note.setProperty("role", "soft")
        self._note.setWordWrap(True)
        self._start = QPushButton(self.tr("Start"))
        self._start.setProperty("role", "primary")
        self._start.setDefault(True)
        text = self.tr(
            "In each trial X is A or B, chosen by chance. Listen as often as you like, "
            "then say which one it is. Guessing is right half of the time."
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("A"), self._a)
        form.addRow(self.tr("B"), self._b)
        form.addRow(self.tr("Trials"), self._trials)
        form.addRow("", self._equal)
        form.addRow("", self._peeks)
        for box in (self._a, self._b):
            box.currentIndexChanged.connect(self._check_setup)
        self._equal.toggled.connect(self._follow_equal)
        self._start.clicked.connect(self._begin)
        return _page(self, text, form, self._note, buttons=[self._start])

    def _make_sounds(self, name: str) -> QuietComboBox:
        box = QuietComboBox()
        box.setAccessibleName(name)
        for lane in self._programme.lanes:
            box.addItem(heard_text(lane.heard), lane.heard)
        return box

    def _make_trial(self) -> QWidget:
        self._count = QLabel()
        self._count.setProperty("role", "title")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Trials"))
        sounds = QHBoxLayout()
        sounds.setSpacing(8)
        self._sounds: dict[str, QPushButton] = {}
        for name in ("A", "X", "B"):
            button = QPushButton(name)
            button.setCheckable(True)
            button.setStyleSheet("min-height: 44px; font-size: 18px;")
            button.setAccessibleName(self.tr("Hear {name}").format(name=name))
            button.setToolTip(self.tr("Hear {name} (key {name})").format(name=name))
            button.setProperty("sound", name)
            button.clicked.connect(self._choose_sound)
            self._sounds[name] = button
            sounds.addWidget(button)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        self._answers: dict[str, QPushButton] = {}
        for name in ("A", "B"):
            button = QPushButton(self.tr("X is {name}").format(name=name))
            button.setToolTip(self.tr("Answer (Shift+{name})").format(name=name))
            button.setProperty("sound", name)
            button.clicked.connect(self._give_answer)
            self._answers[name] = button
            answers.addWidget(button)
        self._score = QLabel()
        self._score.setProperty("role", "soft")
        self._score.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stretch = QLabel()
        self._stretch.setProperty("role", "soft")
        self._stretch.setWordWrap(True)
        self._stretch.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return _page(self, "", self._count, self._bar, sounds, answers, self._score, self._stretch)

    def _make_result(self) -> QWidget:
        self._verdict = QLabel()
        self._verdict.setProperty("role", "title")
        self._verdict.setWordWrap(True)
        self._numbers = QLabel()
        self._numbers.setWordWrap(True)
        self._sequence = QLabel()
        self._sequence.setProperty("role", "soft")
        self._sequence.setWordWrap(True)
        self._sequence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._sequence.setAccessibleName(self.tr("Sequence and answers"))
        save = QPushButton(self.tr("Save the result…"))
        save.clicked.connect(self._save)
        again = QPushButton(self.tr("Another test"))
        again.clicked.connect(self._set_up_again)
        return _page(self, "", self._verdict, self._numbers, self._sequence, buttons=[save, again])

    def _add_keys(self) -> None:
        for name in ("A", "X", "B"):
            self._on_key(name, self._sounds[name])
        for name in ("A", "B"):
            self._on_key(f"Shift+{name}", self._answers[name])
        QShortcut(QKeySequence("P"), self, self._engine.toggle)

    def _on_key(self, keys: str, button: QPushButton) -> None:
        QShortcut(QKeySequence(keys), self, button.click)

    # -- setting up ---------------------------------------------------------------

    def prepare(self, *, is_matched: bool) -> None:
        """Ask what is to be compared, equally loud or not."""
        self._equal.setChecked(is_matched)
        self._follow_equal(is_matched)

    @Slot(bool)
    def _follow_equal(self, is_equal: bool) -> None:
        self._matching = None
        self.matching_wanted.emit(is_equal)
        self._check_setup()

    @Slot(object)
    def _take_matching(self, matching: Matching) -> None:
        self._matching = matching
        self._check_setup()

    @Slot(float)
    def _follow_measuring(self, share: float) -> None:
        if self._matching is None and self._equal.isChecked():
            self._note.setText(
                self.tr("Measuring how loud they are: {percent} %").format(
                    percent=round(100 * share)
                )
            )

    @Slot()
    def _check_setup(self) -> None:
        """Let nobody begin before both sounds are there and level."""
        is_ready = not self._equal.isChecked() or self._matching is not None
        differ = self._a.currentData() is not self._b.currentData()
        self._start.setEnabled(is_ready and differ)
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
            for name, box in (("A", self._a), ("B", self._b))
        )

    # -- the test -----------------------------------------------------------------

    @property
    def test(self) -> AbxTest | None:
        """The test that is going on, or has been taken."""
        return self._test

    @Slot()
    def _begin(self) -> None:
        seed = SystemRandom().getrandbits(53) if self._seed is None else self._seed
        self._test = AbxTest(seed, self._trials.value())
        self._settings.set("abx/trials", self._trials.value())
        self._bar.setRange(0, self._trials.value())
        self._score.setVisible(self._peeks.isChecked())
        stretch = self._loop.active
        if stretch is None:
            text = self.tr("The whole sound is played; a loop makes differences easier to hear.")
        else:
            first, last = (clock_text(seconds, 1) for seconds in stretch)
            text = self.tr("The loop from {first} to {last} is played.").format(
                first=first, last=last
            )
        self._stretch.setText(text + " " + self.tr("P pauses and plays."))
        self._pages.setCurrentIndex(1)
        self._show_trial()
        self._engine.play()

    def _show_trial(self) -> None:
        test = self._test
        if test is None:
            return
        self._count.setText(
            self.tr("Trial {number} of {total}").format(
                number=test.n_answered + 1, total=test.n_trials
            )
        )
        self._bar.setValue(test.n_answered)
        self._score.setText(
            self.tr("{right} of {answered} right").format(
                right=test.n_right, answered=test.n_answered
            )
        )
        self._hear("A")
        self._sounds["A"].setFocus()

    def _hear(self, name: str) -> None:
        test = self._test
        if test is None or test.is_complete or self._pages.currentIndex() != 1:
            return
        for key, button in self._sounds.items():
            is_heard = key == name
            button.setChecked(is_heard)
            button.setIcon(
                icon("volume", QPalette.ColorRole.HighlightedText) if is_heard else QIcon()
            )
            button.setProperty("role", "primary" if is_heard else "")
            button.style().unpolish(button)
            button.style().polish(button)
        hidden = test.hidden(test.n_answered) if name == "X" else name
        self._engine.hear((self._a if hidden == "A" else self._b).currentData())

    @Slot()
    def _choose_sound(self) -> None:
        self._hear(str(self.sender().property("sound")))

    @Slot()
    def _give_answer(self) -> None:
        test = self._test
        if test is None or test.is_complete:
            return
        test.answer(str(self.sender().property("sound")))
        if test.is_complete:
            self._show_result(test)
        else:
            self._show_trial()

    @Slot()
    def _play_again(self) -> None:
        if self.isVisible() and self._pages.currentIndex() == 1:
            self._engine.play()

    # -- the result ---------------------------------------------------------------

    def _show_result(self, test: AbxTest) -> None:
        self._engine.pause()
        p_value = float(test.p_value)
        if p_value < _CONVINCING:
            verdict = self.tr("You hear a difference.")
        else:
            verdict = self.tr("No difference was shown.")
        self._verdict.setText(verdict)
        locale = QLocale()
        text = self.tr(
            "{right} of {total} answers are right. Who guesses gets as many or more in "
            "{percent} % of all tests (p = {p})."
        ).format(
            right=test.n_right,
            total=test.n_trials,
            percent=locale.toString(100 * p_value, "g", 3),
            p=locale.toString(p_value, "g", 3),
        )
        if p_value >= _CONVINCING:
            text += " " + self.tr("That does not prove that there is none.")
        self._numbers.setText(text.replace(" %", "\u00a0%").replace(" = ", "\u00a0=\u00a0"))
        hidden = "".join(test.hidden(number) for number in range(test.n_trials))
        self._sequence.setText(
            self.tr("X was {hidden}\nYou said {answers}\nSeed {seed}").format(
                hidden=hidden, answers="".join(test.answers), seed=test.seed
            )
        )
        self._pages.setCurrentIndex(2)

    @Slot()
    def _set_up_again(self) -> None:
        self._test, self._seed = None, None
        self._pages.setCurrentIndex(0)
        self._check_setup()

    def described(self) -> dict[str, Any]:
        """Return what was compared and how, as plain JSON types."""
        lanes = {lane.heard: lane for lane in self._programme.lanes}
        a, b = (lanes[box.currentData()] for box in (self._a, self._b))
        options = self._programme.main.listening.options
        settings: dict[str, Any] = {"program": f"ROAD Studio {version}"}
        for name, lane in (("a", a), ("b", b)):
            settings[name] = lane.heard.value
            settings[f"{name}_file"] = str(lane.listening.path)
            if self._matching is not None:
                settings[f"{name}_gain_db"] = round(self._matching.gains_db[lane.heard], 3)
        stretch = self._loop.active
        return settings | {
            "rate_hz": self._programme.main.sound.rate_hz,
            "bits": options.bits,
            "order": options.order,
            "order_seed": options.order_seed,
            "passes": options.passes,
            "equally_loud": self._matching is not None,
            "score_shown": self._peeks.isChecked(),
            "from_seconds": None if stretch is None else stretch[0],
            "to_seconds": None if stretch is None else stretch[1],
        }

    @Slot()
    def _save(self) -> None:
        folder = self._settings.value("folders/results", str(Path.home()))
        name = f"{self._programme.main.listening.path.stem} ABX.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the result"),
            str(Path(folder) / name),
            self.tr("JSON (*.json)") + ";;" + self.tr("Table (*.csv)"),
        )
        if chosen:
            self._settings.set("folders/results", str(Path(chosen).parent))
            self.save(Path(chosen))

    def save(self, path: Path) -> bool:
        """Write the result to a file, a table if it is called so; return whether it is there."""
        if self._test is None:
            return False
        if path.suffix.lower() == ".csv":
            text = self._test.as_csv(self.described())
        else:
            text = json.dumps(self._test.as_json(self.described()), indent=2) + "\n"
        file = QSaveFile(str(path))  # an old file is there until the new one is whole
        written = file.open(QIODevice.OpenModeFlag.WriteOnly)
        written = written and file.write(text.encode()) >= 0 and file.commit()
        if not written:
            self._numbers.setText(
                self.tr("The result cannot be written to {path}: {reason}").format(
                    path=path, reason=file.errorString()
                )
            )
        return bool(written)


def _page(
    dialog: QDialog, text: str, *parts: QWidget | Any, buttons: list[QPushButton] | None = None
) -> QWidget:
    """Put parts under each other, buttons and a way out at the foot."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    if text:
        label = QLabel(text)
        label.setWordWrap(True)
        column.addWidget(label)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    foot = QHBoxLayout()
    foot.addStretch(1)
    close = QPushButton(dialog.tr("Close"))
    close.setAutoDefault(False)
    close.clicked.connect(dialog.reject)
    for button in [*(buttons or []), close]:
        foot.addWidget(button)
    column.addLayout(foot)
    return page
