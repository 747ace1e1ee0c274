"""The picture with its overview and its time axis, filled from what is known of a pair."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QSizeF, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from road_gui.compare.display import ERROR_FILLS, ERROR_LEVEL, Display
from road_gui.compare.lane import Lane
from road_gui.compare.lanes_view import LanesView, Place
from road_gui.compare.level_cache import LevelCache
from road_gui.compare.overview_bar import OverviewBar
from road_gui.compare.ruler import Ruler
from road_gui.compare.snr_lane import SnrLane
from road_gui.compare.spectra import Side, Spectra
from road_gui.compare.spectrum_lane import SpectrumLane
from road_gui.compare.survey import Survey
from road_gui.compare.time_view import TimeView
from road_gui.compare.wave_lane import WaveLane
from road_gui.compare.words import (
    amplitude_text,
    bare_level_text,
    channel_letter,
    frequency_text,
    level_text,
    place_text,
)
from road_gui.theme import Theme

_DETAIL_DELAY_MS = 60
_HIGHEST_GAIN = 1 << 16
_NARROWEST = 1 / 64
_ZOOM_A_NOTCH = 1.25
_PAN_A_NOTCH = 0.1


class Stage(QWidget):
    """Shows a pair over time.

    Parameters
    ----------
    view : TimeView
        What is seen.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    read_out(str)
        What is under the pointer, or nothing.
    """

    read_out = Signal(str)

    def __init__(self, view: TimeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._display = Display()
        self._frequencies = (0.0, 1.0)
        self._survey: Survey | None = None
        self._spectra: Spectra | None = None
        self._waves: list[WaveLane] = []
        self._snr: list[SnrLane] = []
        self._spectrograms: list[SpectrumLane] = []
        self.overview = OverviewBar(view, theme)
        self.lanes = LanesView(view, theme)
        self.ruler = Ruler(view, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.lanes, 1)
        column.addWidget(self.ruler)
        self._timer = QTimer(self, singleShot=True, interval=_DETAIL_DELAY_MS)
        self._timer.timeout.connect(self._want_details)
        view.changed.connect(self._timer.start)
        self.lanes.resized.connect(self._timer.start)
        self.lanes.hovered.connect(self._read_out)
        self.lanes.frequencies_turned.connect(self._turn_frequencies)
        view.cursor_moved.connect(self.tell_cursor)

    def show_pair(self, survey: Survey | None, spectra: Spectra | None) -> None:
        """Show another pair, or none."""
        self._survey, self._spectra = survey, spectra
        self._frequencies = (0.0, 1.0)
        self._waves, self._snr, self._spectrograms = [], [], []
        if survey is not None and spectra is not None:
            self._make_lanes(survey, spectra)
            for signal in (survey.grown, spectra.changed):
                signal.connect(self._follow)
        self.overview.set_pyramid(None if survey is None else survey.original)
        self.set_display(self._display)
        self.tell_cursor()

    def _make_lanes(self, survey: Survey, spectra: Spectra) -> None:
        self._waves = [
            WaveLane(self.tr("Original"), survey.original),
            WaveLane(self.tr("Decoded"), survey.decoded),
            WaveLane(self.tr("Error"), survey.error, is_error=True),
        ]
        self._snr = [SnrLane(self.tr("Segmental SNR, dB"), survey.snrs_db)]
        cache = LevelCache()
        self._spectrograms = [
            SpectrumLane(self.tr("Original"), spectra, Side.ORIGINAL, cache),
            SpectrumLane(self.tr("Decoded"), spectra, Side.DECODED, cache),
            SpectrumLane(self.tr("Decoded − original"), spectra, None, cache),
        ]
        for lane in self._spectrograms:
            lane.coming_text = self.tr("Working out the spectra…")
        self._spectrograms[1].nyquist_text = self.tr("synthesised above {limit}")

    def set_display(self, display: Display) -> None:
        """Show other lanes, or draw them in another way."""
        self._display = display
        if self._spectra is not None:
            self._spectra.set_channel(display.channel)
            self._spectra.set_overclocking(display.overclocking)
            self._spectra.set_fft_len(display.fft_len)
            if display.spectra:
                self._spectra.start()
        for lane in self._waves:
            lane.channel = display.channel
        for spectrogram in self._spectrograms:
            spectrogram.style = display.style
        self._scale_error()
        shown: list[Lane] = []
        for is_shown, group in (
            (display.waves, self._waves),
            (display.snr, self._snr),
            (display.spectra, self._spectrograms),
        ):
            shown += group if is_shown else []
        self.lanes.set_lanes(shown)
        self._timer.start()

    @property
    def shown(self) -> Sequence[Lane]:
        """The lanes that are shown, from top to bottom."""
        return self.lanes.lanes

    @Slot()
    def _follow(self) -> None:
        if self._survey is None or self.sender() not in (self._survey, self._spectra):
            return  # of a pair that is gone
        if self.sender() is self._spectra:
            self.lanes.redraw_lanes(self._spectrograms)
            return
        self._view.grow(self._survey.n_samples)
        self._scale_error()
        self.overview.redraw()
        self.lanes.redraw_lanes([*self._waves, *self._snr])

    def _scale_error(self) -> None:
        if self._survey is None:
            return
        wanted = self._display.error
        gain = fitting_gain(self._survey) if wanted == ERROR_FILLS else max(1.0, float(wanted))
        self._waves[-1].set_scale(gain, is_level=wanted == ERROR_LEVEL)

    @Slot()
    def _want_details(self) -> None:
        view, n_pixels = self._view, self.lanes.n_pixels
        if self._survey is not None and self._display.waves:
            self._survey.want_details(view.first, view.last, n_pixels)
        if self._spectra is not None and self._display.spectra:
            self._spectra.want(view.first, view.last, n_pixels)

    # -- which frequencies are seen -----------------------------------------------

    @property
    def frequencies(self) -> tuple[float, float]:
        """The part of the axis that is seen, from 0.0 at its foot to 1.0."""
        return self._frequencies

    def show_frequencies(self, low: float, high: float) -> None:
        """See a part of the frequency axis, moved and stretched to where there is one."""
        width = min(max(high - low, _NARROWEST), 1.0)
        low = min(max(0.0, low), 1.0 - width)
        self._frequencies = (low, low + width)
        for lane in self._spectrograms:
            lane.shown = self._frequencies
        self.lanes.redraw_lanes(self._spectrograms)

    @Slot(float)
    def zoom_frequencies(self, factor: float, at: float = 0.5) -> None:
        """Come closer by a factor, around a share of what is seen from the foot."""
        low, high = self._frequencies
        width = min(max((high - low) / factor, _NARROWEST), 1.0)
        first = low + at * (high - low - width)
        self.show_frequencies(first, first + width)

    @Slot(float)
    def pan_frequencies(self, share: float) -> None:
        """Move by a share of what is seen, up if it is positive."""
        low, high = self._frequencies
        self.show_frequencies(low + share * (high - low), high + share * (high - low))

    @Slot()
    def show_all_frequencies(self) -> None:
        """See all of the axis."""
        self.show_frequencies(0.0, 1.0)

    @Slot(object, float, bool)
    def _turn_frequencies(self, place: Place, notches: float, moves: bool) -> None:
        if moves:
            self.pan_frequencies(_PAN_A_NOTCH * notches)
        else:
            self.zoom_frequencies(_ZOOM_A_NOTCH**notches, 1.0 - place.share)

    # -- what is under the pointer ------------------------------------------------

    @Slot(object)
    def _read_out(self, place: Place | None) -> None:
        if place is None:
            self.tell_cursor()
        elif self._survey is None or place.sample < 0:
            self.read_out.emit("")
        elif isinstance(place.lane, SpectrumLane):
            frequency_hz = place.lane.frequency_at(place.share)
            where = f"{self._place_text(place.sample)} · {frequency_text(frequency_hz)}"
            self.read_out.emit(f"{where}\n{self._levels_text(place.sample, frequency_hz)}")
        elif isinstance(place.lane, SnrLane):
            level = level_text(place.lane.value_at(math.floor(place.sample)))
            self.read_out.emit(f"{self._place_text(place.sample)}\n{level}")
        elif isinstance(place.lane, WaveLane):
            self._tell_samples(place.sample, place.lane.channel_at(place.share))

    @Slot()
    def tell_cursor(self) -> None:
        """Say what is at the cursor, as long as the pointer is nowhere."""
        if self.lanes.is_pointed_at:
            return
        survey, cursor = self._survey, self._view.cursor
        if survey is None or not cursor < survey.n_samples:
            self.read_out.emit("")
        else:
            self._tell_samples(cursor, self._display.channel or 0)

    def _tell_samples(self, sample: float, channel: int) -> None:
        where, n_channels = self._place_text(sample), self._waves[0].pyramid.n_channels
        if n_channels > 1:
            where = f"{where} · {channel_letter(channel, n_channels)}"
        self.read_out.emit(f"{where}\n{self._samples_text(max(0, round(sample)), channel)}")

    def _place_text(self, sample: float) -> str:
        pixel = self._view.width / max(1.0, QSizeF(self.lanes.size()).width())
        return place_text(sample, self._view.rate_hz, pixel)

    def _samples_text(self, sample: int, channel: int) -> str:
        # Samples are points: the nearest one is meant.
        texts = [amplitude_text(*wave.values_at(sample, channel)) for wave in self._waves]
        return self.tr("original {original} · decoded {decoded} · error {error}").format(
            original=texts[0], decoded=texts[1], error=texts[2]
        )

    def _levels_text(self, sample: float, frequency_hz: float) -> str:
        levels = [lane.level_at(sample, frequency_hz) for lane in self._spectrograms]
        return self.tr("original {original} · decoded {decoded} · difference {difference}").format(
            original=bare_level_text(levels[0]),
            decoded=bare_level_text(levels[1]),
            difference=level_text(levels[2], signed=True),
        )


def fitting_gain(survey: Survey) -> float:
    """Return the power of two that makes the error as large as its lane allows."""
    error = survey.error
    envelope = error.reduce(0, error.n_samples, 1)
    if not envelope.n_bins:
        return 1.0
    peak = max(float(envelope.high.max()), -float(envelope.low.min()))
    if peak <= 0.0:
        return 1.0
    return float(2.0 ** math.floor(math.log2(min(max(1.0, 1.0 / peak), _HIGHEST_GAIN))))
