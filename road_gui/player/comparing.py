"""What belongs to comparing in the player: the original, equal loudness, blind tests."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from road_gui.file_filters import sound_filter
from road_gui.jobs.job import JobRunner
from road_gui.player.abx_dialog import AbxDialog
from road_gui.player.engine import Engine
from road_gui.player.heard_choice import HeardChoice
from road_gui.player.loop import Loop
from road_gui.player.loudness import LoudnessMatcher, Matching
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original, OriginalFinder
from road_gui.player.programme import Programme
from road_gui.player.source import Heard
from road_gui.settings import Settings

translate = QCoreApplication.translate

# A loop whose ends are being dragged changes with every move of the mouse.
_PATIENCE_MS = 300


class Comparing(QObject):
    """Finds the original, levels the sounds, and takes listeners through a test.

    Signals
    -------
    original_changed()
        There is another original, or none any more.
    failed(str)
        What was chosen cannot be used, in a sentence.
    blind_changed(bool)
        From now on nothing may show what is heard, or it may again.
    """

    original_changed = Signal()
    failed = Signal(str)
    blind_changed = Signal(bool)

    def __init__(
        self,
        engine: Engine,
        loop: Loop,
        choice: HeardChoice,
        runner: JobRunner,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._loop, self._choice, self._settings = engine, loop, choice, settings
        self._file: OpenFile | None = None
        self._programme: Programme | None = None
        self.original: Original | None = None
        self.is_blind = False
        self._before = (Heard.DECODED, False)
        self._dialog: AbxDialog | None = None
        self.matcher = LoudnessMatcher(runner, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._match)
        self._finder = OriginalFinder(settings, runner, self)
        self._finder.found.connect(self._take_original)
        self._finder.failed.connect(self.failed)
        self.matcher.matched.connect(self._level)
        self.matcher.progressed.connect(choice.show_measuring)
        choice.chosen.connect(engine.hear)
        choice.matching_changed.connect(self._follow_matching)
        loop.changed.connect(self._follow_loop)

    @property
    def can_be_tested(self) -> bool:
        """Whether there are two sounds to tell apart."""
        return self._programme is not None and len(self._programme.lanes) > 1

    def open(self, file: OpenFile, programme: Programme, original: Path | None = None) -> None:
        """Begin with another file, and with its original where that is known."""
        self._file = file
        self.follow(programme)
        self._finder.look(file, original)

    def follow(self, programme: Programme) -> None:
        """Go on with another programme of the same file."""
        self._programme = programme
        heard = self._engine.heard
        if heard not in programme.heard:
            self._engine.hear(Heard.DECODED)
        if self._choice.is_matched:
            self._match()

    def close(self) -> None:
        """Have no file any more."""
        self._finder.cancel()
        self._patience.stop()
        self.matcher.forget()
        self._file, self._programme, self.original = None, None, None
        self._engine.set_gains({})
        self._choice.show_original(None)

    @Slot(object)
    def choose_original(self, path: Path) -> None:
        """Take a sound for the original."""
        if self._file is not None and self._file.is_encoded:
            self._finder.choose(self._file, path)

    def ask_for_original(self, window: QWidget) -> None:
        """Let people choose a sound for the original."""
        if self._file is None:
            return
        path = self._file.path
        name, _ = QFileDialog.getOpenFileName(
            window,
            translate("PlayerPage", "Choose the original of {name}").format(name=path.name),
            str(path.parent),
            sound_filter() + ";;" + translate("PlayerPage", "All files (*)"),
        )
        if name:
            self.choose_original(Path(name))

    @Slot()
    def forget_original(self) -> None:
        """Compare with none."""
        if self._file is not None:
            self._finder.forget(self._file)

    @Slot(object)
    def _take_original(self, original: Original | None) -> None:
        if original == self.original:
            return
        self.original = original
        self._choice.show_original(original)
        if original is None and self._engine.heard in (Heard.ORIGINAL, Heard.ERROR):
            self._engine.hear(Heard.DECODED)
        self.original_changed.emit()

    # -- equally loud -------------------------------------------------------------

    @Slot(bool)
    def _follow_matching(self, is_matched: bool) -> None:
        if is_matched:
            self._match()
        else:
            self._patience.stop()
            self.matcher.cancel()
            self._engine.set_gains({})

    @Slot()
    def _follow_loop(self) -> None:
        """Measure anew once the loop stays as it is."""
        if self._choice.is_matched and self._programme is not None:
            self._patience.start()

    @Slot()
    def _match(self) -> None:
        self._patience.stop()
        if self._programme is not None and len(self._programme.lanes) > 1:
            self.matcher.match(self._programme, self._loop.active)

    @Slot(object)
    def _level(self, matching: Matching) -> None:
        if self._choice.is_matched:
            self._engine.set_gains(matching.factors)
            self._choice.show_gains(matching.gains_db)

    # -- blind --------------------------------------------------------------------

    def test(self, programme: Programme, window: QWidget) -> AbxDialog:
        """Take a listener through a test, in a window that is shown when this returns."""
        dialog = AbxDialog(
            programme, self._engine, self._loop, self.matcher, self._settings, window
        )
        self._before = (self._engine.heard, self._choice.is_matched)
        self._set_blind(True)
        dialog.matching_wanted.connect(self._match_for_test)
        dialog.finished.connect(self._end_test)
        dialog.prepare(is_matched=True)
        dialog.open()
        self._dialog = dialog
        return dialog

    def may_close(self) -> bool:
        """Ask where answers of a test would be lost; return whether no test is left."""
        return self._dialog is None or self._dialog.close()

    def give_up_test(self) -> None:
        """End a test without asking: nobody is there to answer."""
        if self._dialog is not None:
            self._dialog.done(QDialog.DialogCode.Rejected)

    @Slot(bool)
    def _match_for_test(self, is_matched: bool) -> None:
        if is_matched != self._choice.is_matched:
            self._choice.set_matched(is_matched)  # which measures what is to be measured
        elif is_matched:
            self._match()

    @Slot()
    def _end_test(self) -> None:
        heard, was_matched = self._before
        # What was heard last may be X; it goes before anything is shown again.
        self._engine.hear(heard)
        self._choice.set_matched(was_matched)
        self._set_blind(False)
        self._dialog = None
        self.sender().deleteLater()

    def _set_blind(self, is_blind: bool) -> None:
        self.is_blind = is_blind
        self.blind_changed.emit(is_blind)
