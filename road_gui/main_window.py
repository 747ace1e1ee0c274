"""The window: its pages, a menu bar, and what comes in and goes out by its frame."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import DecodeOptions, is_encoded
from road_gui.codecs.page import CodecsPage
from road_gui.compare.page import ComparePage
from road_gui.compare_sound import CompareSound
from road_gui.dropping import Dropping, landings_of
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue_keeper import QueueKeeper
from road_gui.forms.number_box import dress_boxes
from road_gui.fractal.page import FractalPage
from road_gui.fractal_sound import FractalSound
from road_gui.help_menu import Help
from road_gui.icons import icon
from road_gui.menus import Menus, WindowActions
from road_gui.navigation import Navigation
from road_gui.notices import damages, words_of_second_window
from road_gui.one_window import bring_forward
from road_gui.player.page import PlayerPage
from road_gui.questions import encoded_file, may_reset, may_stop, target_for
from road_gui.settings import Settings
from road_gui.theme import Theme
from road_gui.tour_guide import TourGuide
from road_gui.view_keeper import ViewKeeper
from road_gui.welcome.bar import TourBar
from road_gui.welcome.demo import demo_folder
from road_gui.welcome.page import WelcomePage

_SMALLEST = QSize(1024, 640)
_FIRST_SIZE = QSize(1280, 800)
_STATUS_MS = 15_000


class MainWindow(QMainWindow):
    """Holds the pages together; what they do is their own affair.

    Attributes
    ----------
    wants_reset : bool
        Whether it was closed for the settings to be forgotten, and another one is to come.
    """

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self.wants_reset = False
        self._is_ending = False
        self.setWindowTitle("ROAD Studio")
        self.setWindowIcon(icon("road-studio"))
        self.setMinimumSize(_SMALLEST)
        self.commands = WindowActions(self)
        self.convert = ConvertPage(settings, theme)
        self.keeper = QueueKeeper(settings.path.with_name("queue.json"), self.convert.model, self)
        self.player = PlayerPage(settings, theme)
        self.compare = ComparePage(settings, theme)
        self._played: Path | None = None
        self.codecs = CodecsPage(settings, theme)
        self.fractal = FractalPage(settings, theme)
        self.fractal_sound = FractalSound(self.fractal, self.player, self)
        self.compare_sound = CompareSound(self.compare, self.player, self)
        self.welcome = WelcomePage(theme)
        self.tour = TourBar()
        self.guide = TourGuide(self.player, demo_folder(), self)
        self._pages = QStackedWidget()
        self.view_keeper = ViewKeeper(
            settings, self._pages, self.player, self.compare, (self.fractal, self.codecs), self
        )
        self._lay_out()
        self.menus = Menus(self.menuBar(), settings, theme)
        self.menus.fill(
            self.commands,
            self.convert.commands,
            self.player.actions_for_menu(),
            self.compare.actions_for_menu(),
            self.codecs.commands,
            self.fractal.commands.all(),
            self.player.actions_for_view(),
        )
        self.help = Help(self.commands, self.menus, self)
        self._connect()
        self.dropping = self._made_dropping(theme)
        self._restore()
        self._pages.currentChanged.connect(self._lead_keys)
        self.setFocus()  # no control is marked before somebody has gone to it

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Take files from the command line: one ROAD file to listen to, all else to convert."""
        if len(paths) == 1 and is_encoded(paths[0]):
            self.open_in_player(paths[0])
        else:
            self._queue_up(paths)

    @Slot(object, str)
    def take_over(self, paths: Sequence[Path], token: str) -> None:
        """Come to the front with what the program was given that was started a second time."""
        bring_forward(self, token)
        if paths:
            self.open_paths(paths)

    @Slot(object)
    @Slot(object, object)
    def open_in_player(
        self, path: Path, original: Path | None = None, *, plays: bool = False
    ) -> None:
        """Show the player, with a file in it; without an original it looks for one."""
        self.statusBar().clearMessage()  # it told of another file
        self._show_player()
        self.player.open_path(path, original, plays=plays)

    @Slot(object, object)
    def hear(self, path: Path, original: Path) -> None:
        """Show the player, and play a file as soon as it is open."""
        self.open_in_player(path, original, plays=True)

    @Slot(object, object)
    def open_in_compare(self, original: Path | None, decoded: Path) -> None:
        """Show the Compare page with two files; without an original it looks for one."""
        self._show_compare()
        self.compare.open_pair(original, decoded)

    @Slot()
    def end(self) -> None:
        """Close without asking, and all that is open above: nobody is there to answer."""
        self._is_ending = True
        self.player.give_up_test()
        QApplication.closeAllWindows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size."""
        super().resizeEvent(event)
        self.view_keeper.save_soon()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the place."""
        super().moveEvent(event)
        self.view_keeper.save_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once where work is going on, then stop it and leave nothing half done."""
        if not self._may_close():
            event.ignore()
            return
        self.view_keeper.close()
        # Whoever has decided to go need not watch the threads end.
        self.hide()
        self.convert.shut_down()
        self.compare.close_all()
        self.guide.shut_down()
        self.player.close_all()
        self.codecs.shut_down()
        self.fractal.close_all()
        self.keeper.close()
        self._settings.sync()
        event.accept()

    def _may_close(self) -> bool:
        if self._is_ending:
            return True
        if not self.player.may_close():
            return self._is_ending
        converts, measures = self.convert.is_running, self.codecs.is_running
        # While it is asked the end may be ordered, which counts more than no answer.
        return may_stop(self, converts=converts, measures=measures) or self._is_ending

    def _lay_out(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Navigation(self.commands.pages, self.commands.welcome))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.tour)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        # Last: Qt shapes all of a page again whenever it, or what it is in, is put into another.
        self._pages.addWidget(self.convert)
        self._pages.addWidget(self.player)
        self._pages.addWidget(self.compare)
        self._pages.addWidget(self.codecs)
        self._pages.addWidget(self.fractal)
        self._pages.addWidget(self.welcome)
        self.statusBar().setSizeGripEnabled(False)
        dress_boxes(self)

    def _made_dropping(self, theme: Theme) -> Dropping:
        """Let each page take what it has a use for, and the queue everything else."""
        landings = landings_of(self.player, self.compare, self.codecs, self.fractal)
        queue = self.tr("Drop to add to the queue")
        dropping = Dropping(self, self._pages, theme, landings, queue)
        dropping.dropped.connect(self._take_dropped)
        return dropping

    @Slot(object, object)
    def _take_dropped(self, page: QWidget | None, paths: Sequence[Path]) -> None:
        if page is self.player:
            self.open_in_player(paths[0])
        elif page is self.compare:
            self.compare.take_paths(paths)
        elif page is self.codecs:
            self.codecs.take_path(paths[0])
        elif page is self.fractal:
            self.fractal.open_path(paths[0])
        else:
            self._queue_up(paths)

    def _connect(self) -> None:
        commands = self.commands
        for action, slot in {
            commands.convert: self._show_convert,
            commands.play: self._show_player,
            commands.compare: self._go_to_compare,
            commands.compare_played: self._compare_played,
            commands.look_played: self._look_at_played,
            commands.codecs: self._show_codecs,
            commands.fractal: self._show_fractal,
            commands.open: self._choose_encoded,
            commands.reset: self._reset,
            commands.quit: self.close,
        }.items():
            action.triggered.connect(slot)
        self.menus.recent_chosen.connect(self.open_in_player)
        self.convert.status.connect(self.show_status)
        self.convert.open_requested.connect(self.open_in_player)
        self.convert.page_wanted.connect(self._show_convert)
        self.convert.work_changed.connect(self._show_work)
        self.convert.work_changed.connect(self.keeper.save_soon)
        self.convert.rows_settled.connect(self.keeper.save_soon)
        self.player.status.connect(self.show_status)
        self.player.opened.connect(self._remember)
        self.player.decode_requested.connect(self._ask_for_target)
        self.codecs.status.connect(self.show_status)
        self.codecs.hear_requested.connect(self.hear)
        self.codecs.look_requested.connect(self.open_in_compare)
        self.fractal.status.connect(self.show_status)
        self.help.status.connect(self.show_status)
        self.menus.language_chosen.connect(self._tell_language)
        self.compare.status.connect(self.show_status)
        self.convert.compare_requested.connect(self.open_in_compare)
        self.compare_sound.silence_wanted.connect(self.fractal.hearing.end)
        self.fractal_sound.silence_wanted.connect(self.compare.playing.end)
        self._connect_welcome()

    def _connect_welcome(self) -> None:
        self.commands.welcome.triggered.connect(self._show_welcome)
        self.commands.tour.triggered.connect(self.tour.begin)
        self.welcome.tour_requested.connect(self.tour.begin)
        self.welcome.demo_requested.connect(self.guide.play_demo)
        self.welcome.convert_requested.connect(self._show_convert)
        self.welcome.shown.connect(self.guide.prepare)
        self.guide.shown.connect(self.tour.invite_on)
        self.guide.waiting.connect(self.tour.show_waiting)
        self.tour.try_requested.connect(self.guide.show_step)
        self.tour.ended.connect(self.guide.stop)
        self.guide.player_wanted.connect(self._show_player)
        self.guide.look_wanted.connect(self._look_into)
        self.guide.status.connect(self.show_status)

    def _restore(self) -> None:
        if not self.view_keeper.restore_geometry():
            self.resize(_FIRST_SIZE)
        page, pages = self._settings.value("window/page", 0), self.commands.pages
        pages[page if 0 <= page < len(pages) else 0].trigger()
        if not self._settings.value("window/welcomed", False):
            self._show_welcome()
            self._settings.set("window/welcomed", True)
        self.convert.restore(self.keeper.load())
        if self.keeper.is_ours:
            self.view_keeper.status.connect(self.show_status)
            self.view_keeper.reopen()
            self._pages.currentChanged.connect(self.view_keeper.save_soon)
        # Where the queue is not kept it would be forgotten as well.
        self.commands.reset.setEnabled(self.keeper.is_ours)
        self._tell_of_files()

    def _tell_of_files(self) -> None:
        """Say what is not as it was left the last time, or will not be kept."""
        if not self.keeper.is_ours:
            # Seen whenever nothing else is said there, for it matters as long as it is so.
            self.statusBar().addWidget(QLabel(words_of_second_window()))
        for sentence in damages(self.keeper.damaged_copy, self._settings.damaged_copy):
            self.show_status(sentence)

    @Slot()
    def _lead_keys(self) -> None:
        """Give the keys to what a page is about, if they were those of the page before."""
        focus, page = QApplication.focusWidget(), self._pages.currentWidget()
        centres: dict[QWidget, QWidget] = {
            self.convert: self.convert.view,
            self.player: self.player.waveform,
            self.compare: self.compare.stage.lanes,
            self.codecs: self.codecs.results.view,
            self.fractal: self.fractal.stage,
        }
        if focus is not None and self._pages.isAncestorOf(focus) and page in centres:
            centres[page].setFocus()

    @Slot()
    def _tell_language(self) -> None:
        self.show_status(self.tr("The language changes at the next start"))

    @Slot(str)
    def show_status(self, text: str) -> None:
        """Show a sentence at the foot of the window for a while."""
        self.statusBar().showMessage(text, _STATUS_MS)

    @Slot()
    def _show_convert(self) -> None:
        self._pages.setCurrentWidget(self.convert)
        self.commands.convert.setChecked(True)

    def _queue_up(self, paths: Sequence[Path]) -> None:
        self._show_convert()
        self.convert.add_paths(paths)

    @Slot()
    def _show_player(self) -> None:
        # Whoever comes here takes what is heard into their own hands.
        self.player.aside.hand_over(self.player.path)
        self._pages.setCurrentWidget(self.player)
        self.commands.play.setChecked(True)

    @Slot()
    def _show_codecs(self) -> None:
        self._pages.setCurrentWidget(self.codecs)
        self.commands.codecs.setChecked(True)

    @Slot()
    def _show_welcome(self) -> None:
        self._pages.setCurrentWidget(self.welcome)
        self.commands.welcome.setChecked(True)

    @Slot()
    def _look_at_played(self) -> None:
        """Show the superframe that is heard in Play."""
        if self._played is not None:
            self._show_fractal()
            self.fractal_sound.look_into(self._played)

    @Slot(object)
    def _look_into(self, path: Path) -> None:
        self._show_fractal()
        self.fractal.demonstrate(path)

    @Slot()
    def _go_to_compare(self) -> None:
        """Show the page, with what is open in Play where it would be empty."""
        self._show_compare()
        if self.compare.choice.is_empty and self.player.original is not None:
            self.compare.open_pair(self.player.original, self.player.path)

    def _show_compare(self) -> None:
        self._pages.setCurrentWidget(self.compare)
        self.commands.compare.setChecked(True)

    @Slot()
    def _show_fractal(self) -> None:
        self._pages.setCurrentWidget(self.fractal)
        self.commands.fractal.setChecked(True)

    @Slot()
    def _compare_played(self) -> None:
        if self._played is not None:
            self.open_in_compare(self.player.original, self._played)

    @Slot()
    def _show_work(self) -> None:
        title = "ROAD Studio"
        running = self.convert.is_running
        self.setWindowTitle(
            self.tr("Converting – {title}").format(title=title) if running else title
        )

    @Slot()
    def _choose_encoded(self) -> None:
        if path := encoded_file(self._settings, self):
            self.open_in_player(path)

    @Slot(object)
    def _remember(self, path: Path) -> None:
        if self.fractal.owns(path):
            return
        self._played = path
        if is_encoded(path):
            self.fractal.follow(path, self.player.original)
        self.commands.compare_played.setEnabled(True)
        self.commands.look_played.setEnabled(True)
        if not self.codecs.owns(path):
            self._settings.add_recent_file(os.fspath(path))

    @Slot(object, object)
    def _ask_for_target(self, source: Path, options: DecodeOptions) -> None:
        if target := target_for(source, self):
            self._show_convert()
            self.convert.queue_decode(source, target, options)

    @Slot()
    def _reset(self) -> None:
        """Close, for the settings to be forgotten and a window to be opened anew."""
        if may_reset(self):
            self.wants_reset = True
            self.wants_reset = self.close()
