"""The settings beside the queue: where to, how to encode, how to decode."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from road_codec import DecodeOptions, ParameterError, PresetStore
from road_gui.decoder.options_form import OptionsForm
from road_gui.encoder.conversion import Orders
from road_gui.encoder.output_form import OutputForm
from road_gui.encoder.params_form import EncoderForm
from road_gui.encoder.targets import Destination
from road_gui.forms.section import Section
from road_gui.settings import Settings

_WIDTH = 308


class SettingsPanel(QFrame):
    """Three forms under each other, each under a heading that folds it away."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(_WIDTH)
        self._settings = settings
        self.store = PresetStore()
        self.output = OutputForm(settings)
        self.encoding = EncoderForm(settings, self.store)
        self.decoding = OptionsForm(settings)
        self.sections = {
            "output": Section(self.tr("Output"), self.output),
            "encoding": Section(self.tr("Encoding"), self.encoding),
            "decoding": Section(self.tr("Decoding to sound"), self.decoding),
        }
        self._lay_out()

    def orders(self) -> Orders:
        """Return all settings as one value.

        Raises
        ------
        ParameterError
            If values do not fit together.
        """
        return Orders(
            destination=self.output.destination(
                self.encoding.encoding(), self.decoding.suffix, self.output.names.pattern()
            ),
            options=self.decoding.options(),
            on_exists=self.output.on_exists,
            at_once=self.output.at_once,
            copy_others=self.output.copy_others_box.isChecked(),
            keep_date=self.output.keep_date_box.isChecked(),
            measure=self.output.measure_box.isChecked(),
        )

    def destination(self) -> Destination | None:
        """Return where files would go, None while the names are no pattern."""
        try:
            pattern = self.output.names.pattern()
        except ParameterError:
            return None
        return self.output.destination(self.encoding.label(), self.decoding.suffix, pattern)

    def options(self) -> DecodeOptions:
        """Return the decoder options alone, the defaults where they do not fit together."""
        try:
            return self.decoding.options()
        except ParameterError:
            return DecodeOptions()

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be changed while work goes on by it."""
        for form in (self.output, self.encoding, self.decoding):
            form.setDisabled(is_locked)

    def save(self) -> None:
        """Keep which headings are open."""
        for name, section in self.sections.items():
            self._settings.set(f"panel/{name}", section.is_open)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(area)
        content = QWidget()
        content.setObjectName("panelContent")
        area.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 16, 16)
        column.setSpacing(8)
        for number, (name, section) in enumerate(self.sections.items()):
            if number:
                line = QFrame()
                line.setProperty("role", "line")
                column.addWidget(line)
            section.set_open(self._settings.value(f"panel/{name}", name != "decoding"))
            column.addWidget(section)
        column.addStretch()
