"""The menu bar: every action of the window, so that keys and screen readers find it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from road_gui import language
from road_gui.actions import add_to, make_action
from road_gui.codecs.actions import CodecsActions
from road_gui.encoder.actions import ConvertActions
from road_gui.settings import Settings
from road_gui.theme import Theme


class WindowActions(QObject):
    """The actions that belong to no page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.convert = make_action(
            self,
            self.tr("&Convert"),
            keys="Ctrl+1",
            picture="convert",
            tip=self.tr("Turn sounds into encoded files and back"),
        )
        self.play = make_action(
            self,
            self.tr("&Play"),
            keys="Ctrl+2",
            picture="player",
            tip=self.tr("Listen to encoded files and sounds"),
        )
        self.codecs = make_action(
            self,
            self.tr("Co&decs"),
            keys="Ctrl+4",
            picture="codecs",
            tip=self.tr("Compare codecs on one sound: size, quality and speed"),
        )
        self.compare = make_action(
            self,
            self.tr("Co&mpare"),
            keys="Ctrl+3",
            picture="compare",
            tip=self.tr("See and measure how far a decoded sound is from its original"),
        )
        self.fractal = make_action(
            self,
            self.tr("&Fractal"),
            keys="Ctrl+5",
            picture="fractal",
            tip=self.tr("See how a file describes its sound by parts of itself"),
        )
        self.compare_played = make_action(
            self,
            self.tr("Co&mpare with the original"),
            keys="Ctrl+K",
            picture="compare",
            tip=self.tr("Compare the file that is open in the player with its original"),
        )
        self.compare_played.setEnabled(False)
        self.look_played = make_action(
            self,
            self.tr("Show in Fr&actal"),
            keys="Ctrl+Shift+L",
            picture="fractal",
            tip=self.tr("See how the maps make the sound that is heard just now"),
        )
        self.look_played.setEnabled(False)
        self.open = make_action(
            self,
            self.tr("&Open in the player…"),
            keys="Ctrl+P",
            picture="open",
            tip=self.tr("Choose a file to listen to"),
        )
        self.welcome = make_action(
            self,
            self.tr("&Welcome"),
            picture="info",
            tip=self.tr("Demo sounds, and a tour of what fractal audio can do"),
        )
        self.tour = make_action(self, self.tr("Take the &tour"))
        self.reset = make_action(
            self,
            self.tr("&Reset settings…"),
            tip=self.tr("Set everything back to how it was at the first start; no file is touched"),
        )
        self.quit = make_action(self, self.tr("&Quit"), keys="Ctrl+Q")
        self.keys = make_action(self, self.tr("&Keys"), keys="F1")
        self.log = make_action(self, self.tr("&Log"))
        self.bug_report = make_action(
            self,
            self.tr("Copy for a &bug report"),
            tip=self.tr("Copy versions and the last lines of the log"),
        )
        self.about = make_action(self, self.tr("&About ROAD Studio"))

    @property
    def pages(self) -> list[QAction]:
        """One action for each page, in the order of the rail."""
        return [self.convert, self.play, self.compare, self.codecs, self.fractal]


class Menus(QObject):
    """Fills a menu bar, and keeps the menus that change up to date.

    Signals
    -------
    language_chosen()
        When another language was chosen, for the next start.
    recent_chosen(Path)
        When a recent file was chosen.
    """

    language_chosen = Signal()
    recent_chosen = Signal(object)

    def __init__(self, bar: QMenuBar, settings: Settings, theme: Theme) -> None:
        super().__init__(bar)
        self._bar = bar
        self._settings = settings
        self._theme = theme
        self._recent = QMenu(self.tr("&Recent files"), bar)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._cleared: list[str] = []
        self._titled: list[tuple[str, list[QAction]]] = []

    def fill(
        self,
        window: WindowActions,
        convert: ConvertActions,
        play: list[QAction],
        compare: list[QAction | None],
        codecs: CodecsActions,
        fractal: list[QAction | None],
        seen: list[QAction],
    ) -> None:
        """Add all menus; `seen` is what changes the look of the player."""
        file = self._add(
            self.tr("&File"), [convert.add_files, convert.add_folder, None, window.open]
        )
        file.addMenu(self._recent)
        self._extend(file, [None, window.quit])
        self._add(
            self.tr("&Queue"),
            [
                *(convert.start, convert.pause, convert.resume, convert.stop),
                *(convert.stop_selected, convert.retry, convert.why, None),
                *(convert.undo, convert.redo, None),
                *(convert.move_up, convert.move_down, convert.remove, convert.clear, None),
                *(convert.row_settings, convert.open, convert.compare, convert.show_folder, None),
                *(convert.report, convert.copy_report, None),
                *(convert.import_queue, convert.export_queue),
            ],
        )
        self._add(self.tr("&Play"), [*play, None, window.compare_played, window.look_played])
        self._add(self.tr("&Compare"), compare)
        self._add_codecs(codecs)
        self._add(self.tr("F&ractal"), fractal)
        view = self._add(
            self.tr("&View"), [*window.pages, None, *seen, None, convert.settings, None]
        )
        columns = QMenu(self.tr("&Columns of the queue"), self._bar)
        add_to(columns, convert.columns)
        view.addMenu(columns)
        view.addMenu(self._theme_menu())
        view.addMenu(self._language_menu())
        self._extend(view, [None, window.reset])
        self._add(
            self.tr("&Help"),
            [
                window.welcome,
                window.tour,
                None,
                window.keys,
                None,
                window.log,
                window.bug_report,
                None,
                window.about,
            ],
        )

    def titled_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return all actions by menu, for the list of keys."""
        return self._titled

    def _add(self, title: str, actions: list[QAction | None]) -> QMenu:
        menu = self._bar.addMenu(title)
        menu.setToolTipsVisible(False)
        self._titled.append((title.replace("&", ""), []))
        self._extend(menu, actions)
        return menu

    def _extend(self, menu: QMenu, actions: list[QAction | None]) -> None:
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
                self._titled[-1][1].append(action)

    def _add_codecs(self, codecs: CodecsActions) -> None:
        menu = self._add(self.tr("C&odecs"), [*codecs.all(), None])
        for title, actions in (
            (self.tr("Sh&ow in the plot"), list(codecs.measures.values())),
            (self.tr("Sort b&y"), [*codecs.orders.values(), codecs.as_asked]),
            (self.tr("Col&umns"), list(codecs.columns.values())),
        ):
            below = QMenu(title, self._bar)
            below.addActions(actions)
            menu.addMenu(below)

    def _theme_menu(self) -> QMenu:
        names = {
            "system": self.tr("As the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        menu, group = self._choice(self.tr("&Theme"), names, self._theme.mode)
        group.triggered.connect(self._choose_theme)
        return menu

    def _language_menu(self) -> QMenu:
        names = {language.SYSTEM: self.tr("As the &system")}
        # Each in its own words: whoever looks for it may read no other.
        names.update({code: name for code, (_, name) in language.LANGUAGES.items()})
        chosen = self._settings.value(language.KEY, language.SYSTEM)
        menu, group = self._choice(
            self.tr("Lan&guage"), names, chosen if chosen in names else language.SYSTEM
        )
        group.triggered.connect(self._choose_language)
        return menu

    def _choice(self, title: str, names: dict[str, str], chosen: str) -> tuple[QMenu, QActionGroup]:
        """Make a menu of which one entry is always chosen."""
        menu = QMenu(title, self._bar)
        group = QActionGroup(menu)
        for value, text in names.items():
            action = make_action(menu, text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        return menu, group

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        mode = str(action.data())
        self._settings.set("window/theme", mode)
        self._theme.set_mode(mode)

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        self._settings.set(language.KEY, str(action.data()))
        self.language_chosen.emit()

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for name in self._settings.recent_files():
            action = self._recent.addAction(Path(name).name.replace("&", "&&"))
            action.setData(name)
            action.setStatusTip(name)
            action.triggered.connect(self._choose_recent)
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("None yet")).setEnabled(False)
            if self._cleared:
                self._recent.addSeparator()
                back = self._recent.addAction(self.tr("&Bring the list back"))
                back.triggered.connect(self._bring_recent_back)
            return
        self._recent.addSeparator()
        clear = self._recent.addAction(self.tr("&Clear list"))
        clear.triggered.connect(self._clear_recent)

    @Slot()
    def _choose_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(Path(str(action.data())))

    @Slot()
    def _bring_recent_back(self) -> None:
        self._settings.set("recent/files", self._cleared)

    @Slot()
    def _clear_recent(self) -> None:
        self._cleared = self._settings.recent_files()
        self._settings.remove("recent/files")
