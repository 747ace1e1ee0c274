"""The head of the page: which file, which channel, and which superframe of the whole sound."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout

from road_gui.actions import tool_button
from road_gui.elided_label import ElidedLabel
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.state import Explorer
from road_gui.fractal.strip import Strip
from road_gui.fractal.words import channel_text
from road_gui.messages import path_text
from road_gui.theme import Theme


class Head(QFrame):
    """Names the file, and goes to a superframe by its number.

    Signals
    -------
    superframe_chosen(int)
        Another superframe is to be seen.
    channel_chosen(int)
        Another coded channel is to be seen.
    """

    superframe_chosen = Signal(int)
    channel_chosen = Signal(int)

    def __init__(self, explorer: Explorer, commands: FractalActions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("toolBar")
        self._explorer = explorer
        self._commands = commands
        self.name = ElidedLabel()
        self.strip = Strip(explorer, theme)
        self.superframe = QSpinBox()
        self.superframe.setAccessibleName(self.tr("Superframe"))
        self.superframe.setToolTip(
            self.tr("Frames that are stored together, counted from 0; the strip shows where it is")
        )
        self.channel = QComboBox()
        self.channel.setAccessibleName(self.tr("Coded channel"))
        self.channel.setToolTip(
            self.tr(
                "What is stored as one channel: with mixing a sum (mid) or a difference (side), "
                "not left or right"
            )
        )
        self._lay_out()
        self.superframe.valueChanged.connect(self.superframe_chosen)
        self.strip.chosen.connect(self.superframe_chosen)
        self.channel.activated.connect(self.channel_chosen)
        explorer.wished.connect(self._follow)

    def _lay_out(self) -> None:
        commands = self._commands
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(12, 6, 12, 0)
        first.setSpacing(8)
        first.addWidget(self.name, 1)
        for action in (commands.choose, commands.original):
            first.addWidget(tool_button(action, with_text=False))
        first.addWidget(self.channel)
        for action in (commands.zoom_in, commands.zoom_out, commands.whole, commands.play_on):
            first.addWidget(tool_button(action, with_text=False))
        second.setContentsMargins(12, 0, 12, 6)
        second.setSpacing(8)
        second.addWidget(self.superframe)
        second.addWidget(self.strip, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(first)
        whole.addLayout(second)

    def show_file(self, copied_from: Path | None) -> None:
        """Show another file; a copy goes by the name of what it was made from."""
        file = self._explorer.file
        if file is None:
            return
        self.name.setText(file.path.name)
        self.name.setToolTip(path_text(file.path))
        if copied_from is not None:
            text = self.tr("{name}, encoded for a look").format(name=copied_from.name)
            self.name.setText(text)
            self.name.setToolTip(
                self.tr("A temporary copy of {file}, encoded as ROAD").format(
                    file=path_text(copied_from)
                )
            )
        self.channel.clear()
        self.channel.addItems(
            [
                self.tr("Channel {name}").format(name=channel_text(name))
                for name in file.shape.channels
            ]
        )
        self.superframe.blockSignals(True)
        self.superframe.setRange(0, max(0, file.n_superframes - 1))
        self.superframe.blockSignals(False)
        self._follow()

    def show_original(self) -> None:
        """Tell beside which original the file is seen."""
        file = self._explorer.file
        if file is not None and file.original is not None:
            self.name.setToolTip(
                self.tr("{file}, beside its original {original}").format(
                    file=path_text(file.path), original=path_text(file.original)
                )
            )

    @Slot()
    def _follow(self) -> None:
        """Show the superframe that is asked for."""
        file, number = self._explorer.file, self._explorer.wish.superframe
        if file is None:
            return
        self.superframe.blockSignals(True)
        self.superframe.setValue(number)
        self.superframe.blockSignals(False)
        self.channel.setCurrentIndex(self._explorer.wish.channel)
