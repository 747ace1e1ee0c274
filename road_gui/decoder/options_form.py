"""How encoded files are decoded: rate, sample type, file type and what is rarer."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from road_codec import DecodeOptions, describe
from road_gui.forms.fields import QuietComboBox
from road_gui.forms.params_form import ParamsForm
from road_gui.settings import Settings

translate = QCoreApplication.translate

OVERSAMPLES = (
    Fraction(1, 4),
    Fraction(1, 2),
    Fraction(1),
    Fraction(2),
    Fraction(4),
    Fraction(8),
)
_RATES = ("samples_per_range", "rate_hz")
_AS_IT_WAS = Fraction(1)


class OptionsForm(QWidget):
    """Shows decoder options and lets them be changed.

    Of oversampling, rate and samples per range at most one can be chosen:
    choosing one makes the others automatic.

    Parameters
    ----------
    settings : Settings or None
        Where the values are kept; None for a form of a single moment.

    Signals
    -------
    changed()
        After any value has changed.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.oversample = _choices(
            self.tr("Output rate"),
            {_oversample_text(times): times for times in OVERSAMPLES},
            self.tr("Above the original rate a fractal has detail of its own to show."),
        )
        self.file_type = _choices(self.tr("File type"), _file_types(), "")
        self.params = ParamsForm(describe(DecodeOptions))
        self.restore_defaults = QPushButton(self.tr("Restore defaults"))
        self.restore_defaults.setProperty("role", "link")
        self._lay_out()
        self.reset()
        self._load()
        self.oversample.currentIndexChanged.connect(self._choose_oversample)
        self.file_type.currentIndexChanged.connect(self._keep)
        self.params.changed.connect(self._choose_params)
        self.restore_defaults.clicked.connect(self.reset)

    @property
    def suffix(self) -> str:
        """Ending of the decoded files, with the dot."""
        return str(self.file_type.currentData())

    def options(self) -> DecodeOptions:
        """Return what is shown.

        Raises
        ------
        ParameterError
            If values do not fit together.
        """
        self.params.commit()
        times = self.oversample.currentData()
        return DecodeOptions(
            **self.params.values(), oversample=None if times == _AS_IT_WAS else times
        )

    def show_options(self, options: DecodeOptions, suffix: str) -> None:
        """Show a choice that was made before."""
        self.params.set_values({name: getattr(options, name) for name in self.params.fields})
        _choose(self.oversample, str(options.oversample or _AS_IT_WAS))
        _choose(self.file_type, suffix)

    @Slot()
    def reset(self) -> None:
        """Show the defaults."""
        self.params.reset()
        self.oversample.setCurrentIndex(OVERSAMPLES.index(_AS_IT_WAS))
        self.file_type.setCurrentIndex(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for box in (self.oversample, self.file_type):
            pair = QVBoxLayout()
            pair.setSpacing(4)
            label = QLabel(box.accessibleName())
            label.setBuddy(box)
            pair.addWidget(label)
            pair.addWidget(box)
            column.addLayout(pair)
        column.addWidget(self.params)
        column.addWidget(self.restore_defaults, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _choose_oversample(self) -> None:
        if self.oversample.currentData() != _AS_IT_WAS:
            self.params.set_values(dict.fromkeys(_RATES))
        self._keep()

    @Slot()
    def _choose_params(self) -> None:
        values = self.params.values()
        chosen = [name for name in _RATES if values[name] is not None]
        if chosen:
            self.oversample.setCurrentIndex(OVERSAMPLES.index(_AS_IT_WAS))
        if len(chosen) > 1:
            # The one that was there gives way to the one that has just been touched.
            older = next(name for name in chosen if self._before.get(name) is not None)
            self.params.set_values({older: None})
        self._keep()

    @Slot()
    def _keep(self) -> None:
        self._before = self.params.values()
        if self._settings is not None:
            self._settings.set("decoder/oversample", str(self.oversample.currentData()))
            self._settings.set("decoder/suffix", self.suffix)
            self._settings.set("decoder/options", self.params.to_text())
        self.changed.emit()

    def _load(self) -> None:
        if self._settings is not None:
            self.params.set_text(self._settings.value("decoder/options", ""))
            _choose(self.oversample, self._settings.value("decoder/oversample", ""))
            _choose(self.file_type, self._settings.value("decoder/suffix", ""))
        self._before = self.params.values()


def _choices(name: str, items: dict[str, object], tip: str) -> QuietComboBox:
    box = QuietComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    for text, value in items.items():
        box.addItem(text, value)
    return box


def _choose(box: QuietComboBox, text: str) -> None:
    """Choose the item whose value is spelt so, if there is one."""
    for number in range(box.count()):
        if str(box.itemData(number)) == text:
            box.setCurrentIndex(number)


def _oversample_text(times: Fraction) -> str:
    words = {
        Fraction(1, 4): translate("OptionsForm", "¼ × the original rate"),
        Fraction(1, 2): translate("OptionsForm", "½ × the original rate"),
        Fraction(1): translate("OptionsForm", "Original rate"),
        Fraction(2): translate("OptionsForm", "2 × the original rate"),
        Fraction(4): translate("OptionsForm", "4 × the original rate"),
        Fraction(8): translate("OptionsForm", "8 × the original rate"),
    }
    return words[times]


def _file_types() -> dict[str, object]:
    return {
        translate("OptionsForm", "WAV"): ".wav",
        translate("OptionsForm", "FLAC"): ".flac",
        translate("OptionsForm", "AIFF"): ".aiff",
        translate("OptionsForm", "CAF"): ".caf",
        translate("OptionsForm", "Ogg Vorbis"): ".ogg",
        translate("OptionsForm", "Opus"): ".opus",
        translate("OptionsForm", "MP3"): ".mp3",
    }
