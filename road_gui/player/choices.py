"""The panel beside the waveform: what is heard, how it is decoded, on which device."""

from random import SystemRandom

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from road_codec import DecodeOptions, Features, describe
from road_gui.actions import ActionButton, tool_button
from road_gui.forms.fields import QuietComboBox
from road_gui.forms.words import doc_of, value_text
from road_gui.player.actions import PlayerActions
from road_gui.player.device_choice import DeviceChoice
from road_gui.player.heard_choice import HeardChoice
from road_gui.player.opening import OpenFile
from road_gui.player.passes_choice import PassesChoice
from road_gui.player.rate_choice import RateBox
from road_gui.player.way import Way
from road_gui.settings import Settings

_WIDTH = 300
_PARAMS = {param.name: param for param in describe(DecodeOptions)}


class ChoicesPanel(QFrame):
    """Everything about the player that is a matter of taste.

    Signals
    -------
    changed()
        The file is to be decoded in another way.
    """

    changed = Signal()

    def __init__(
        self, actions: PlayerActions, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(_WIDTH)
        self._actions = actions
        self._order_seed = 0
        self._features: Features | None = None
        self.heard = HeardChoice(actions, settings)
        self.rate = RateBox(settings)
        self.bits = self._make_choice("bits", self.tr("Sample type"))
        self.order = self._make_choice("order", self.tr("Order of the maps"))
        self.passes = PassesChoice()
        self.device = DeviceChoice(settings)
        self._hint = QLabel(self.tr("An ordinary sound: there is nothing to decode."))
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        self._decoding, self._rate_part, self._order_part = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.set_file(None)

    # -- what is chosen -----------------------------------------------------------

    @property
    def is_random(self) -> bool:
        """Whether another random order can be drawn."""
        return self._has_order and self.order.currentData() != "sequential"

    @property
    def _is_encoded(self) -> bool:
        return self._features is not None

    @property
    def _has_order(self) -> bool:
        return self._features is not None and self._features.order

    def options(self) -> DecodeOptions:
        """Return how it is to be decoded: what the file cannot do is left at its default."""
        bits = self.bits.currentData()
        if not self._has_order:
            return DecodeOptions(samples_per_range=self.rate.samples_per_range, bits=bits)
        return DecodeOptions(
            samples_per_range=self.rate.samples_per_range,
            bits=bits,
            order=self.order.currentData(),
            order_seed=self._order_seed,
            passes=self.passes.passes,
        )

    def set_way(self, way: Way) -> None:
        """Show a way of hearing; what the file has not stays as it is."""
        self.rate.choose(way.times)
        self.bits.setCurrentIndex(self.bits.findData(way.bits))
        self.order.setCurrentIndex(self.order.findData(way.order))
        self.passes.choose(way.passes)
        self.heard.hear(way.heard)

    def set_file(self, file: OpenFile | None) -> None:
        """Offer what a file can do."""
        self._features = None if file is None or file.info is None else file.info.features
        self.heard.set_file(file)
        self.heard.setVisible(self._is_encoded)
        self._hint.setVisible(file is not None and not self._is_encoded)
        self._decoding.setVisible(self._is_encoded)
        self._rate_part.setVisible(self._features is not None and self._features.rates)
        self._order_part.setVisible(self._has_order)
        self.rate.set_file(file)
        self._offer_bits(file)
        self._actions.reshuffle.setEnabled(self.is_random)

    def _offer_bits(self, file: OpenFile | None) -> None:
        """Let only those types be chosen that the file can give; the others stay in sight."""
        model = self.bits.model()
        for number in range(self.bits.count()):
            options = DecodeOptions(bits=self.bits.itemData(number))
            fits = file is None or not file.is_encoded or file.takes(options)
            if isinstance(model, QStandardItemModel):
                model.item(number).setEnabled(fits)
            if not fits and number == self.bits.currentIndex():
                self.bits.setCurrentIndex(0)

    # -- making -------------------------------------------------------------------

    def _make_choice(self, name: str, label: str) -> QuietComboBox:
        box = QuietComboBox()
        box.setAccessibleName(label)
        box.setAccessibleDescription(doc_of(_PARAMS[name]))
        box.setToolTip(doc_of(_PARAMS[name]))
        for value in _PARAMS[name].among:
            box.addItem(value_text(_PARAMS[name], value), value)
        return box

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("panelContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(_heading(self.tr("What you hear")))
        column.addWidget(self.heard)
        column.addWidget(self._hint)
        column.addSpacing(12)
        column.addWidget(self._decoding)
        column.addSpacing(12)
        column.addWidget(_heading(self.tr("Sound device")))
        column.addWidget(self.device)
        column.addStretch(1)
        self._lay_out_decoding()
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addWidget(_button(self._actions.decode))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _lay_out_decoding(self) -> None:
        column = QVBoxLayout(self._decoding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_heading(self.tr("Decoding")))
        shuffle = QHBoxLayout()
        shuffle.setSpacing(0)
        shuffle.addWidget(self.order, 1)
        # Without its text, for which the order's name would be cut off in small windows.
        again = tool_button(self._actions.reshuffle, with_text=False)
        again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shuffle.addWidget(again)
        add_labelled(_column_in(self._rate_part), self.tr("Output rate"), self.rate)
        maps = _column_in(self._order_part)
        add_labelled(maps, self.tr("Order of the maps"), self.order, shuffle)
        add_labelled(maps, self.tr("Passes"), self.passes)
        column.addWidget(self._rate_part)
        add_labelled(column, self.tr("Sample type"), self.bits)
        column.addWidget(self._order_part)

    def _connect(self) -> None:
        for widget in (self.rate, self.bits, self.order):
            # A click leaves the keys to the player; Tab still comes here.
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rate.changed.connect(self._tell)
        self.bits.currentIndexChanged.connect(self._tell)
        self.order.currentIndexChanged.connect(self._tell)
        self.passes.changed.connect(self._tell)
        self._actions.reshuffle.triggered.connect(self._shuffle_again)

    @Slot()
    def _tell(self) -> None:
        self._actions.reshuffle.setEnabled(self.is_random)
        self.changed.emit()

    @Slot()
    def _shuffle_again(self) -> None:
        self._order_seed = SystemRandom().randrange(1 << 63)
        self.changed.emit()


def _button(action: QAction) -> ActionButton:
    button = ActionButton(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _column_in(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def add_labelled(
    column: QVBoxLayout, text: str, field: QWidget, row: QHBoxLayout | None = None
) -> None:
    """Add a field, or the row that it is in, under its name."""
    pair = QVBoxLayout()
    pair.setSpacing(4)
    label = QLabel(text)
    label.setBuddy(field)
    pair.addWidget(label)
    if row is None:
        pair.addWidget(field)
    else:
        pair.addLayout(row)
    column.addLayout(pair)
