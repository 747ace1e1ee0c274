"""The tour: five features of fractal audio, one after the other, under whatever page is shown."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from road_gui.welcome.steps import Step, tour_steps


class TourBar(QFrame):
    """One step of the tour: what it is, a button that makes it happen, and the way on.

    Signals
    -------
    try_requested(Step)
        The feature is to be heard or seen.
    ended()
        The tour is over.
    """

    try_requested = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tourBar")
        self.setAccessibleName(self.tr("Tour"))
        self._steps = tour_steps()
        self._number = 0
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._count = QLabel()
        self._count.setProperty("role", "soft")
        self.back = QPushButton(self.tr("&Back"))
        self.try_it = QPushButton()
        self.next = QPushButton()
        self.end = QPushButton(self.tr("End the tour"))
        self.end.setProperty("role", "link")
        self._lay_out()
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.try_it.clicked.connect(self._try)
        self.end.clicked.connect(self.finish)
        self.hide()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._number]

    @Slot()
    def begin(self) -> None:
        """Show the first step."""
        self._show(0)
        self.show()
        self.try_it.setFocus()

    @Slot(bool)
    def show_waiting(self, waits: bool) -> None:
        """Say on the button that was pressed that it has not been in vain."""
        self.try_it.setText(self.tr("Getting ready…") if waits else self.step.invitation)

    @Slot()
    def invite_on(self) -> None:
        """The step is being heard or seen: let the way on be under the fingers."""
        if self.isVisible():
            self.next.setFocus()

    @Slot()
    def finish(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the tour with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.end)
        words.addLayout(head)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for button in (self.back, self.try_it, self.next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def _show(self, number: int) -> None:
        self._number = number
        step = self.step
        is_last = number == len(self._steps) - 1
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(
            self.tr("{number} of {all}").format(number=number + 1, all=len(self._steps))
        )
        self.try_it.setText(step.invitation)
        self.back.setEnabled(number > 0)
        self.next.setText(self.tr("Fi&nish") if is_last else self.tr("&Next"))

    @Slot()
    def _go_back(self) -> None:
        self._show(max(0, self._number - 1))
        self.try_it.setFocus()

    @Slot()
    def _go_on(self) -> None:
        if self._number + 1 == len(self._steps):
            self.finish()
        else:
            self._show(self._number + 1)
            self.try_it.setFocus()

    @Slot()
    def _try(self) -> None:
        self.try_requested.emit(self.step)
