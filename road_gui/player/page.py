"""The player's page: a file, its waveform, and everything to listen to it."""

import os
from collections.abc import Mapping
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
from road_gui.player.analysis import Analysis
from road_gui.player.aside import Aside
from road_gui.player.choices import ChoicesPanel
from road_gui.player.comparing import Comparing
from road_gui.player.device_link import DeviceLink
from road_gui.player.empty import EmptyPlayer
from road_gui.player.engine import Engine
from road_gui.player.facts import FactsCard
from road_gui.player.loop import Loop
from road_gui.player.opening import Opener, OpenFile
from road_gui.player.programme import Programme, programme_of
from road_gui.player.source import Heard
from road_gui.player.state import State
from road_gui.player.steering import Steering
from road_gui.player.telling import RateTeller
from road_gui.player.transport import Transport
from road_gui.player.wave_view import WaveView
from road_gui.player.waves import Waves
from road_gui.player.way import Way
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
        self._programme: Programme | None = None
        self._original: Path | None = None
        self._plays_at_once = False
        self._jobs = JobRunner(self)
        self._opener = Opener(self._jobs, self)
        self.engine = Engine(self)
        self.loop = Loop(self)
        self.analysis = Analysis(self.engine, self)
        self.aside = Aside(self.engine, self._jobs, self)
        self.commands = PlayerActions(self)
        self._menu = self.commands.all()
        self._view_menu = self.commands.view()
        self._guard = KeyGuard([*self._menu, *self._view_menu], self)
        self._empty = EmptyPlayer(theme)
        self._facts = FactsCard(self.commands.details)
        self._view = WaveView(self.commands, self.analysis, settings, theme)
        self._waves = Waves(self._view, self._jobs, self)
        self._choices = ChoicesPanel(self.commands, settings)
        self._comparing = Comparing(
            self.engine, self.loop, self._choices.heard, self._jobs, settings, self
        )
        self._transport = Transport(self.commands, settings)
        self._steering = Steering(self.commands, self.engine, self.loop, self._view.waveform, self)
        self._rate = RateTeller(self.engine, self._choices, self._transport, self._view, self)
        self._link = DeviceLink(self.engine, self._choices.device, self._choices.rate, self)
        self._lay_out()
        self._connect()
        self._connect_comparing()
        for engine in (self.engine, self.aside.engine):
            engine.set_volume(self._transport.volume)
        self._link.choose()
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
        self._empty.choose_requested.connect(self._choose_file)
        engine, actions = self.engine, self.commands
        engine.state_changed.connect(self._follow_state)
        engine.moved.connect(self._follow_place)
        engine.failed.connect(self._show_failure)
        engine.noticed.connect(self.status)
        engine.heard_changed.connect(self._follow_heard)
        self._waves.grown.connect(self._show_progress)
        self._waves.described.connect(self._show_description)
        self._waves.failed.connect(self._show_damage)
        actions.decode.triggered.connect(self._request_decoding)
        self._transport.volume_changed.connect(engine.set_volume)
        self._transport.volume_changed.connect(self.aside.engine.set_volume)
        self.aside.failed.connect(self.status)
        self._choices.changed.connect(self._switch)
        self._link.told.connect(self.status)

    def _connect_comparing(self) -> None:
        actions, heard, comparing = self.commands, self._choices.heard, self._comparing
        actions.hear_requested.connect(heard.hear)
        actions.swap.triggered.connect(heard.swap)
        actions.choose_original.triggered.connect(self._choose_original)
        actions.forget_original.triggered.connect(self._forget_original)
        actions.listening_test.triggered.connect(self._test_listening)
        heard.original_dropped.connect(comparing.choose_original)
        comparing.original_changed.connect(self._take_original)
        comparing.failed.connect(self.status)
        comparing.blind_changed.connect(self._set_blind)

    # -- for the window -----------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        return None if self._file is None else self._file.path

    @property
    def original(self) -> Path | None:
        """What the file was made from, as far as that is known."""
        found = self._comparing.original
        return self._original if found is None else found.path

    @property
    def waveform(self) -> QWidget:
        """What the keys are for when nothing else has them."""
        return self._view.waveform

    @property
    def tags(self) -> Mapping[str, str]:
        """Title, artist and the like, by their names in the library; what the file has of them."""
        return {} if self._file is None else self._file.sound.tags

    @property
    def volume(self) -> float:
        """How loud it is played, 0.0 to 1.0 in even steps for ears; mute or not."""
        return self._transport.level

    def set_volume(self, volume: float) -> None:
        """Play louder or quieter."""
        self._transport.set_level(volume)

    @Slot(object)
    def open_path(self, path: object, original: Path | None = None, *, plays: bool = False) -> None:
        """Open a file, encoded or any other sound, in place of the one before.

        Without an original, one of the same name beside an encoded file is taken.
        It rests until it is started, or `plays` as soon as it is open.
        """
        self._link.ask()
        self._original, self._plays_at_once = original, plays
        self._opener.open(Path(os.fspath(path)))  # type: ignore[call-overload]

    def demonstrate(self, way: Way, *, afresh: bool = True) -> None:
        """Set the panel to a way of hearing, and play, `afresh` from the beginning."""
        self._choices.set_way(way)
        if afresh:
            self.engine.seek(0.0)
        self.engine.play()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self.engine.stop()

    def may_close(self) -> bool:
        """Ask where answers of a listening test would be lost; return whether they may be."""
        return self._comparing.may_close()

    def give_up_test(self) -> None:
        """End a listening test without asking."""
        self._comparing.give_up_test()

    def close_all(self) -> None:
        """Close the file and end all threads."""
        self._opener.forget()
        self._show_file(None)
        self.aside.close()
        self.engine.close()
        self._jobs.shut_down()
        # A file that was being opened comes by an event, and wants to be closed.
        QCoreApplication.sendPostedEvents(self._opener)

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the player, with separators between groups."""
        return list(self._menu)

    def actions_for_view(self) -> list[QAction]:
        """Return those actions that change what is seen."""
        return list(self._view_menu)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work, and look which devices there are."""
        super().showEvent(event)
        self._link.ask()
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
            encoded_filter() + ";;" + self.tr("All files (*)"),
        )
        if name:
            self._settings.set("folders/open", str(Path(name).parent))
            self.open_path(Path(name))

    @Slot(object)
    def _take_file(self, file: OpenFile) -> None:
        self._show_file(file)
        self._programme = programme_of(file, self._choices.options())
        self.engine.load(self._programme)
        self._rate.set_programme(self._programme)
        self.loop.reset(self.engine.length_seconds)
        self._comparing.open(file, self._programme, self._original)
        self._enable_actions()
        self._waves.open(file, self._choices.options())
        self._link.probe()
        if self.isVisible():
            self._view.waveform.setFocus()
        if self._plays_at_once:
            self.engine.play()
        self.opened.emit(file.path)

    @Slot(str)
    def _refuse_file(self, sentence: str) -> None:
        self._transport.show_status(sentence, is_bad=True)
        self.status.emit(sentence)

    def _show_file(self, file: OpenFile | None) -> None:
        """Let go of the file before, and show another one."""
        self._waves.close()
        self.engine.load(None)
        self._comparing.close()
        self.loop.reset(None)
        if self._file is not None:
            self._file.reader.close()
        self._file, self._programme = file, None
        self._steering.file = file
        self._rate.set_file(file)
        self._choices.set_file(file)
        self.engine.hear(Heard.DECODED)
        self._transport.show_status("")
        if file is not None:
            self._facts.show_file(file)
        self._pages.setCurrentIndex(0 if file is None else 1)
        self._enable_actions()

    @Slot()
    def _show_progress(self) -> None:
        if self.engine.state is not State.STOPPED or self._transport.is_alarmed:
            return
        share, text = self._waves.share, ""
        if share < 1.0:
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

    @Slot()
    def _take_original(self) -> None:
        self._facts.show_original(self._comparing.original)
        self._waves.set_original(self._comparing.original)
        self._switch()

    @Slot()
    def _switch(self) -> None:
        """Go on with what is chosen now: decoded like that, beside that original."""
        if self._file is None:
            return
        try:
            programme = programme_of(self._file, self._choices.options(), self._comparing.original)
        except RoadError as error:
            self._show_failure(explain(error).line)
            return
        if programme != self._programme:
            self._programme = programme
            self.engine.switch(programme)
            self._comparing.follow(programme)
            self._waves.set_options(self._choices.options())
        self._rate.set_programme(programme)
        self._enable_actions()

    @Slot(object)
    def _follow_heard(self, heard: Heard) -> None:
        if not self._comparing.is_blind:
            self._choices.heard.follow(heard)
            self._waves.show_heard(heard)
            self._rate.tell()

    @Slot(bool)
    def _set_blind(self, is_blind: bool) -> None:
        self.analysis.set_hidden(is_blind)
        self._rate.set_blind(is_blind)
        self._waves.show_heard(self.engine.heard, is_blind=is_blind)

    @Slot()
    def _request_decoding(self) -> None:
        if self._file is not None:
            self.decode_requested.emit(self._file.path, self._choices.options())

    @Slot()
    def _choose_original(self) -> None:
        self._comparing.ask_for_original(self)

    @Slot()
    def _forget_original(self) -> None:
        self._original = None
        self._comparing.forget_original()

    @Slot()
    def _test_listening(self) -> None:
        if self._programme is not None:
            self._comparing.test(self._programme, self)

    # -- where it is --------------------------------------------------------------

    @Slot(float)
    def _follow_place(self, seconds: float) -> None:
        if self._file is None or self._programme is None:
            return
        self._view.waveform.set_cursor(seconds, follow=self.engine.is_active)
        rate_hz = float(self._programme.main.rate_hz)
        self._transport.show_place(seconds, self.engine.length_seconds, rate_hz)

    @Slot(object)
    def _follow_state(self, state: State) -> None:
        self._transport.show_state(state)
        if self.engine.is_active:
            self._rate.tell()
        elif not self._transport.is_alarmed:
            self._transport.show_status("")
        self._enable_actions()

    def _enable_actions(self) -> None:
        works = self._file is not None and self.isVisible()
        for action in (*self._menu, *self._view_menu):
            action.setEnabled(works)
        if works and self._file is not None:
            actions, heard = self.commands, self._choices.heard
            for one, action in actions.hear.items():
                action.setEnabled(heard.can_hear(one))
            is_encoded = self._file.is_encoded
            has_original = self._comparing.original is not None
            compared = (actions.swap, actions.match, actions.choose_original, actions.decode)
            for action in (*compared, *actions.steps):
                action.setEnabled(is_encoded)
            actions.listening_test.setEnabled(is_encoded and self._comparing.can_be_tested)
            actions.forget_original.setEnabled(has_original)
            actions.details.setEnabled(self._facts.has_details)
            actions.reshuffle.setEnabled(self._choices.is_random)
            actions.unloop.setEnabled(self.loop.stretch is not None)
            actions.stop.setEnabled(self.engine.state is not State.STOPPED)

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._transport.show_status(sentence, is_bad=True)
        self.status.emit(sentence)
