"""How sounds are encoded: the codec, and the parameters that it describes."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from road_codec import Codec, all_codecs, describe
from road_gui.forms.fields import QuietComboBox
from road_gui.forms.params_form import ParamsForm
from road_gui.settings import Settings


class EncoderForm(QWidget):
    """Shows the codecs, and the parameters of the chosen one.

    Signals
    -------
    changed()
        After any value has changed.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._codecs: tuple[Codec, ...] = all_codecs()
        self.box = QuietComboBox()
        self.box.setAccessibleName(self.tr("Codec"))
        self.forms: dict[str, ParamsForm] = {}
        self._pages = QStackedWidget()
        for codec in self._codecs:
            self._add(codec)
        self.restore_defaults = QPushButton(self.tr("Restore defaults"))
        self.restore_defaults.setProperty("role", "link")
        self._lay_out()
        kept = self.box.findData(settings.value("encoder/codec", ""))
        self.box.setCurrentIndex(max(0, kept))
        self._follow()
        self.box.currentIndexChanged.connect(self._follow)
        self.restore_defaults.clicked.connect(self.reset)

    @property
    def codec(self) -> Codec:
        """The chosen codec."""
        return self._codecs[self.box.currentIndex()]

    @property
    def form(self) -> ParamsForm:
        """The form of the chosen codec."""
        return self.forms[self.codec.id]

    def params(self) -> Any:
        """Return what is shown, as the codec's parameters.

        Raises
        ------
        ParameterError
            If values do not fit together.
        """
        self.form.commit()
        return self.codec.params_type(**self.form.values())

    @Slot()
    def reset(self) -> None:
        """Show the defaults of the chosen codec."""
        self.form.reset()

    def _add(self, codec: Codec) -> None:
        self.box.addItem(f"{codec.title} ({codec.suffix})", codec.id)
        form = ParamsForm(describe(codec.params_type))
        form.set_text(self._settings.value(f"encoder/{codec.id}", ""))
        form.changed.connect(self._keep)
        self.forms[codec.id] = form
        self._pages.addWidget(form)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        pair = QVBoxLayout()
        pair.setSpacing(4)
        label = QLabel(self.tr("Codec"))
        label.setBuddy(self.box)
        pair.addWidget(label)
        pair.addWidget(self.box)
        column.addLayout(pair)
        column.addWidget(self._pages)
        column.addWidget(self.restore_defaults, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _follow(self) -> None:
        self._pages.setCurrentWidget(self.form)
        self._keep()

    @Slot()
    def _keep(self) -> None:
        self._settings.set("encoder/codec", self.codec.id)
        self._settings.set(f"encoder/{self.codec.id}", self.form.to_text())
        self.changed.emit()
