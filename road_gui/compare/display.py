"""How a pair is shown, as one frozen value; the form beside the picture gives it."""

from dataclasses import dataclass, field

from road_gui.compare.spectrum_lane import SpectrumStyle

ERROR_FILLS, ERROR_LEVEL = 0, -1
"""The error is drawn as large as its lane allows, or as a level in dB."""

ERROR_CHOICES = (ERROR_FILLS, 1, 4, 16, 64, 256, ERROR_LEVEL)


@dataclass(frozen=True, slots=True)
class Display:
    """How a pair is shown.

    Attributes
    ----------
    waves, snr, spectra : bool
        Which lanes are shown.
    channel : int or None
        The only channel; None for all.
    error : int
        One of `ERROR_CHOICES`: how many times the error is magnified, or another way.
    style : SpectrumStyle
        How spectra are drawn.
    fft_len : int or None
        Samples of a frame of the original; None: as the view asks for.
    overclocking : int
        Times its rate at which the decoded sound's spectrum is shown.
    """

    waves: bool = True
    snr: bool = True
    spectra: bool = False
    channel: int | None = None
    error: int = ERROR_FILLS
    style: SpectrumStyle = field(default_factory=SpectrumStyle)
    fft_len: int | None = None
    overclocking: int = 1
