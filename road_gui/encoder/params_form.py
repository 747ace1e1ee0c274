"""How sounds are encoded: the codec, a preset, and the parameters that the codec describes."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import Codec, ParameterError, PresetStore, all_codecs, describe
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.preset_box import PresetBox
from road_gui.encoder.preset_menu import PresetMenu
from road_gui.forms.fields import QuietComboBox
from road_gui.forms.params_form import ParamsForm
from road_gui.library_words import preset_word
from road_gui.settings import Settings


class EncoderForm(QWidget):
    """Shows the codecs, the presets of the chosen one, and its parameters.

    Parameters
    ----------
    settings : Settings or None
        Where the values are kept; None for a form of a single moment.
    store : PresetStore
        Where the presets are.

    Signals
    -------
    changed()
        After any value has changed.
    """

    changed = Signal()

    def __init__(
        self, settings: Settings | None, store: PresetStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._codecs: tuple[Codec, ...] = all_codecs()
        self.box = QuietComboBox()
        self.box.setAccessibleName(self.tr("Codec"))
        self.presets = PresetBox(store)
        self.preset_menu = PresetMenu(store, self)
        self._sentence = QLabel()
        self._forms: dict[str, ParamsForm] = {}
        self._pages = QStackedWidget()
        for codec in self._codecs:
            self.box.addItem(f"{codec.title} ({codec.suffix})", codec.id)
        self.restore_defaults = QPushButton(self.tr("Restore defaults"))
        self.restore_defaults.setProperty("role", "link")
        self._lay_out()
        kept = self.box.findData(settings.value("encoder/codec", "")) if settings else 0
        self.box.setCurrentIndex(max(0, kept))
        self._follow()
        self.box.currentIndexChanged.connect(self._follow)
        self.presets.activated.connect(self._use_preset)
        self.presets.reloaded.connect(self._match)
        self.preset_menu.changed.connect(self._reload)
        self.restore_defaults.clicked.connect(self.reset)

    @property
    def codec(self) -> Codec:
        """The chosen codec."""
        return self._codecs[self.box.currentIndex()]

    @property
    def form(self) -> ParamsForm:
        """The form of the chosen codec, made when that is first chosen."""
        form = self._forms.get(self.codec.id)
        return form if form is not None else self._made(self.codec)

    def params(self) -> Any:
        """Return what is shown, as the codec's parameters.

        Raises
        ------
        ParameterError
            If values do not fit together.
        """
        self.form.commit()
        return self.codec.params_type(**self.form.values())

    def encoding(self) -> Encoding:
        """Return what is shown, with the name of the preset that it is.

        Raises
        ------
        ParameterError
            If values do not fit together.
        """
        params = self.params()
        return Encoding(codec=self.codec.id, params=params, preset=self.presets.preset_name)

    def shown(self) -> Encoding:
        """Return what is shown, as far as the values fit together."""
        try:
            return self.encoding()
        except ParameterError:
            return self.label()

    def label(self) -> Encoding:
        """Return codec and preset without the values, which need not fit together yet."""
        return Encoding(codec=self.codec.id, preset=self.presets.preset_name)

    def show_encoding(self, encoding: Encoding) -> None:
        """Show a choice that was made before."""
        self.box.setCurrentIndex(max(0, self.box.findData(encoding.codec)))
        names = self.form.fields
        if encoding.params is not None:
            self.form.set_values({name: getattr(encoding.params, name) for name in names})

    @Slot()
    def reset(self) -> None:
        """Show the defaults of the chosen codec."""
        self.form.reset()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which presets there are now: the command line shares them."""
        super().showEvent(event)
        self.presets.reload()

    def _made(self, codec: Codec) -> ParamsForm:
        form = ParamsForm(describe(codec.params_type))
        if self._settings is not None:
            form.set_text(self._settings.value(f"encoder/{codec.id}", ""))
        form.changed.connect(self._keep)
        self._forms[codec.id] = form
        self._pages.addWidget(form)
        return form

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(_pair(self.tr("Codec"), self.box))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.presets, 1)
        row.addWidget(self.preset_menu.button)
        pair = _pair(self.tr("Preset"), self.presets, row)
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)
        pair.addWidget(self._sentence)
        column.addLayout(pair)
        column.addWidget(self._pages)
        column.addWidget(self.restore_defaults, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _follow(self) -> None:
        shown = self.form
        self._pages.setCurrentWidget(shown)
        # A stack is as high as its highest page: the others would stretch a short form.
        fixed = QSizePolicy.Policy.Preferred
        for form in self._forms.values():
            height = fixed if form is shown else QSizePolicy.Policy.Ignored
            form.setSizePolicy(fixed, height)
        self.presets.set_codec(self.codec.id)
        self._keep()

    @Slot()
    def _reload(self) -> None:
        self.presets.reload()
        self._keep()

    @Slot()
    def _use_preset(self) -> None:
        preset = self.presets.preset
        if preset is not None:
            self.form.set_values(preset.all_values())
            self._keep()
        else:
            self._match()

    @Slot()
    def _match(self) -> None:
        """Show which preset the values are, if they are any."""
        values = self.form.values()
        self.presets.show_values(values)
        preset = self.presets.preset
        self._sentence.setText(preset_word(preset.text) if preset else "")
        self._sentence.setVisible(bool(preset and preset.text))
        self.preset_menu.set_state(self.codec.id, values, preset)

    @Slot()
    def _keep(self) -> None:
        self._match()
        if self._settings is not None:
            self._settings.set("encoder/codec", self.codec.id)
            self._settings.set(f"encoder/{self.codec.id}", self.form.to_text())
        self.changed.emit()


def _pair(text: str, box: QWidget, row: QHBoxLayout | None = None) -> QVBoxLayout:
    """Return a label with what it names below it, by itself or in a row with others."""
    pair = QVBoxLayout()
    pair.setSpacing(4)
    label = QLabel(text)
    label.setBuddy(box)
    pair.addWidget(label)
    if row is None:
        pair.addWidget(box)
    else:
        pair.addLayout(row)
    return pair
