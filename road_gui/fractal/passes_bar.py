"""The foot of the page: after how many passes, in which order, and how good that is."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QSlider, QStyle

from road_gui.actions import ActionButton, plain_text, tip_of, tool_button
from road_gui.fractal.actions import FractalActions
from road_gui.fractal.look import MOST_PASSES, Look
from road_gui.fractal.state import Explorer
from road_gui.icons import icon
from road_gui.plots.decay_curve import DecayCurve, decibels
from road_gui.theme import Theme

_STEP_MS = 600
_SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
_SNR, _TO_END, _COLLAGE = "snr", "end", "collage"


class PassesBar(QFrame):
    """Steps through the passes, animates them, and shows what each has brought."""

    def __init__(self, explorer: Explorer, commands: FractalActions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self._explorer = explorer
        self._commands = commands
        self._clock = QTimer(self, interval=_STEP_MS)
        self._paused_at: int | None = None
        self.line = QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST_PASSES)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(44)
        self.slider.setAccessibleName(self.tr("Passes"))
        self.slider.setToolTip(self.tr("How often all maps have been applied; 0: the means alone"))
        self.curve = DecayCurve(self.tr("What each pass has brought"), theme)
        self._make_choices()
        self._lay_out()
        self._connect()
        self.refresh()

    def _make_choices(self) -> None:
        self.speed = _choice(self.tr("Speed of the animation"))
        for times in _SPEEDS:
            self.speed.addItem(QLocale().toString(float(times), "g", 3) + " ×", times)
        self.speed.setCurrentIndex(_SPEEDS.index(1.0))
        self.speed.setToolTip(self.tr("How fast the passes follow each other"))
        self.order = _choice(self.tr("Order of the maps"))
        for name, text in (
            ("sequential", self.tr("in sequence")),
            ("coin", self.tr("by coin toss")),
            ("shuffle", self.tr("shuffled")),
        ):
            self.order.addItem(text, name)
        self.order.setToolTip(
            self.tr("In which order maps are applied; in the end it does not matter")
        )
        self.zoom = _choice(self.tr("Output samples for each original one"))
        for times in (1, 2, 4):
            self.zoom.addItem(self.tr("{times} × rate").format(times=times), times)
        self.zoom.setToolTip(
            self.tr("Over-clocking: the same maps at twice or four times the sample rate")
        )
        self.measure = _choice(self.tr("What the curve shows"))
        self.measure.addItem(self.tr("SNR, to the original"), _SNR)
        self.measure.addItem(self.tr("Distance to the end"), _TO_END)
        self.measure.addItem(self.tr("Collage error"), _COLLAGE)
        self.measure.setToolTip(
            self.tr("Of all frames of the superframe, in this channel, after each pass")
        )

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        texts = (self.tr("%n pass(es)", "", number) for number in range(MOST_PASSES + 1))
        self.line.setMinimumWidth(max(map(self.line.fontMetrics().horizontalAdvance, texts)) + 2)
        first.addWidget(ActionButton(self._commands.play))
        first.addWidget(self.speed)
        first.addWidget(self.slider, 1)
        first.addWidget(self.line)
        first.addWidget(tool_button(self._commands.hear))
        second.addWidget(self.order)
        second.addWidget(tool_button(self._commands.reshuffle, with_text=False))
        second.addWidget(self.zoom)
        second.addStretch()
        second.addWidget(self.measure)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for row in (first, second):
            row.setSpacing(8)
        grid.addLayout(first, 0, 0)
        grid.addLayout(second, 1, 0)
        grid.addWidget(self.curve, 0, 1, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _connect(self) -> None:
        explorer, commands = self._explorer, self._commands
        self.slider.valueChanged.connect(explorer.set_passes)
        self.curve.chosen.connect(explorer.set_passes)
        self.order.activated.connect(self._want)
        self.zoom.activated.connect(self._want)
        self.measure.activated.connect(self.refresh)
        self.speed.activated.connect(self._change_speed)
        self._clock.timeout.connect(self._step)
        commands.play.triggered.connect(self.toggle)
        commands.reshuffle.triggered.connect(self._reshuffle)
        commands.pass_back.triggered.connect(self._back)
        commands.pass_on.triggered.connect(self._on)
        explorer.pass_changed.connect(self.refresh)
        explorer.look_changed.connect(self.refresh)
        explorer.file_changed.connect(self._begin_anew)

    @Slot()
    def refresh(self) -> None:
        """Show the pass and how good it is."""
        explorer = self._explorer
        self.slider.setValue(explorer.passes)
        self.line.setText(self.tr("%n pass(es)", "", explorer.passes))
        if explorer.look is not None:
            self._show_curve(explorer.look)
        works = explorer.look is not None and self.isVisible()
        self._commands.reshuffle.setEnabled(works and self.order.currentData() != "sequential")

    def _show_curve(self, found: Look) -> None:
        """Show what is chosen; without an original there is no SNR."""
        has_original = found.losses is not None
        model = self.measure.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.measure.findData(_SNR)).setEnabled(has_original)
        if not has_original and self.measure.currentData() == _SNR:
            self.measure.setCurrentIndex(self.measure.findData(_TO_END))
        at, chosen = self._explorer.passes, self.measure.currentData()
        if chosen == _SNR and found.losses is not None and found.original is not None:
            level = float(np.sqrt(np.mean(found.original**2)))
            whole = decibels([level])[0]
            levels = [whole - one for one in decibels(found.losses.misses.tolist())]
            tip = self.tr("Signal-to-noise ratio: the decoded sound against the original")
        elif chosen == _COLLAGE:
            levels = decibels(found.collages.tolist())
            tip = self.tr(
                "What applying all maps at once would still change: the collage error of the sound"
            )
        else:
            levels = decibels(found.distances.tolist())
            tip = self.tr("What is missing to the fixed point, where passes change nothing more")
        self.curve.show_levels(levels, at, tip)

    # -- the animation ------------------------------------------------------------

    @Slot()
    def toggle(self) -> None:
        """Animate, or pause; without animations show the end at once."""
        if self._clock.isActive():
            self.stop()
            self._paused_at = self._explorer.passes
        else:
            self.begin()

    def begin(self) -> None:
        """Animate, from the means on unless it was paused here."""
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if not moves:
            self._explorer.set_passes(MOST_PASSES)
            return
        if self._explorer.passes != self._paused_at:
            self._explorer.set_passes(0)
        self._paused_at = None
        self._clock.start()
        self._show_state()

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        self._clock.stop()
        self._show_state()

    @property
    def is_running(self) -> bool:
        """Whether the passes are being animated."""
        return self._clock.isActive()

    def _show_state(self) -> None:
        play, runs = self._commands.play, self._clock.isActive()
        play.setText(self.tr("P&ause") if runs else self.tr("&Animate"))
        play.setIconText(plain_text(play))
        play.setIcon(icon("pause" if runs else "play"))
        play.setToolTip(tip_of(play))

    @Slot()
    def _begin_anew(self) -> None:
        self.stop()
        self.measure.setCurrentIndex(0)

    @Slot()
    def _change_speed(self) -> None:
        self._clock.setInterval(round(_STEP_MS / self.speed.currentData()))

    @Slot()
    def _step(self) -> None:
        self._explorer.set_passes(self._explorer.passes + 1)
        if self._explorer.passes >= MOST_PASSES:
            self.stop()

    @Slot()
    def _back(self) -> None:
        self.stop()
        self._explorer.set_passes(self._explorer.passes - 1)

    @Slot()
    def _on(self) -> None:
        self.stop()
        self._explorer.set_passes(self._explorer.passes + 1)

    @Slot()
    def _want(self) -> None:
        wish = self._explorer.wish
        self._explorer.want(
            replace(wish, order=self.order.currentData(), zoom=self.zoom.currentData())
        )

    @Slot()
    def _reshuffle(self) -> None:
        self._explorer.want(replace(self._explorer.wish, seed=self._explorer.wish.seed + 1))


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    return made
