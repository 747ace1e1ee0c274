"""The choice of how often the maps are applied: a slider to play with, a box to read."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSpinBox, QWidget

_MOST_PASSES = 8
# What every codec of the house was made for; the library tells it to nobody.
_OWN_PASSES = 4


class PassesChoice(QWidget):
    """Passes from 0 to 8, or as many as the file wants by itself.

    Signals
    -------
    changed()
        Another number was chosen; also while the slider is on its way.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr(
            "How often all maps are applied. With 0 you hear the steps of the seed, and each "
            "pass brings finer detail; after four hardly anything changes."
        )
        self._box = QSpinBox()
        self._box.setRange(0, _MOST_PASSES)
        self._box.setValue(_OWN_PASSES)
        self._box.setKeyboardTracking(False)
        self._box.lineEdit().returnPressed.connect(self._box.clearFocus)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _MOST_PASSES)
        self._slider.setPageStep(1)
        self._slider.setValue(_OWN_PASSES)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget, name in (
            (self._box, self.tr("Passes")),
            (self._slider, self.tr("Passes, from 0 to 8")),
        ):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(tip)
            widget.setToolTip(tip)
        self._box.lineEdit().setAccessibleName(self._box.accessibleName())
        self._lay_out()
        self._name_own()
        self._box.valueChanged.connect(self._follow_box)
        self._slider.valueChanged.connect(self._follow_slider)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._slider, 1)
        row.addWidget(self._box)

    @property
    def passes(self) -> int | None:
        """What is chosen; None for the file's own."""
        return None if self._box.value() == _OWN_PASSES else self._box.value()

    def choose(self, passes: int | None) -> None:
        """Take a number of passes; None for the file's own."""
        self._box.setValue(_OWN_PASSES if passes is None else passes)

    def _name_own(self) -> None:
        # A step of its own below 0 would part it from its neighbours, 3 and 5.
        is_own = self._box.value() == _OWN_PASSES
        self._box.setSuffix(self.tr(" – the file's own") if is_own else "")

    @Slot(int)
    def _follow_box(self, value: int) -> None:
        self._name_own()
        blocker = QSignalBlocker(self._slider)
        self._slider.setValue(value)
        blocker.unblock()
        self.changed.emit()

    @Slot(int)
    def _follow_slider(self, value: int) -> None:
        self._box.setValue(value)
