"""The player's page: a file, its waveform, and everything to listen to it."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from road_codec import RoadError
from road_gui.file_filters import encoded_filter
from road_gui.jobs.job import JobRunner
from road_gui.key_guard import KeyGuard
from road_gui.messages import explain, percent_text
from road_gui.player.actions import PlayerActions
from road_gui.player.choices import ChoicesPanel
from road_gui.player.device import Opened
from road_gui.player.empty import EmptyPlayer
from road_gui.player.engine import Engine, State
from road_gui.player.facts import FactsCard
from road_gui.player.opening import Opener, OpenFile
from road_gui.player.overview import Overview
from road_gui.player.source import Heard, Listening
from road_gui.player.stretch import StretchPlayer
from road_gui.player.transport import Transport
from road_gui.player.wave_view import WaveView
from road_gui.player.words import playing_text, rate_text, reckoning_text
from road_gui.settings import Settings
from road_gui.theme import Theme


class PlayerPage(QWidget):
    """Plays one file, and shows what it plays.

    Parameters
    ----------
    settings : Settings
        Volume, device and rate are kept here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    status(str)
        Something worth a line at the foot of the window.
    opened(Path)
        A file is open.
    decode_requested(Path, DecodeOptions)
        The sound is to be written to a file, decoded like that.
    """

    status = Signal(str)
    opened = Signal(object)
    decode_requested = Signal(object, object)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._file: OpenFile | None = None
        self._overview: Overview | None = None
        self._device: Opened | None = None
        self._knows_devices = False
        self._jobs = JobRunner(self)
        self._opener = Opener(self._jobs, self)
        self.engine = Engine(self)
        self.stretch = StretchPlayer(self.engine, self)
        self.commands = PlayerActions(self)
        self._menu = self.commands.all()
        self._guard = KeyGuard(self._menu, self)
        self._empty = EmptyPlayer(theme)
        self._facts = FactsCard(self.commands.details)
        self._view = WaveView(self.commands, theme)
        self._choices = ChoicesPanel(self.commands, settings)
        self._transport = Transport(self.commands, settings)
        self._lay_out()
        self._connect()
        self.engine.set_volume(self._transport.volume)
        self._choose_device()
        self._show_file(None)

    def _lay_out(self) -> None:
        player = QWidget()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._facts)
        left.addWidget(self._view, 1)
        left.addWidget(self._transport)
        row = QHBoxLayout(player)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._choices)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(player)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self._opener.opened.connect(self._take_file)
        self._opener.failed.connect(self._refuse_file)
        self._opener.failed.connect(self.stretch.fail)
        self.stretch.open_requested.connect(self.open_path)
        self.opened.connect(self.stretch.begin)
        self._empty.choose_requested.connect(self._choose_file)
        engine, actions = self.engine, self.commands
        engine.state_changed.connect(self._follow_state)
        engine.moved.connect(self._follow_place)
        engine.opened.connect(self._follow_device)
        engine.trouble_changed.connect(self._follow_trouble)
        engine.failed.connect(self._show_failure)
        engine.devices.listed.connect(self._choices.device.set_devices)
        engine.devices.absent.connect(self._choices.device.show_note)
        engine.devices.probed.connect(self._take_rates)
        actions.play.triggered.connect(engine.toggle)
        actions.stop.triggered.connect(engine.stop)
        actions.to_start.triggered.connect(self._go_to_start)
        actions.to_end.triggered.connect(self._go_to_end)
        actions.skip_requested.connect(self._skip)
        actions.decode.triggered.connect(self._request_decoding)
        self._transport.volume_changed.connect(engine.set_volume)
        self._view.waveform.seek_requested.connect(engine.seek)
        self._choices.changed.connect(self._switch)
        self._choices.device.changed.connect(self._choose_device)
        self._choices.device.refresh_requested.connect(self._refresh_devices)

    # -- for the window -----------------------------------------------------------

    @Slot(object)
    def open_path(self, path: object) -> None:
        """Open a file, encoded or any other sound, in place of the one before."""
        self._ask_for_devices()
        self._opener.open(Path(os.fspath(path)))  # type: ignore[call-overload]

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self.engine.stop()

    def close_all(self) -> None:
        """Close the file and end all threads."""
        self._opener.forget()
        self._show_file(None)
        self.engine.close()
        self._jobs.shut_down()
        # A file that was being opened comes by an event, and wants to be closed.
        QCoreApplication.sendPostedEvents(self._opener)

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the player, with separators between groups."""
        return list(self._menu)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work, and look which devices there are."""
        super().showEvent(event)
        self._ask_for_devices()
        self._enable_actions()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the keys to the page that is shown."""
        super().hideEvent(event)
        self._enable_actions()

    # -- the file -----------------------------------------------------------------

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file to listen to"),
            self._settings.value("folders/open", str(Path.home())),
            encoded_filter(self) + ";;" + self.tr("All files (*)"),
        )
        if name:
            self._settings.set("folders/open", str(Path(name).parent))
            self.open_path(Path(name))

    @Slot(object)
    def _take_file(self, file: OpenFile) -> None:
        self._show_file(file)
        listening = self._listening()
        if listening is not None:
            self.engine.load(listening, file.reader.format_of(listening))
        self._start_overview(file)
        self._probe()
        if self.isVisible():
            self._view.waveform.setFocus()
        self.opened.emit(file.path)

    @Slot(str)
    def _refuse_file(self, sentence: str) -> None:
        self._transport.show_status(sentence, is_bad=True)
        self.status.emit(sentence)

    def _show_file(self, file: OpenFile | None) -> None:
        """Let go of the file before, and show another one."""
        if self._overview is not None:
            self._overview.cancel()
            self._overview.deleteLater()
            self._overview = None
        self.engine.unload()
        if self._file is not None:
            self._file.reader.close()
        self._file, self._device = file, None
        self._view.waveform.clear_layers()
        self._choices.set_file(file)
        self._transport.show_status("")
        if file is not None:
            self._facts.show_file(file)
        self._pages.setCurrentIndex(0 if file is None else 1)
        self._enable_actions()

    def _start_overview(self, file: OpenFile) -> None:
        overview = Overview(file, self._jobs, self)
        overview.grown.connect(self._show_waves)
        overview.described.connect(self._show_description)
        overview.failed.connect(self._show_damage)
        self._view.waveform.detail_wanted.connect(overview.want_detail)
        self._overview = overview
        self._show_waves()
        overview.start()

    @Slot()
    def _show_waves(self) -> None:
        overview, file = self._overview, self._file
        if overview is None or file is None:
            return
        layers = [overview.sound]
        if overview.seed is not None:
            is_seed = self._choices.heard is Heard.SEED
            layers = [overview.seed] if is_seed else [overview.seed, overview.sound]
        # Without a known length the sound is as long as what has been read of it.
        seconds = overview.sound.seconds if file.seconds is None else file.seconds
        self._view.waveform.show_layers(layers, seconds)
        self._view.set_length(seconds)
        if self.engine.state is State.STOPPED and not self._transport.is_alarmed:
            self._show_progress(overview)

    def _show_progress(self, overview: Overview) -> None:
        share = overview.share
        text = ""
        if share is not None and share < 1.0 and overview.seed is not None:
            text = self.tr("Shown so far: the sound as far as {share}, then the seed").format(
                share=percent_text(share)
            )
        self._transport.show_status(text)

    @Slot(object)
    def _show_description(self, description: dict[str, Any]) -> None:
        self._facts.show_description(description)
        self._enable_actions()

    @Slot(str)
    def _show_damage(self, sentence: str) -> None:
        self._facts.add_notice(sentence)
        self.status.emit(sentence)

    # -- what is heard ------------------------------------------------------------

    def _listening(self) -> Listening | None:
        if self._file is None:
            return None
        return Listening(self._file.path, self._choices.heard, self._choices.options())

    @Slot()
    def _switch(self) -> None:
        listening = self._listening()
        if listening is None or self._file is None:
            return
        try:
            sound = self._file.reader.format_of(listening)
        except RoadError as error:
            self._show_failure(explain(error).line)
            return
        self.engine.switch(listening, sound)
        self._show_waves()
        self._show_rate()

    @Slot()
    def _request_decoding(self) -> None:
        if self._file is not None:
            self.decode_requested.emit(self._file.path, self._choices.options())

    # -- where it is --------------------------------------------------------------

    @Slot(float)
    def _skip(self, seconds: float) -> None:
        self.engine.seek(self.engine.seconds + seconds)

    @Slot()
    def _go_to_start(self) -> None:
        self.engine.seek(0.0)

    @Slot()
    def _go_to_end(self) -> None:
        if self.engine.length_seconds is not None:
            self.engine.seek(self.engine.length_seconds)

    @Slot(float)
    def _follow_place(self, seconds: float) -> None:
        if self._file is None:
            return
        self._view.waveform.set_cursor(seconds, follow=self.engine.is_active)
        self._transport.show_place(seconds, self.engine.length_seconds)

    @Slot(object)
    def _follow_state(self, state: State) -> None:
        self._transport.show_state(state)
        if self.engine.is_active:
            self._show_rate()
        elif not self._transport.is_alarmed:
            self._transport.show_status("")
        self._enable_actions()

    def _enable_actions(self) -> None:
        works = self._file is not None and self.isVisible()
        for action in self._menu:
            action.setEnabled(works)
        if works and self._file is not None:
            self.commands.hear_decoded.setEnabled(self._file.is_encoded)
            self.commands.hear_seed.setEnabled(self._file.seed is not None)
            self.commands.decode.setEnabled(self._file.is_encoded)
            self.commands.details.setEnabled(self._facts.has_details)
            self.commands.reshuffle.setEnabled(self._choices.is_random)
            self.commands.stop.setEnabled(self.engine.state is not State.STOPPED)

    # -- the device ---------------------------------------------------------------

    def _ask_for_devices(self) -> None:
        if not self._knows_devices:
            self._knows_devices = True
            self.engine.devices.list_devices()

    @Slot()
    def _refresh_devices(self) -> None:
        self.engine.stop()
        self._choices.device.show_note("")
        self.engine.devices.list_devices(anew=True)
        self._probe()

    @Slot()
    def _choose_device(self) -> None:
        device = self._choices.device
        self.engine.set_device(device.key, device.latency_seconds)
        self._probe()

    def _probe(self) -> None:
        rates_hz = self._choices.rate.rates_hz()
        if rates_hz:
            self.engine.devices.probe(self._choices.device.key, rates_hz)

    @Slot(str, object)
    def _take_rates(self, key: str, rates_hz: list[int]) -> None:
        if key == self._choices.device.key:
            self._choices.rate.set_highest(max(rates_hz, default=None))

    @Slot(object)
    def _follow_device(self, opened: Opened) -> None:
        self._device = opened
        self._show_rate()
        if opened.wish.device not in ("", opened.device.key):
            self.status.emit(
                self.tr("The chosen sound device is not there: played on “{device}”.").format(
                    device=opened.device.name
                )
            )

    def _show_rate(self) -> None:
        """Say at which rate the sound is made and played."""
        listening = self._listening()
        if listening is None or self._file is None or not self.engine.is_active:
            return
        made_hz = self._file.reader.format_of(listening).rate_hz
        choice, made = self._choices.rate.choice, rate_text(made_hz)
        if choice is not None and listening.heard is Heard.DECODED:
            made = reckoning_text(self._file.sound.rate_hz, choice)
        device = self._device
        is_open = device is not None and device.wish.rate_hz == made_hz
        played_hz = device.tap.rate_hz if device is not None and is_open else made_hz
        self._transport.show_status(playing_text(made, made_hz, played_hz))

    @Slot(str)
    def _follow_trouble(self, sentence: str) -> None:
        if sentence:
            self._transport.show_status(sentence)
        else:
            self._show_rate()

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._transport.show_status(sentence, is_bad=True)
        self.status.emit(sentence)
