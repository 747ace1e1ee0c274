"""The Fractal page: the tree of a superframe under its sound, and each map step by step."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_gui.file_filters import encoded_filter, sound_filter
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.copying import Copying, copies_folder
from road_gui.fractal.detail import MapDetail
from road_gui.fractal.head import Head
from road_gui.fractal.hearing import Hearing
from road_gui.fractal.invitation import FractalInvitation
from road_gui.fractal.look import NoMaps
from road_gui.fractal.panel import FractalPanel
from road_gui.fractal.passes_bar import PassesBar
from road_gui.fractal.stage import Stage
from road_gui.fractal.state import Explorer
from road_gui.settings import Settings
from road_gui.theme import Theme


class FractalPage(QWidget):
    """Shows how a file describes its sound by parts of itself.

    Parameters
    ----------
    settings : Settings
        Where files were chosen is kept here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    """

    status = Signal(str)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._asked: Path | None = None
        self._waiting: tuple[Path, Path | None] | None = None
        self._seconds: float | None = None
        self._is_demonstrating = False
        self.explorer = Explorer(self)
        self.hearing = Hearing(self.explorer, copies_folder(), self)
        self.copying = Copying(copies_folder(), self)
        self.commands = FractalActions(self)
        self.head = Head(self.explorer, self.commands, theme)
        self.stage = Stage(self.explorer, theme)
        self.head.strip.addActions(self.commands.of_strip())
        self.stage.addActions(self.commands.of_lanes())
        self.detail = MapDetail(self.explorer, theme)
        self.panel = FractalPanel(self.explorer, theme)
        self.passes = PassesBar(self.explorer, self.commands, theme)
        self.invitation = FractalInvitation(self.commands, theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._connect_sound()
        self._show_file()

    # -- for the window -----------------------------------------------------------

    @Slot(object)
    def open_path(
        self, path: Path, original: Path | None = None, seconds: float | None = None
    ) -> None:
        """Look into a file, at a second of it; without an original, one beside it is taken."""
        self.copying.stop()
        self._asked, self._waiting, self._is_demonstrating = path, None, False
        self._seconds = seconds
        self.explorer.open(path, original, seconds)

    def demonstrate(self, path: Path) -> None:
        """Look into a file, and let its sound grow pass by pass."""
        self.open_path(path)
        self._is_demonstrating = True

    def follow(self, path: Path, original: Path | None = None) -> None:
        """Open a file when the page is shown the next time."""
        self._waiting = path, original
        if self.isVisible():
            self._catch_up()

    def show_place(self, path: Path | None, seconds: float) -> None:
        """Take the playhead to where a file is that is played, if it is the one shown here."""
        file = self.explorer.file
        if self.hearing.is_on:
            return
        if file is None or path is None or path not in (file.path, self._asked):
            self.explorer.set_playhead(None)
            return
        self.explorer.set_playhead(seconds)
        if self.commands.follow.isChecked() and self.isVisible():
            number = file.superframe_at(seconds)
            if number != self.explorer.wish.superframe:
                self._go_to(number)

    def owns(self, path: Path) -> bool:
        """Whether a file is one that the page has made for a while."""
        return self.copying.owns(path)

    def close_all(self) -> None:
        """End all threads and let go of the file."""
        self.passes.stop()
        self.hearing.close()
        self.explorer.close_all()
        self.copying.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work, and open what was opened elsewhere meanwhile."""
        super().showEvent(event)
        self._catch_up()
        self._enable()
        if self.explorer.file is not None:
            self.stage.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the keys to the page that is shown."""
        super().hideEvent(event)
        self.passes.stop()
        if self.hearing.is_on:
            self.hearing.stop()
        self._enable()

    def _catch_up(self) -> None:
        if self._waiting is not None and self._waiting[0] != self._asked:
            self.open_path(*self._waiting)

    # -- how it is made -----------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack.addWidget(self.invitation)
        self._stack.addWidget(self._full())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _full(self) -> QWidget:
        full = QWidget()
        left = QVBoxLayout()
        left.setSpacing(0)
        for part in (self.head, self.stage, self.detail, self.passes):
            left.addWidget(part, {self.stage: 5, self.detail: 2}.get(part, 0))
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        return full

    def _connect(self) -> None:
        explorer, commands = self.explorer, self.commands
        for action, slot in {
            commands.choose: self._choose,
            commands.original: self._choose_original,
            commands.back: self._back,
            commands.on: self._on,
            commands.frame_back: self._frame_back,
            commands.frame_on: self._frame_on,
            commands.domain: explorer.show_pair,
            commands.zoom_in: self._zoom_in,
            commands.zoom_out: self._zoom_out,
            commands.one_frame: self._one_frame,
            commands.whole: explorer.show_all,
        }.items():
            action.triggered.connect(slot)
        self.head.superframe_chosen.connect(self._go_to)
        self.head.channel_chosen.connect(self._change_channel)
        self.panel.colour.currentIndexChanged.connect(self._colour)
        self.panel.of_original.toggled.connect(self.detail.set_of_original)
        explorer.file_changed.connect(self._show_file)
        explorer.look_changed.connect(self._show_look)
        explorer.refused.connect(self._refuse)
        explorer.failed.connect(self.status)

    def _connect_sound(self) -> None:
        """Connect what is heard, and what is encoded to be looked at."""
        hearing, copying, invitation = self.hearing, self.copying, self.invitation
        self.commands.hear.triggered.connect(hearing.toggle)
        self.commands.play_on.triggered.connect(hearing.play_on)
        self.explorer.play_wanted.connect(hearing.play_from)
        hearing.changed.connect(self._show_heard)
        hearing.failed.connect(self.status)
        invitation.copy_requested.connect(copying.start)
        invitation.stop_requested.connect(copying.stop)
        copying.progressed.connect(invitation.show_progress)
        copying.ended.connect(invitation.show_failure)
        copying.done.connect(self._show_copy)

    # -- what happens -------------------------------------------------------------

    @Slot()
    def _show_file(self) -> None:
        file = self.explorer.file
        self._stack.setCurrentIndex(0 if file is None else 1)
        is_copy = file is not None and self.copying.owns(file.path)
        if not is_copy:
            self.copying.drop()
        if file is not None:
            self.head.show_file(self._asked if is_copy else None)
            self._take_focus(self.stage)
        self._enable()

    @Slot(object)
    def _refuse(self, found: NoMaps) -> None:
        self.invitation.refuse(found)
        ways = self.invitation
        self._take_focus(ways.encode if found.can_be_encoded else ways.choose)

    def _take_focus(self, widget: QWidget) -> None:
        """Let the keys go to a widget, unless somebody is led through the page from outside."""
        if self.isVisible() and not self._is_demonstrating:
            widget.setFocus()

    @Slot(object, object)
    def _show_copy(self, copy: Path, original: Path) -> None:
        """Look into a copy, at the second that was asked for of what it was made from."""
        self.explorer.open(copy, original, self._seconds)

    @Slot()
    def _show_look(self) -> None:
        self._enable()
        file = self.explorer.file
        if file is not None and not self.copying.owns(file.path):
            self.head.show_original()
        if self._is_demonstrating and self.explorer.look is not None:
            self._is_demonstrating = False
            self.passes.begin()

    @Slot()
    def _show_heard(self) -> None:
        self.commands.hear.setChecked(self.hearing.is_on)
        self.commands.play_on.setChecked(self.hearing.plays_on)

    def _enable(self) -> None:
        is_shown, works = self.isVisible(), self.explorer.file is not None
        for action in self.commands.all():
            if action is not None:
                action.setEnabled(is_shown and (works or action is self.commands.choose))
        self.passes.refresh()

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self.explorer.want(replace(self.explorer.wish, superframe=number))

    @Slot()
    def _back(self) -> None:
        self._go_to(self.explorer.wish.superframe - 1)

    @Slot()
    def _on(self) -> None:
        self._go_to(self.explorer.wish.superframe + 1)

    @Slot()
    def _frame_back(self) -> None:
        self.explorer.show_frame(-1)

    @Slot()
    def _frame_on(self) -> None:
        self.explorer.show_frame(1)

    @Slot()
    def _one_frame(self) -> None:
        self.explorer.show_frame()

    @Slot()
    def _zoom_in(self) -> None:
        self.explorer.zoom(1.6)

    @Slot()
    def _zoom_out(self) -> None:
        self.explorer.zoom(1 / 1.6)

    @Slot(int)
    def _change_channel(self, number: int) -> None:
        self.explorer.want(replace(self.explorer.wish, channel=number))

    @Slot()
    def _colour(self) -> None:
        self.stage.colour_by(self.panel.colour.currentData())

    @Slot()
    def _choose(self) -> None:
        chosen = self._ask(
            self.tr("Choose a file of maps"), f"{encoded_filter()};;{sound_filter()}"
        )
        if chosen is not None:
            self.open_path(chosen)

    @Slot()
    def _choose_original(self) -> None:
        chosen = self._ask(self.tr("Choose the original"), sound_filter())
        if chosen is not None:
            self.explorer.set_original(chosen)

    def _ask(self, title: str, filters: str) -> Path | None:
        folder = self._settings.value("folders/open", str(Path.home()))
        name, _ = QFileDialog.getOpenFileName(
            self, title, folder, f"{filters};;" + self.tr("All files (*)")
        )
        if not name:
            return None
        self._settings.set("folders/open", str(Path(name).parent))
        return Path(name)
