"""Shows the waves of what is heard: original, decoded sound, seed or error."""

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import DecodeOptions
from road_gui.jobs.job import JobRunner
from road_gui.player.opening import OpenFile
from road_gui.player.overview import Overview
from road_gui.player.pairing import Original
from road_gui.player.source import Heard
from road_gui.player.wave_view import WaveView
from road_gui.plots.wave_item import Layer


class Waves(QObject):
    """Chooses what of a file is drawn, and has it worked out.

    Parameters
    ----------
    view : WaveView
        Where it is drawn.
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Signals
    -------
    grown()
        There is more to see.
    described(dict)
        Header fields and statistics, of an encoded file.
    failed(str)
        The file could not be read to its end, in a sentence.
    """

    grown = Signal()
    described = Signal(object)
    failed = Signal(str)

    def __init__(self, view: WaveView, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._runner = view, runner
        self._file: OpenFile | None = None
        self._heard = Heard.DECODED
        self._has_others, self._is_blind = False, False
        self.overview: Overview | None = None

    def open(self, file: OpenFile, options: DecodeOptions) -> None:
        """Draw another file, decoded like that."""
        self.close()
        overview = Overview(file, options, self._runner, self)
        overview.grown.connect(self._show)
        overview.described.connect(self.described)
        overview.failed.connect(self.failed)
        self._view.waveform.detail_wanted.connect(overview.want_detail)
        self._file, self.overview = file, overview
        self._has_others = overview.layer(Heard.SEED) is not None
        self._show()
        overview.start()

    def close(self) -> None:
        """Draw nothing."""
        if self.overview is not None:
            self.overview.cancel()
            self.overview.deleteLater()
        self._file, self.overview, self._heard = None, None, Heard.DECODED
        self._view.waveform.clear_layers()
        self._view.clear_spectra()
        self._view.show_caption(None)

    def set_original(self, original: Original | None) -> None:
        """Draw another original, where that is heard, or an error against another one."""
        if self.overview is not None:
            self.overview.set_original(original)
            has_seed = self.overview.layer(Heard.SEED) is not None
            self._has_others = has_seed or original is not None
            self._show()

    def set_options(self, options: DecodeOptions) -> None:
        """Draw the sound decoded otherwise: after other passes, or in another order."""
        if self.overview is not None:
            self.overview.set_options(options)
            self._show()

    def show_heard(self, heard: Heard, *, is_blind: bool = False) -> None:
        """Draw what is heard; in a blind test always the same, and not what it is."""
        self._heard, self._is_blind = Heard.DECODED if is_blind else heard, is_blind
        self._show()

    @property
    def share(self) -> float:
        """How much of the sound can be seen, 0.0 to 1.0, where seed stands in for the rest."""
        overview = self.overview
        if overview is None or overview.layer(Heard.SEED) is None or overview.share is None:
            return 1.0
        return overview.share

    @Slot()
    def _show(self) -> None:
        overview, file = self.overview, self._file
        if overview is None or file is None:
            return
        overview.want(self._heard)
        # Without a known length the sound is as long as what has been read of it.
        seconds = overview.sound.seconds if file.seconds is None else file.seconds
        layers = self._layers(overview)
        self._view.waveform.show_layers(layers, seconds)
        self._view.set_length(seconds)
        is_told = self._has_others and not self._is_blind
        self._view.show_caption(self._heard if is_told else None, layers[-1].magnification)
        self.grown.emit()

    def _layers(self, overview: Overview) -> list[Layer]:
        heard = overview.layer(self._heard)
        if heard is None or heard is overview.sound:
            # Until the sound is decoded, its seed stands in for it, or what it was before.
            layers = (overview.layer(Heard.SEED), overview.before, overview.sound)
            return [layer for layer in layers if layer is not None]
        return [heard]
