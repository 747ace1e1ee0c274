"""A blind listening test: A, B, and X, which is one of them; which one, ears alone may tell."""

import json
from pathlib import Path
from random import SystemRandom
from typing import Any

from PySide6.QtCore import QCoreApplication, QIODevice, QLocale, QSaveFile, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import AbxTest
from road_codec import __version__ as version
from road_gui.icons import icon
from road_gui.player.abx_questions import Fate, fate_of_result, may_give_up
from road_gui.player.abx_setup import AbxSetup
from road_gui.player.engine import Engine
from road_gui.player.loop import Loop
from road_gui.player.loudness import LoudnessMatcher
from road_gui.player.programme import Programme
from road_gui.plots.ticks import clock_text
from road_gui.settings import Settings

_WIDTH = 480
# Under this a result is usually not taken for chance.
_CONVINCING = 0.05


class AbxDialog(QDialog):
    """Sets a test up, takes a listener through it, and tells the result.

    The score stays hidden until the last answer, unless the listener wants to see it.
    However it is closed, answers that would be lost by that are asked about.

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
        self.setup = AbxSetup(programme, matcher, settings)
        self.setup.matching_wanted.connect(self.matching_wanted)
        self.setup.start.clicked.connect(self._begin)
        self._test: AbxTest | None = None
        self._is_saved = False
        self.setWindowTitle(self.tr("Listening test (ABX)"))
        self.setMinimumWidth(_WIDTH)
        self._pages = QStackedWidget()
        for page in (
            _page(self, self.setup, buttons=[self.setup.start]),
            self._make_trial(),
            self._make_result(),
        ):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.addWidget(self._pages)
        self._add_keys()
        engine.ended.connect(self._play_again)

    # -- making -------------------------------------------------------------------

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
            button.setProperty("role", "sample")
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
        return _page(self, self._count, self._bar, sounds, answers, self._score, self._stretch)

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
        # Of themselves labels whose text can be selected take the focus by clicks alone.
        self._sequence.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sequence.setAccessibleName(self.tr("Sequence and answers"))
        save = QPushButton(self.tr("Save the result…"))
        save.clicked.connect(self._save)
        again = QPushButton(self.tr("Another test"))
        again.clicked.connect(self._set_up_again)
        return _page(self, self._verdict, self._numbers, self._sequence, buttons=[save, again])

    def _add_keys(self) -> None:
        for name in ("A", "X", "B"):
            self._on_key(name, self._sounds[name])
        for name in ("A", "B"):
            self._on_key(f"Shift+{name}", self._answers[name])
        QShortcut(QKeySequence("P"), self, self._engine.toggle)

    def _on_key(self, keys: str, button: QPushButton) -> None:
        QShortcut(QKeySequence(keys), self, button.click)

    def prepare(self, *, is_matched: bool) -> None:
        """Ask what is to be compared, equally loud or not."""
        self.setup.prepare(is_matched=is_matched)

    # -- the test -----------------------------------------------------------------

    @property
    def test(self) -> AbxTest | None:
        """The test that is going on, or has been taken."""
        return self._test

    @Slot()
    def _begin(self) -> None:
        seed = SystemRandom().getrandbits(53) if self._seed is None else self._seed
        self._test, self._is_saved = AbxTest(seed, self.setup.trials.value()), False
        self._settings.set("abx/trials", self.setup.trials.value())
        self._bar.setRange(0, self.setup.trials.value())
        self._score.setVisible(self.setup.peeks.isChecked())
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
        self._engine.hear(self.setup.lane_of(hidden).heard)

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
        if self._may_be_lost():
            self._test, self._seed = None, None
            self._pages.setCurrentIndex(0)

    def described(self) -> dict[str, Any]:
        """Return what was compared and how, as plain JSON types."""
        first, last = self._loop.active or (None, None)
        stretch = {"from_seconds": first, "to_seconds": last}
        return {"program": f"ROAD Studio {version}"} | self.setup.described() | stretch

    @Slot()
    def _save(self) -> None:
        self._save_somewhere()

    def _save_somewhere(self) -> bool:
        """Ask for a file and write the result there; return whether it is there."""
        folder = self._settings.value("folders/results", str(Path.home()))
        name = f"{self._programme.main.listening.path.stem} ABX.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the result"),
            str(Path(folder) / name),
            self.tr("JSON (*.json)") + ";;" + self.tr("Table (*.csv)"),
        )
        if not chosen:
            return False
        self._settings.set("folders/results", str(Path(chosen).parent))
        return self.save(Path(chosen))

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
        self._is_saved = self._is_saved or written
        if not written:
            self._numbers.setText(
                self.tr("The result cannot be written to {path}: {reason}").format(
                    path=path, reason=file.errorString()
                )
            )
        return bool(written)

    # -- the end ------------------------------------------------------------------

    def reject(self) -> None:
        """Close, unless answers would be lost by that which the listener wants to keep."""
        if self._may_be_lost():
            super().reject()

    def _may_be_lost(self) -> bool:
        """Whether nothing is lost with the test, or may be; what is to be saved is saved."""
        test = self._test
        if test is None or not test.n_answered or self._is_saved:
            return True
        if not test.is_complete:
            return may_give_up(test, self)
        fate = fate_of_result(self)
        return self._save_somewhere() if fate is Fate.SAVED else fate is Fate.DISCARDED


def _page(
    dialog: QDialog, *parts: QWidget | Any, buttons: list[QPushButton] | None = None
) -> QWidget:
    """Put parts under each other, buttons and a way out at the foot."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    foot = QHBoxLayout()
    foot.addStretch(1)
    close = QPushButton(QCoreApplication.translate("AbxDialog", "Close"))
    close.setAutoDefault(False)
    close.clicked.connect(dialog.reject)
    for button in [*(buttons or []), close]:
        foot.addWidget(button)
    column.addLayout(foot)
    return page
