"""The waveform with what belongs to it: scroll bar, zoom, level meter, and a live spectrum."""

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollBar, QSplitter, QVBoxLayout, QWidget

from road_gui.actions import tool_button
from road_gui.player.actions import PlayerActions
from road_gui.player.analysis import Analysis
from road_gui.player.levels import Levels
from road_gui.player.source import Heard
from road_gui.player.words import heard_text
from road_gui.plots.level_meter import LevelMeter
from road_gui.plots.spectrum import SpectrogramPlot, SpectrumPlot
from road_gui.plots.waveform import Waveform
from road_gui.settings import Settings
from road_gui.theme import Theme

_STEPS = 1_000_000
_SHARES = (55, 45)
_LEAST_HEIGHT = 110
_CAPTION_AT = (18, 8)
_CAPTION = """
QLabel { background: palette(base); color: palette(text); border-radius: 4px; padding: 1px 6px; }
"""


class WaveView(QWidget):
    """A waveform, what moves it, and what is heard of it just now.

    Parameters
    ----------
    actions : PlayerActions
        Zoom, and which spectrum is shown.
    analysis : Analysis
        Who looks at what is heard.
    settings : Settings
        Where it is kept which spectrum is shown.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.
    """

    def __init__(
        self,
        actions: PlayerActions,
        analysis: Analysis,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._settings, self._analysis = actions, settings, analysis
        self.waveform = Waveform(theme)
        self.meter = LevelMeter(theme)
        self.spectrum = SpectrumPlot(theme)
        self.spectrogram = SpectrogramPlot(theme)
        self._seconds = 0.0
        self._caption = QLabel(self.waveform)
        self._caption.setStyleSheet(_CAPTION)
        self._caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._caption.move(*_CAPTION_AT)
        self._caption.hide()
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(self.tr("Stretch of the sound that is shown"))
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._log = tool_button(actions.log_frequency, with_text=False)
        self._log.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        wave = QWidget()
        column = QVBoxLayout(wave)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.waveform, 1)
        column.addLayout(self._foot())
        self.waveform.setMinimumHeight(_LEAST_HEIGHT)
        splitter = self._splitter
        splitter.setChildrenCollapsible(False)
        for widget, share in ((wave, _SHARES[0]), (self.spectrum, _SHARES[1])):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.addWidget(self.spectrogram)
        splitter.setStretchFactor(2, _SHARES[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(splitter, 1)
        row.addWidget(self.meter)

    def _foot(self) -> QHBoxLayout:
        actions = self._actions
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 4)
        row.setSpacing(0)
        row.addWidget(self._bar, 1)
        row.addSpacing(8)
        buttons = [
            tool_button(action, with_text=False)
            for action in (*actions.zooms, actions.zoom_all, actions.spectrum, actions.spectrogram)
        ]
        for button in (*buttons, self._log):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.insertSpacing(row.indexOf(buttons[3]), 8)
        return row

    def _connect(self) -> None:
        actions, waveform = self._actions, self.waveform
        self._bar.valueChanged.connect(self._move_view)
        waveform.view_changed.connect(self._follow_view)
        actions.zoom_requested.connect(waveform.zoom)
        actions.zoom_all.triggered.connect(waveform.show_all)
        actions.spectrum.toggled.connect(self._show_spectrum)
        actions.spectrogram.toggled.connect(self._show_spectrogram)
        actions.log_frequency.toggled.connect(self._set_log)
        self.meter.lamp_clicked.connect(self._analysis.unclip)
        self._analysis.levels_changed.connect(self._show_levels)
        self._analysis.spectrum_changed.connect(self.spectrum.show_levels)
        self._analysis.spectrum_changed.connect(self.spectrogram.show_levels)

    def _restore(self) -> None:
        self._log.setVisible(False)
        self.spectrum.setVisible(False)
        self.spectrogram.setVisible(False)
        actions, settings = self._actions, self._settings
        actions.log_frequency.setChecked(settings.value("player/log_frequency", True))
        shown = settings.value("player/spectrum", "")
        actions.spectrum.setChecked(shown == "spectrum")
        actions.spectrogram.setChecked(shown == "spectrogram")

    def set_length(self, seconds: float) -> None:
        """Tell how long the sound is."""
        self._seconds = seconds
        self._follow_view(*self.waveform.seen)

    def show_caption(self, heard: Heard | None, magnification: int = 1) -> None:
        """Say what is drawn, and how large; nothing where there is nothing else."""
        text = "" if heard is None else heard_text(heard)
        if magnification > 1:
            text = self.tr("{sound}, magnified {number} times").format(
                sound=text, number=QLocale().toString(magnification)
            )
        self._caption.setText(text)
        self._caption.setVisible(heard is not None)
        self._caption.adjustSize()

    def set_limit(self, limit_hz: float | None) -> None:
        """Mark in the spectra above what the original has nothing; None marks nothing."""
        self.spectrum.set_limit(limit_hz)
        self.spectrogram.set_limit(limit_hz)

    def clear_spectra(self) -> None:
        """Forget what was heard."""
        self.spectrum.clear()
        self.spectrogram.clear()

    @Slot(object)
    def _show_levels(self, levels: Levels) -> None:
        bars = [(bar.peak, bar.rms, bar.held) for bar in levels.bars()]
        self.meter.show_levels(bars, has_clipped=levels.has_clipped)

    @Slot(bool)
    def _show_spectrum(self, is_shown: bool) -> None:
        if is_shown:
            self._actions.spectrogram.setChecked(False)
        self._show_plots()

    @Slot(bool)
    def _show_spectrogram(self, is_shown: bool) -> None:
        if is_shown:
            self._actions.spectrum.setChecked(False)
        self._show_plots()

    def _show_plots(self) -> None:
        spectrum, spectrogram = (
            self._actions.spectrum.isChecked(),
            self._actions.spectrogram.isChecked(),
        )
        self.spectrum.setVisible(spectrum)
        self.spectrogram.setVisible(spectrogram)
        self._log.setVisible(spectrum or spectrogram)
        height = self._splitter.height()
        self._splitter.setSizes([height * share // 100 for share in (*_SHARES, _SHARES[1])])
        self._analysis.wants_spectrum = spectrum or spectrogram
        shown = "spectrum" if spectrum else "spectrogram" if spectrogram else ""
        self._settings.set("player/spectrum", shown)

    @Slot(bool)
    def _set_log(self, is_log: bool) -> None:
        self.spectrum.set_log(is_log)
        self.spectrogram.set_log(is_log)
        self._settings.set("player/log_frequency", is_log)

    @Slot(float, float)
    def _follow_view(self, first: float, last: float) -> None:
        whole = max(self._seconds, last - first, 1e-9)
        page = round(_STEPS * (last - first) / whole)
        blocker = QSignalBlocker(self._bar)
        self._bar.setRange(0, _STEPS - page)
        self._bar.setPageStep(page)
        self._bar.setSingleStep(max(1, page // 10))
        self._bar.setValue(round(_STEPS * first / whole))
        blocker.unblock()

    @Slot(int)
    def _move_view(self, value: int) -> None:
        first, last = self.waveform.seen
        start = value / _STEPS * self._seconds
        self.waveform.show_stretch(start, start + (last - first))
