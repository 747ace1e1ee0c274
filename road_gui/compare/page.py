"""The Compare page: two sounds over one time axis, their measures, and what is heard of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from road_gui.compare.actions import CompareActions
from road_gui.compare.bars import HearingBar, LaneBar
from road_gui.compare.display import Display
from road_gui.compare.empty import EmptyCompare
from road_gui.compare.metrics_model import MetricsModel
from road_gui.compare.opening import OpenPair, open_both
from road_gui.compare.pair_card import PairCard
from road_gui.compare.pair_choice import PairChoice
from road_gui.compare.panel import ComparePanel
from road_gui.compare.playing import Heard, Playing
from road_gui.compare.saving import Saver
from road_gui.compare.spectra import Spectra
from road_gui.compare.stage import Stage
from road_gui.compare.survey import Survey
from road_gui.compare.time_view import TimeView
from road_gui.file_filters import name_filters
from road_gui.icons import icon
from road_gui.jobs.job import JobRunner
from road_gui.jobs.latest import Latest
from road_gui.key_guard import KeyGuard
from road_gui.messages import explain, percent_text
from road_gui.settings import Settings
from road_gui.theme import Theme


class ComparePage(QWidget):
    """Shows a pair of sounds, and what is known of it.

    Parameters
    ----------
    settings : Settings
        Which lanes are shown, and how, is kept here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    status(str)
        Something worth a line at the foot of the window.
    opened()
        Two sounds are there.
    surveyed()
        Every sample of them has been seen.
    """

    status = Signal(str)
    opened = Signal()
    surveyed = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobRunner(self)
        self.choice = PairChoice(self)
        self.view = TimeView(self)
        self.commands = CompareActions(self)
        self.playing = Playing(self.view, self)
        self.model = MetricsModel(self)
        self.pair: OpenPair | None = None
        self.survey: Survey | None = None
        self.spectra: Spectra | None = None
        self._opener = Latest(self._jobs, parent=self)
        self._guard = KeyGuard([one for one in self.commands.all() if one is not None], self)
        self._empty = EmptyCompare(self.commands, theme)
        self._card = PairCard(self.commands)
        self.stage = Stage(self.view, theme)
        saves = [self.commands.save_measures, self.commands.save_picture]
        self.panel = ComparePanel(self.model, saves, settings, theme)
        self._saver = Saver(settings, self)
        self._bar = HearingBar(self.commands)
        self._pages = QStackedWidget()
        self._lay_out()
        self._restore_lanes()
        self._connect()
        self._show_display()
        self._enable()

    # -- for the window -----------------------------------------------------------

    def open_pair(self, original: Path | None, decoded: Path | None) -> None:
        """Compare two files; one of them may still be missing."""
        if original is None and decoded is not None:
            self.choice.set_decoded(decoded)
        else:
            self.choice.set(original, decoded)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Take what was dropped here."""
        self.choice.take([path for path in paths if not path.is_dir()])

    def actions_for_menu(self) -> list[QAction | None]:
        """Return the actions of the page, None for a line between groups."""
        return self.commands.all()

    def close_all(self) -> None:
        """Let go of both sounds and end all threads."""
        self._opener.forget()
        self._let_go()
        self._jobs.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work."""
        super().showEvent(event)
        self._enable()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the keys to the page that is shown."""
        super().hideEvent(event)
        self._enable()

    # -- how it is laid out -------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._card)
        left.addWidget(LaneBar(self.commands))
        left.addWidget(self.stage, 1)
        left.addWidget(self._bar)
        compared = QWidget()
        row = QHBoxLayout(compared)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(compared)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    # -- what is connected to what ------------------------------------------------

    def _connect(self) -> None:
        commands, view = self.commands, self.view
        self.choice.changed.connect(self._open)
        self._opener.done.connect(self._take_pair)
        self._opener.failed.connect(self._refuse_pair)
        self._saver.status.connect(self.status)
        self.playing.changed.connect(self._show_playing)
        self.stage.read_out.connect(self._bar.show_text)
        self.panel.form.changed.connect(self._show_display)
        view.selection_changed.connect(self._follow_selection)
        commands.zoom_requested.connect(view.zoom)
        commands.pan_requested.connect(view.pan)
        commands.frequency_zoom_requested.connect(self.stage.zoom_frequencies)
        commands.frequency_pan_requested.connect(self.stage.pan_frequencies)
        commands.move_requested.connect(self._move_cursor)
        commands.step_requested.connect(self._step_cursor)
        self.stage.lanes.addAction(commands.clear)
        for action, slot in {
            commands.open_original: self._choose_original,
            commands.open_decoded: self._choose_decoded,
            commands.swap: self.choice.swap,
            commands.play: self.playing.toggle,
            commands.swap_heard: self.playing.swap,
            commands.select_all: view.select_all,
            commands.clear: view.clear_selection,
            commands.select_from: view.select_from_cursor,
            commands.select_to: view.select_to_cursor,
            commands.zoom_all: view.show_all,
            commands.all_frequencies: self.stage.show_all_frequencies,
            commands.zoom_selection: view.show_selection,
            commands.save_measures: self._save_measures,
            commands.save_picture: self._save_picture,
        }.items():
            action.triggered.connect(slot)
        commands.loop.toggled.connect(self.playing.set_loops)
        for action in commands.hear.values():
            action.triggered.connect(self._hear)
        for action in commands.lanes:
            action.toggled.connect(self._show_lanes)

    def _restore_lanes(self) -> None:
        defaults = Display()
        kept = {
            "waves": (self.commands.show_waves, defaults.waves),
            "snr": (self.commands.show_snr, defaults.snr),
            "spectra": (self.commands.show_spectra, defaults.spectra),
        }
        for name, (action, default) in kept.items():
            action.setData(name)
            action.setChecked(self._settings.value(f"compare/{name}", default))

    def _enable(self) -> None:
        is_shown = self.isVisible()
        for action in (self.commands.open_original, self.commands.open_decoded):
            action.setEnabled(is_shown)
        works = is_shown and self.pair is not None
        for action in self.commands.of_pair():
            action.setEnabled(works)
        if works:
            has_seed = self.pair is not None and self.pair.seed_format is not None
            self.commands.hear["seed"].setEnabled(has_seed)
            has_selection = self.view.selection is not None
            self.commands.clear.setEnabled(has_selection)
            self.commands.zoom_selection.setEnabled(has_selection)
            self.commands.save_measures.setEnabled(
                self.survey is not None and self.survey.whole is not None
            )

    # -- the pair -----------------------------------------------------------------

    @Slot()
    def _choose_original(self) -> None:
        path = self._ask_for_sound(self.tr("Choose the original"))
        if path is not None:
            self.choice.set_original(path)

    @Slot()
    def _choose_decoded(self) -> None:
        path = self._ask_for_sound(self.tr("Choose the encoded or decoded sound"))
        if path is not None:
            self.choice.set_decoded(path)

    def _ask_for_sound(self, title: str) -> Path | None:
        folder = self._settings.value("folders/compare", str(Path.home()))
        name, _ = QFileDialog.getOpenFileName(self, title, folder, ";;".join(name_filters()))
        if not name:
            return None
        self._settings.set("folders/compare", str(Path(name).parent))
        return Path(name)

    @Slot()
    def _open(self) -> None:
        original, decoded = self.choice.original, self.choice.decoded
        self._let_go()
        self._opener.forget()
        self._empty.show_paths(original, decoded)
        self._pages.setCurrentIndex(0)
        self._enable()
        if original is None or decoded is None:
            self._empty.show_status("")
            return
        self._empty.show_status(self.tr("Opening both, and lining them up …"))
        first, second = original, decoded
        self._opener.want(lambda: open_both(first, second))

    def _let_go(self) -> None:
        """Forget the pair before."""
        self.playing.set_pair(None)
        for one in (self.survey, self.spectra):
            if one is not None:
                one.cancel()
                one.deleteLater()
        self.pair = self.survey = self.spectra = None
        self.stage.show_pair(None, None)

    @Slot(object)
    def _take_pair(self, pair: OpenPair) -> None:
        self.pair = pair
        self.survey = Survey(pair, self._jobs, self)
        self.spectra = Spectra(pair, self._jobs, self)
        self.survey.grown.connect(self._tell_progress)
        self.survey.surveyed.connect(self.surveyed)
        self.survey.measured.connect(self._show_measures)
        self.survey.failed.connect(self._tell_failure)
        self.spectra.failed.connect(self._tell_failure)
        self._card.show_pair(pair)
        self.panel.form.set_pair(pair)
        self.view.set_sound(pair.n_samples or 0, pair.rate_hz)
        self.playing.set_pair(pair)
        self.stage.show_pair(self.survey, self.spectra)
        self._pages.setCurrentIndex(1)
        self._show_display()
        self._show_measures()
        self._enable()
        self.survey.start()
        if self.isVisible():
            self.stage.lanes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    @Slot(object)
    def _refuse_pair(self, error: Exception) -> None:
        sentence = explain(error).line
        self._empty.show_status(sentence, is_bad=True)
        self.status.emit(sentence)

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        if self.pair is not None:
            self._card.show_notice(sentence)
        self.status.emit(sentence)

    @Slot()
    def _tell_progress(self) -> None:
        share = None if self.survey is None else self.survey.share
        if share is not None and share < 1.0:
            text = self.tr("Reading both sounds: {share}").format(share=percent_text(share))
            self._bar.show_text(text)
        else:
            self.stage.tell_cursor()

    # -- how it is shown ----------------------------------------------------------

    @Slot()
    def _show_lanes(self) -> None:
        for action in self.commands.lanes:
            self._settings.set(f"compare/{action.data()}", action.isChecked())
        self._show_display()

    @Slot()
    def _show_display(self) -> None:
        commands = self.commands
        shown = Display(
            waves=commands.show_waves.isChecked(),
            snr=commands.show_snr.isChecked(),
            spectra=commands.show_spectra.isChecked(),
        )
        self.stage.set_display(self.panel.form.display(shown))

    # -- measures -----------------------------------------------------------------

    @Slot()
    def _follow_selection(self) -> None:
        if self.survey is not None:
            self.survey.want_stretch(self.view.selection)
        self._show_measures()
        self._enable()

    @Slot()
    def _show_measures(self) -> None:
        survey = self.survey
        is_coming = survey is not None and survey.whole is None
        self.model.show(
            None if survey is None else survey.whole,
            None if survey is None else survey.stretch,
            share=survey.measured_share if survey is not None and is_coming else None,
            is_stretch_wanted=self.view.selection is not None,
        )
        self._enable()

    @Slot()
    def _save_measures(self) -> None:
        if self.pair is not None and self.survey is not None:
            self._saver.save_measures(self.pair, self.survey, self.view.selection)

    @Slot()
    def _save_picture(self) -> None:
        if self.pair is not None:
            self._saver.save_picture(self.pair, self.stage.lanes)

    # -- cursor and sound ---------------------------------------------------------

    @Slot(float)
    def _move_cursor(self, share: float) -> None:
        self._put_cursor(self.view.cursor + share * self.view.width)

    @Slot(int)
    def _step_cursor(self, n_samples: int) -> None:
        self._put_cursor(self.view.cursor + n_samples)

    def _put_cursor(self, sample: float) -> None:
        self.view.put_cursor(sample, follow=True)

    @Slot()
    def _hear(self) -> None:
        for name, action in self.commands.hear.items():
            if action is self.sender():
                self.playing.play(Heard(name))

    @Slot()
    def _show_playing(self) -> None:
        now, play = self.playing.now, self.commands.play
        play.setText(self.tr("&Play") if now is None else self.tr("&Stop"))
        for name, action in self.commands.hear.items():
            is_heard = now is not None and now.value == name
            action.setIcon(icon("volume" if is_heard else "play"))
