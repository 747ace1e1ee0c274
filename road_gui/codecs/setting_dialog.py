"""Asks for a setting to be compared: a codec, its parameters, and a name."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import Codec, CodecSetting, ParameterError, all_codecs, describe, values_of
from road_gui.codecs.settings_model import MAX_LABEL, short_label
from road_gui.forms.fields import QuietComboBox
from road_gui.forms.params_form import ParamsForm
from road_gui.messages import explain

_SIZE = (420, 560)
_NUMBER_MARGIN = 6


class SettingDialog(QDialog):
    """A form for the parameters of any codec.

    Parameters
    ----------
    codec : str
        Id of the codec to begin with.
    like : CodecSetting or None
        A setting whose values are shown at first.
    parent : QWidget
        Whose window it belongs to.
    """

    def __init__(self, codec: str, like: CodecSetting | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a setting"))
        self.resize(*_SIZE)
        self._codecs: tuple[Codec, ...] = all_codecs()
        self.setting: CodecSetting | None = None
        self.box = QuietComboBox()
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_LABEL)
        self.forms: dict[str, ParamsForm] = {}
        self._pages = QStackedWidget()
        for one in self._codecs:
            self._add(one)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "bad")
        self.trouble.setWordWrap(True)
        self._lay_out()
        self._dress_numbers()
        self.box.setCurrentIndex(self.box.findData(codec))
        if like is not None:
            self.forms[like.codec].set_values(values_of(like.params))
        self._follow()
        self.box.currentIndexChanged.connect(self._follow)

    def accept(self) -> None:
        """Take what is shown, unless values do not fit together."""
        self._form.commit()
        try:
            self.setting = self._shown()
        except ParameterError as error:
            self._say(explain(error).sentence)
            return
        super().accept()

    @property
    def _codec(self) -> Codec:
        return self._codecs[self.box.currentIndex()]

    @property
    def _form(self) -> ParamsForm:
        return self.forms[self._codec.id]

    def _shown(self) -> CodecSetting:
        params = self._codec.params_type(**self._form.values())
        bare = CodecSetting(codec=self._codec.id, label="", params=params)
        label = self.name.text().strip() or short_label(bare) or self.tr("defaults")
        return CodecSetting(codec=bare.codec, label=label, params=params)

    def _add(self, codec: Codec) -> None:
        self.box.addItem(f"{codec.title} ({codec.suffix})", codec.id)
        form = ParamsForm(describe(codec.params_type))
        form.changed.connect(self._follow)
        self.forms[codec.id] = form
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(form)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.addWidget(area)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for text, widget in ((self.tr("Codec"), self.box), (self.tr("Name"), self.name)):
            pair = QVBoxLayout()
            pair.setSpacing(4)
            label = QLabel(text)
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            pair.addWidget(label)
            pair.addWidget(widget)
            column.addLayout(pair)
        column.addWidget(self._pages, 1)
        column.addWidget(self.trouble)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(self.tr("Add"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _dress_numbers(self) -> None:
        """Do as the window does with its own: a style sheet has no say in these."""
        for box in self.findChildren(QAbstractSpinBox):
            box.lineEdit().setTextMargins(_NUMBER_MARGIN, 0, 0, 0)
            box.lineEdit().setAccessibleName(box.accessibleName())

    @Slot()
    def _follow(self) -> None:
        self._pages.setCurrentIndex(self.box.currentIndex())
        self._say("")
        try:
            bare = CodecSetting(
                codec=self._codec.id,
                label="",
                params=self._codec.params_type(**self._form.values()),
            )
        except ParameterError as error:
            self._say(explain(error).sentence)
            return
        self.name.setPlaceholderText(short_label(bare) or self.tr("defaults"))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
