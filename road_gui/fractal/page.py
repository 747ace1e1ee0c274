"""The Fractal page: the tree of a superframe under its sound, and each map step by step."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import ActionButton, tool_button
from road_gui.elided_label import ElidedLabel
from road_gui.file_filters import encoded_filter, sound_filter
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.detail import MapDetail
from road_gui.fractal.panel import FractalPanel
from road_gui.fractal.passes_bar import PassesBar
from road_gui.fractal.stage import Stage
from road_gui.fractal.state import Explorer
from road_gui.icons import pixmap
from road_gui.messages import path_text
from road_gui.settings import Settings
from road_gui.theme import Theme

_PICTURE = 80


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
        self._theme = theme
        self._followed: Path | None = None
        self.explorer = Explorer(self)
        self.commands = FractalActions(self)
        self.stage = Stage(self.explorer, theme)
        self.stage.addActions(self.commands.of_lanes())
        self.detail = MapDetail(self.explorer, theme)
        self.panel = FractalPanel(self.explorer, theme)
        self.passes = PassesBar(self.explorer, self.commands, theme)
        self.superframe = QSpinBox()
        self.superframe.setAccessibleName(self.tr("Superframe"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Superframe, along the file"))
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Coded channel"))
        self.channel.setToolTip(
            self.tr(
                "What is stored as one channel: with mixing a sum (mid) or a difference (side), "
                "not left or right"
            )
        )
        self._name = ElidedLabel()
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._draw_picture()
        self._show_file()

    # -- for the window -----------------------------------------------------------

    @Slot(object)
    def open_path(self, path: Path, original: Path | None = None) -> None:
        """Look into a file; without an original, one beside it is taken."""
        self._followed = path
        self.explorer.open(path, original)

    @Slot(object)
    def follow(self, path: Path) -> None:
        """Open a file when the page is shown the next time."""
        self._followed = path
        if self.isVisible():
            self._catch_up()

    def close_all(self) -> None:
        """End all threads and let go of the file."""
        self.passes.stop()
        self.explorer.close_all()

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
        self._enable()

    def _catch_up(self) -> None:
        shown = None if self.explorer.file is None else self.explorer.file.path
        if self._followed is not None and self._followed != shown:
            self.explorer.open(self._followed)

    # -- how it is made -----------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> QWidget:
        empty = QWidget()
        empty.setObjectName("dropArea")
        empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("Drop a ROAD file here to see how it works"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(empty)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        column.addWidget(title)
        column.addWidget(self._message)
        column.addSpacing(8)
        column.addWidget(ActionButton(self.commands.choose), 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(4)
        return empty

    def _full(self) -> QWidget:
        full = QWidget()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._bar())
        left.addWidget(self.stage, 1)
        left.addWidget(self.detail)
        left.addWidget(self.passes)
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        return full

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._name, 2)
        for action in (self.commands.choose, self.commands.original):
            row.addWidget(tool_button(action, with_text=False))
        label = QLabel(self.tr("Superframe"))
        label.setBuddy(self.superframe)
        row.addWidget(label)
        row.addWidget(self.superframe)
        row.addWidget(self.slider, 2)
        row.addWidget(self.channel)
        for action in (self.commands.zoom_in, self.commands.zoom_out, self.commands.whole):
            row.addWidget(tool_button(action, with_text=False))
        return bar

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
        self.superframe.valueChanged.connect(self._go_to)
        self.slider.valueChanged.connect(self._go_to)
        self.channel.activated.connect(self._change_channel)
        self.panel.colour.activated.connect(self._colour)
        self.panel.of_original.toggled.connect(self.detail.set_of_original)
        explorer.file_changed.connect(self._show_file)
        explorer.look_changed.connect(self._show_look)
        explorer.failed.connect(self._refuse)
        self._theme.changed.connect(self._draw_picture)

    # -- what happens -------------------------------------------------------------

    @Slot()
    def _show_file(self) -> None:
        file = self.explorer.file
        self._stack.setCurrentIndex(0 if file is None else 1)
        if file is None:
            self._say(
                self.tr(
                    "Its sound is cut into ranges, and each is made from another part of the same "
                    "sound."
                ),
                "soft",
            )
        else:
            self._name.setText(file.path.name)
            self._name.setToolTip(path_text(file.path))
            self.channel.clear()
            self.channel.addItems(
                [self.tr("Channel {name}").format(name=name) for name in file.shape.channels]
            )
            last = max(0, file.n_superframes - 1)
            for control in (self.superframe, self.slider):
                control.blockSignals(True)
                control.setRange(0, last)
                control.setValue(file.first)
                control.blockSignals(False)
            if self.isVisible():
                self.stage.setFocus()
        self._enable()

    @Slot()
    def _show_look(self) -> None:
        self._enable()
        file = self.explorer.file
        if file is not None and file.original is not None:
            self._name.setToolTip(
                self.tr("{file}, beside its original {original}").format(
                    file=path_text(file.path), original=path_text(file.original)
                )
            )

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self.explorer.file is None:
            self._say(sentence, "bad")
        self.status.emit(sentence)

    def _say(self, text: str, role: str) -> None:
        self._message.setText(text)
        self._message.setProperty("role", role)
        self._message.style().polish(self._message)

    def _enable(self) -> None:
        is_shown, works = self.isVisible(), self.explorer.file is not None
        for action in self.commands.all():
            if action is not None:
                action.setEnabled(is_shown and (works or action is self.commands.choose))
        self.passes.refresh()

    @Slot(int)
    def _go_to(self, number: int) -> None:
        for control in (self.superframe, self.slider):
            control.blockSignals(True)
            control.setValue(number)
            control.blockSignals(False)
        self.explorer.want(replace(self.explorer.wish, superframe=number))

    @Slot()
    def _back(self) -> None:
        self.superframe.stepBy(-1)

    @Slot()
    def _on(self) -> None:
        self.superframe.stepBy(1)

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
        chosen = self._ask(self.tr("Choose a file of maps"), encoded_filter())
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

    @Slot()
    def _draw_picture(self) -> None:
        colour = self._theme.colours.accent
        self._picture.setPixmap(pixmap("fractal", _PICTURE, colour, self.devicePixelRatioF()))
