"""The first page that a new user sees: demo sounds, the tour, and the way to the own sounds."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from road_gui.icons import icon
from road_gui.theme import Theme
from road_gui.welcome.demo import DEMOS

_WIDTH = 640
_PICTURE = 56


class WelcomePage(QWidget):
    """Three ways in, each with a sentence and a button.

    Signals
    -------
    shown()
        Somebody looks at the page, and may soon want to hear a demo sound.
    demo_requested(str)
        A demo sound is to be played.
    tour_requested()
        The tour is to begin.
    convert_requested()
        Own sounds are to be converted.
    """

    shown = Signal()
    demo_requested = Signal(str)
    tour_requested = Signal()
    convert_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.tour = QPushButton(self.tr("Take the tour"))
        self.demos = {name: QPushButton() for name in DEMOS}
        self.demos["piano"].setText(self.tr("Piano"))
        self.demos["speech"].setText(self.tr("Speech"))
        self.convert = QPushButton(self.tr("Go to Convert"))
        self._lay_out()
        self._connect()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody is here."""
        super().showEvent(event)
        self.shown.emit()

    def _connect(self) -> None:
        self.tour.clicked.connect(self.tour_requested)
        self.convert.clicked.connect(self.convert_requested)
        for name, button in self.demos.items():
            button.setAccessibleDescription(self.tr("Encodes a demo sound and plays it"))
            button.setProperty("demo", name)
            button.clicked.connect(self._ask_for_demo)
        self._theme.changed.connect(self._draw)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Fractal audio, playable again"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "A fractal codec stores no samples and no spectrum, but how each short range of a "
                "sound looks like a longer piece of the same frame. Applied again and again, "
                "these maps bring the sound back, at any rate."
            )
        )
        text.setProperty("role", "soft")
        text.setWordWrap(True)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(12)
        column.addWidget(
            _card(
                self.tr("Two minutes"),
                self.tr("What fractal audio can do that nothing else can, in five short steps."),
                [self.tour],
            )
        )
        column.addWidget(
            _card(
                self.tr("Listen"),
                self.tr("A demo sound, encoded on the spot and decoded while it plays."),
                list(self.demos.values()),
            )
        )
        column.addWidget(
            _card(
                self.tr("Your own sounds"),
                self.tr("Drop files and folders anywhere on the window, or choose them there."),
                [self.convert],
            )
        )
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)

    @Slot()
    def _draw(self) -> None:
        self._picture.setPixmap(icon("road-studio").pixmap(_PICTURE, _PICTURE))

    @Slot()
    def _ask_for_demo(self) -> None:
        button = self.sender()
        if button is not None:
            self.demo_requested.emit(button.property("demo"))


def _card(title: str, text: str, buttons: list[QPushButton]) -> QFrame:
    card = QFrame()
    card.setObjectName("welcomeCard")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(8)
    grid.setColumnStretch(0, 1)
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    sentence = QLabel(text)
    sentence.setWordWrap(True)
    grid.addWidget(heading, 0, 0)
    grid.addWidget(sentence, 1, 0)
    for number, button in enumerate(buttons, 1):
        button.setMinimumWidth(120)
        grid.addWidget(button, 0, number, 2, 1, Qt.AlignmentFlag.AlignVCenter)
    return card
