"""The foot of the page: after how many passes, in which order, and how near the end that is."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSlider, QStyle, QWidget

from road_gui.actions import ActionButton, tool_button
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.look import MOST_PASSES
from road_gui.fractal.state import Explorer
from road_gui.plots.decay_curve import DecayCurve
from road_gui.theme import Theme

_STEP_MS = 600


class PassesBar(QFrame):
    """Steps through the passes, and animates them."""

    def __init__(
        self,
        explorer: Explorer,
        commands: FractalActions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._explorer = explorer
        self._commands = commands
        self._clock = QTimer(self, interval=_STEP_MS)
        self.line = QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST_PASSES)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(64)
        self.slider.setAccessibleName(self.tr("Passes"))
        self.slider.setToolTip(self.tr("How often all maps have been applied; 0: the means alone"))
        self.order = QComboBox()
        for name, text in (
            ("sequential", self.tr("in sequence")),
            ("coin", self.tr("by coin toss")),
            ("shuffle", self.tr("shuffled")),
        ):
            self.order.addItem(text, name)
        self.order.setAccessibleName(self.tr("Order of the maps"))
        self.order.setToolTip(
            self.tr("In which order maps are applied; in the end it does not matter")
        )
        self.zoom = QComboBox()
        for times in (1, 2, 4):
            self.zoom.addItem(f"{times} ×", times)
        self.zoom.setAccessibleName(self.tr("Over-clocking"))
        self.zoom.setToolTip(self.tr("Output samples for each original one"))
        self.curve = DecayCurve(self.tr("Distance to the fixed point, pass by pass"), theme)
        self._lay_out()
        self.slider.valueChanged.connect(explorer.set_passes)
        self.order.activated.connect(self._want)
        self.zoom.activated.connect(self._want)
        self._clock.timeout.connect(self._step)
        commands.play.triggered.connect(self.toggle)
        commands.reshuffle.triggered.connect(self._reshuffle)
        explorer.pass_changed.connect(self.refresh)
        explorer.look_changed.connect(self.refresh)
        explorer.file_changed.connect(self.stop)
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(ActionButton(self._commands.play))
        row.addWidget(self.slider, 1)
        self.line.setMinimumWidth(64)
        row.addWidget(self.line)
        row.addWidget(self.order)
        row.addWidget(tool_button(self._commands.reshuffle, with_text=False))
        row.addWidget(self.zoom)
        row.addWidget(self.curve)

    @Slot()
    def refresh(self) -> None:
        """Show the pass and how far it is from the end."""
        explorer = self._explorer
        self.slider.setValue(explorer.passes)
        self.line.setText(self.tr("%n pass(es)", "", explorer.passes))
        if explorer.look is not None:
            self.curve.show_values(explorer.look.distances.tolist(), explorer.passes)
        self._commands.reshuffle.setEnabled(
            explorer.look is not None
            and self.isVisible()
            and self.order.currentData() != "sequential"
        )

    @Slot()
    def toggle(self) -> None:
        """Begin with the means, or stop; without animations show the end at once."""
        if self._clock.isActive():
            self.stop()
            return
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if not moves:
            self._explorer.set_passes(MOST_PASSES)
            return
        self._explorer.set_passes(0)
        self._clock.start()

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        self._clock.stop()

    @property
    def is_running(self) -> bool:
        """Whether the passes are being animated."""
        return self._clock.isActive()

    @Slot()
    def _step(self) -> None:
        self._explorer.set_passes(self._explorer.passes + 1)
        if self._explorer.passes >= MOST_PASSES:
            self.stop()

    @Slot()
    def _want(self) -> None:
        wish = self._explorer.wish
        self._explorer.want(
            replace(wish, order=self.order.currentData(), zoom=self.zoom.currentData())
        )

    @Slot()
    def _reshuffle(self) -> None:
        self._explorer.want(replace(self._explorer.wish, seed=self._explorer.wish.seed + 1))
