"""The choice of the output rate: powers of two of the seed's, up to what the device plays."""

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from road_gui.forms.fields import QuietComboBox
from road_gui.player.opening import OpenFile, RateChoice
from road_gui.player.words import choice_text, rate_text
from road_gui.settings import Settings

# Offered while it is not known what the device plays.
_USUAL_HIGHEST_HZ = 192_000
_HIGHEST = "highest"


class RateBox(QuietComboBox):
    """Offers the rates that a file has and the device plays.

    What is chosen is remembered as a factor, for the next file may have another rate.

    Signals
    -------
    changed()
        Another rate is to be heard: it was chosen, or the device plays another highest one.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rates: tuple[RateChoice, ...] = ()
        self._highest_hz: int | None = None
        self._wanted = settings.value("player/rate", "1")
        self.setAccessibleName(self.tr("Output rate"))
        tip = self.tr(
            "A fractal has no rate of its own: its maps can be applied at any. Over-clocking "
            "decodes at twice the original rate or more, and the maps fill in the detail."
        )
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.currentIndexChanged.connect(self._take)

    @property
    def choice(self) -> RateChoice | None:
        """The rate that is chosen; None for a file without a choice."""
        wanted = self.currentData()
        if wanted == _HIGHEST:
            return self._highest_choice()
        return next((rate for rate in self._rates if str(rate.times) == wanted), None)

    @property
    def samples_per_range(self) -> int | None:
        """What a decoder is told; None for the original rate."""
        choice = self.choice
        return None if choice is None or choice.times == 1 else choice.samples_per_range

    def choose(self, times: Fraction) -> None:
        """Take a rate, in units of the original one, if it is offered."""
        place = self.findData(str(times))
        if place >= 0:
            self.setCurrentIndex(place)

    def rates_hz(self) -> list[int]:
        """List all rates of the file, to ask a device about them."""
        return [rate.rate_hz for rate in self._rates]

    def set_file(self, file: OpenFile | None) -> None:
        """Offer the rates of another file."""
        self._rates = () if file is None else file.rates
        self._highest_hz = None
        self._fill()

    def set_highest(self, rate_hz: int | None) -> None:
        """Offer rates up to what the device plays; None while that is not known."""
        before = self.samples_per_range
        self._highest_hz = rate_hz
        self._fill()
        if self.samples_per_range != before:
            self.changed.emit()

    def _offered(self) -> list[RateChoice]:
        limit = self._highest_hz or _USUAL_HIGHEST_HZ
        offered = [rate for rate in self._rates if rate.rate_hz <= limit]
        # The original rate is there whatever the device says: it can be converted.
        return offered or [rate for rate in self._rates if rate.times <= 1]

    def _highest_choice(self) -> RateChoice | None:
        offered = self._offered()
        return offered[-1] if offered else None

    def _fill(self) -> None:
        blocker = QSignalBlocker(self)
        self.clear()
        for rate in self._offered():
            self.addItem(choice_text(rate), str(rate.times))
        highest = self._highest_choice()
        if highest is not None:
            text = self.tr("Highest the device plays")
            if self._highest_hz is not None:
                text += f" ({rate_text(highest.rate_hz)})"
            self.addItem(text, _HIGHEST)
        found = self.findData(self._wanted)
        self.setCurrentIndex(found if found >= 0 else self.findData(str(Fraction(1))))
        blocker.unblock()

    @Slot()
    def _take(self) -> None:
        self._wanted = str(self.currentData())
        self._settings.set("player/rate", self._wanted)
        self.changed.emit()
