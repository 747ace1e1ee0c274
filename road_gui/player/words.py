"""How the player says rates, formats and factors."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale

from road_codec import SampleType, SoundFormat
from road_gui import messages
from road_gui.player.opening import RateChoice
from road_gui.player.source import Heard

translate = QCoreApplication.translate
rate_text = messages.rate_text

_FRACTIONS = {
    Fraction(1, 2): "½",
    Fraction(1, 4): "¼",
    Fraction(1, 8): "⅛",
}


def times_text(times: Fraction) -> str:
    """Say a factor: ``2 ×``, ``½ ×``."""
    known = _FRACTIONS.get(times)
    if known is None:
        known = str(times) if times.denominator > 1 else QLocale().toString(times.numerator)
    return f"{known} ×"


def choice_text(choice: RateChoice) -> str:
    """Say an output rate, and how it stands to the original one."""
    rate = rate_text(choice.rate_hz)
    if choice.times == 1:
        return translate("Player", "{rate} (original)").format(rate=rate)
    if choice.times > 1:
        return translate("Player", "{rate} ({times} over-clocked)").format(
            rate=rate, times=times_text(choice.times)
        )
    return translate("Player", "{rate} ({times} the original)").format(
        rate=rate, times=times_text(choice.times)
    )


def reckoning_text(original_hz: int, choice: RateChoice) -> str:
    """Say how a rate comes about: ``44.1 kHz × 4 = 176.4 kHz``."""
    if choice.times == 1:
        return rate_text(choice.rate_hz)
    sign, factor = ("×", choice.times) if choice.times > 1 else ("÷", 1 / choice.times)
    return f"{rate_text(original_hz)} {sign} {factor} = {rate_text(choice.rate_hz)}"


def channels_text(n_channels: int) -> str:
    """Say how many channels there are."""
    if n_channels == 1:
        return translate("Player", "mono")
    if n_channels == 2:
        return translate("Player", "stereo")
    return translate("Player", "%n channel(s)", None, n_channels)


def type_text(sample_type: SampleType) -> str:
    """Say a sample type: ``16 bits``, ``float``."""
    if sample_type.is_float:
        return translate("Player", "32 bits float")
    return translate("Player", "{bits} bits").format(bits=sample_type.bits)


def format_text(sound: SoundFormat) -> str:
    """Say what a sound is: ``44.1 kHz · stereo · 16 bits``."""
    return " · ".join(
        (rate_text(sound.rate_hz), channels_text(sound.n_channels), type_text(sound.sample_type))
    )


def playing_text(made: str, made_hz: int, played_hz: int) -> str:
    """Say at which rate a sound is made, and at which it is played if that is another one."""
    if played_hz == made_hz:
        return translate("Player", "Playing {rate}").format(rate=made)
    return translate("Player", "{rate}, played at {played}").format(
        rate=made, played=rate_text(played_hz)
    )


def heard_text(heard: Heard, *, is_short: bool = False) -> str:
    """Say what is heard, in a word or two."""
    texts = {
        Heard.ORIGINAL: translate("Player", "Original"),
        Heard.DECODED: translate("Player", "Decoded sound"),
        Heard.SEED: translate("Player", "Seed (prelisten)"),
        Heard.ERROR: translate("Player", "Error"),
    }
    if is_short:
        texts[Heard.DECODED] = translate("Player", "Decoded")
        texts[Heard.SEED] = translate("Player", "Seed")
    return texts[heard]


def gain_text(gain_db: float) -> str:
    """Say a gain: ``+1.2 dB``, ``−0.4 dB``."""
    number = QLocale().toString(abs(gain_db), "f", 1)
    # What rounds to nothing has no sign.
    sign = "" if number == QLocale().toString(0.0, "f", 1) else ("−" if gain_db < 0 else "+")
    return translate("Player", "{gain} dB").format(gain=f"{sign}{number}")


def lag_text(lag_samples: int, rate_hz: int) -> str:
    """Say by how much the decoded sound comes later, or earlier; nothing if it does not."""
    if not lag_samples:
        return ""
    if lag_samples > 0:
        text = translate("Player", "%n sample(s) late ({milliseconds} ms)", None, lag_samples)
    else:
        text = translate("Player", "%n sample(s) early ({milliseconds} ms)", None, -lag_samples)
    milliseconds = QLocale().toString(1000 * abs(lag_samples) / rate_hz, "f", 2)
    return text.format(milliseconds=milliseconds)


def latency_text(seconds: float) -> str:
    """Say how late everything is heard, by what the device says of itself."""
    return translate("Player", "Changes are heard after {number} ms").format(
        number=QLocale().toString(round(1000 * seconds))
    )
