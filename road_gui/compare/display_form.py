"""The form for how a pair is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from road_gui.compare.display import ERROR_CHOICES, ERROR_FILLS, ERROR_LEVEL, Display
from road_gui.compare.opening import OpenPair
from road_gui.compare.spectra import FFT_LENGTHS
from road_gui.compare.spectrum_lane import DIFFERENCE_DB, SpectrumStyle
from road_gui.compare.words import channel_name
from road_gui.forms.fields import QuietComboBox
from road_gui.messages import count_text, decibel_text, rate_text
from road_gui.plots.colour_maps import SEQUENTIAL, diverging, sequential
from road_gui.plots.drawing import painting
from road_gui.settings import Settings
from road_gui.theme import Theme

_DEPTHS_DB = (60, 80, 100, 120)
_SCALES = ("log", "linear", "mel")
_KEY_HEIGHT = 12


class DisplayForm(QWidget):
    """Choices of channel, magnification, frequency axis, range and colours.

    Parameters
    ----------
    settings : Settings
        Where choices of taste are kept.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    changed()
        Something is to be shown in another way.
    """

    changed = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.channel = self._choice(
            self.tr("Channel"), self.tr("Which channels are drawn; spectra are their mean.")
        )
        self.error = self._choice(
            self.tr("Error"), self.tr("How large the error, decoded minus original, is drawn.")
        )
        self._make_those_of_spectra()
        self.key = ColourKey(theme)
        self._column.addSpacing(4)
        self._column.addWidget(self.key)
        self._fill()
        self._restore()
        for box in self._boxes():
            box.currentIndexChanged.connect(self._tell)
        self._tell_key()

    def _make_those_of_spectra(self) -> None:
        self.scale = self._choice(
            self.tr("Frequency axis"),
            self.tr("Logarithmic: an octave is as high as any other. Mel: as ears tell pitches."),
        )
        self.levels = self._choice(
            self.tr("Range of levels"),
            self.tr("What is softer than that below full scale is not drawn. All have the same."),
        )
        self.fft = self._choice(
            self.tr("Frame of the spectra"),
            self.tr("Long frames tell pitches apart, short ones tell when something happened."),
        )
        self.map = self._choice(
            self.tr("Colours"), self.tr("All of them can be told apart by colour-blind eyes.")
        )
        self.overclocking = self._choice(
            self.tr("Over-clocking"),
            self.tr(
                "The rate at which the decoded sound's spectrum is shown. Above the line at half "
                "the original's rate everything was synthesised by the maps."
            ),
        )

    def _choice(self, name: str, tip: str) -> QuietComboBox:
        label = QLabel(name)
        box = QuietComboBox()
        label.setBuddy(box)
        box.setAccessibleName(name)
        box.setAccessibleDescription(tip)
        for widget in (label, box):
            widget.setToolTip(tip)
        if self._column.count():
            self._column.addSpacing(4)
        self._column.addWidget(label)
        self._column.addWidget(box)
        return box

    def _fill(self) -> None:
        names = {
            ERROR_FILLS: self.tr("As large as fits"),
            ERROR_LEVEL: self.tr("As a level in dB"),
            1: self.tr("As large as the sound"),
        }
        for error in ERROR_CHOICES:
            self.error.addItem(names.get(error, f"× {error}"), error)
        scales = {"log": self.tr("Logarithmic"), "linear": self.tr("Linear"), "mel": self.tr("Mel")}
        for scale in _SCALES:
            self.scale.addItem(scales[scale], scale)
        for depth in _DEPTHS_DB:
            self.levels.addItem(decibel_text(depth, 0), depth)
        self.fft.addItem(self.tr("As the view asks for"), None)
        for length in FFT_LENGTHS:
            self.fft.addItem(self.tr("{length} samples").format(length=count_text(length)), length)
        for name in SEQUENTIAL:
            self.map.addItem(name.capitalize(), name)
        self.set_pair(None)

    def _boxes(self) -> Sequence[QuietComboBox]:
        return (
            *(self.channel, self.error, self.scale, self.levels),
            *(self.fft, self.map, self.overclocking),
        )

    def set_pair(self, pair: OpenPair | None) -> None:
        """Offer the channels and rates of another pair."""
        channels: list[tuple[str, int | None]] = [(self.tr("All"), None)]
        if pair is not None and pair.n_channels > 1:
            names = (channel_name(one, pair.n_channels) for one in range(pair.n_channels))
            channels += [(name, number) for number, name in enumerate(names)]
        _refill(self.channel, channels)
        times = (1,) if pair is None else pair.overclockings
        rate_hz = None if pair is None else pair.decoded_format.rate_hz
        _refill(self.overclocking, [(self._times_text(one, rate_hz), one) for one in times])
        self.channel.setEnabled(len(channels) > 1)
        self.overclocking.setEnabled(len(times) > 1)

    def _times_text(self, times: int, rate_hz: int | None) -> str:
        if rate_hz is None:
            return "1 ×"
        return f"{times} × ({rate_text(times * rate_hz)})"

    def display(self, shown: Display) -> Display:
        """Return what is chosen here, with the lanes that `shown` has."""
        return replace(
            shown,
            channel=self.channel.currentData(),
            error=int(self.error.currentData()),
            style=self.style_of_spectra(),
            fft_len=self.fft.currentData(),
            overclocking=int(self.overclocking.currentData() or 1),
        )

    def style_of_spectra(self) -> SpectrumStyle:
        """Return how spectra are to be drawn."""
        return SpectrumStyle(
            scale=str(self.scale.currentData()),
            depth_db=float(self.levels.currentData()),
            colour_map=str(self.map.currentData()),
        )

    def _kept(self) -> dict[str, tuple[QuietComboBox, object]]:
        # Channel and rate belong to a pair, these belong to a person.
        return {
            "compare/error": (self.error, ERROR_FILLS),
            "compare/scale": (self.scale, "log"),
            "compare/depth": (self.levels, 100),
            "compare/fft": (self.fft, 0),
            "compare/colours": (self.map, SEQUENTIAL[0]),
        }

    def _restore(self) -> None:
        for key, (box, default) in self._kept().items():
            index = box.findData(self._settings.value(key, default))
            box.setCurrentIndex(index if index >= 0 else max(0, box.findData(default)))

    @Slot()
    def _tell(self) -> None:
        for key, (box, _) in self._kept().items():
            self._settings.set(key, box.currentData() or 0)
        self._tell_key()
        self.changed.emit()

    def _tell_key(self) -> None:
        self.key.set_style(self.style_of_spectra())


def _refill(box: QuietComboBox, items: Sequence[tuple[str, object]]) -> None:
    before = box.currentData()
    was_blocked = box.blockSignals(True)
    box.clear()
    for text, data in items:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(before)))
    box.blockSignals(was_blocked)


class ColourKey(QWidget):
    """Which colour stands for which level, and for which difference."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = SpectrumStyle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        """Ask for two strips with their labels."""
        return QSize(120, 2 * self._row_height())

    def _row_height(self) -> int:
        return _KEY_HEIGHT + self.fontMetrics().height() + 8

    def set_style(self, style: SpectrumStyle) -> None:
        """Show other colours."""
        self._style = style
        levels = (-style.depth_db, 0.0, DIFFERENCE_DB)
        lowest, highest, difference = (decibel_text(level, 0) for level in levels)
        ends = f"{lowest} … {highest}, ±{difference}"
        self.setAccessibleName(self.tr("Colours of levels and differences"))
        self.setAccessibleDescription(ends)
        self.update()

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        style = self._style
        low, high = (decibel_text(end, 0, signed=True) for end in (-DIFFERENCE_DB, DIFFERENCE_DB))
        with painting(self) as painter:
            words = (
                decibel_text(-style.depth_db, 0),
                self.tr("level"),
                decibel_text(0.0, 0),
            )
            self._paint_row(painter, 0, sequential(style.colour_map), words)
            words = (low, self.tr("difference"), high)
            self._paint_row(painter, 1, diverging(self._theme.plot_colours), words)

    def _paint_row(
        self, painter: QPainter, number: int, table: Sequence[int], words: Sequence[str]
    ) -> None:
        top = number * self._row_height()
        bar = QRectF(0, top, self.width(), _KEY_HEIGHT)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for stop in range(0, 256, 15):
            gradient.setColorAt(stop / 255, QColor(table[stop]))
        painter.fillRect(bar, gradient)
        painter.setPen(QColor(self._theme.colours.text_soft))
        below = QRectF(0, bar.bottom() + 1, self.width(), self.fontMetrics().height())
        align = Qt.AlignmentFlag
        sides = (align.AlignLeft, align.AlignHCenter, align.AlignRight)
        for side, text in zip(sides, words, strict=True):
            painter.drawText(below, side | align.AlignTop, text)
