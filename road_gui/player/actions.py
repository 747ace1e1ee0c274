"""What can be done in the player, as actions for menus, keys and buttons."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from road_gui.actions import make_action


class PlayerActions(QObject):
    """The actions of the player.

    Signals
    -------
    skip_requested(float)
        Go forward by so many seconds, or back.
    louder_requested(int)
        Change the volume by so many hundredths.
    zoom_requested(float)
        Come closer by a factor.
    """

    skip_requested = Signal(float)
    louder_requested = Signal(int)
    zoom_requested = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_transport()
        self._make_skips()
        self._make_sound()
        self._make_view()

    def _make_transport(self) -> None:
        self.play = make_action(
            self, self.tr("&Play"), keys="Space", picture="play", tip=self.tr("Play or pause")
        )
        self.play.setShortcuts([QKeySequence("Space"), QKeySequence("Media Play")])
        self.stop = make_action(
            self, self.tr("&Stop"), picture="stop", tip=self.tr("Stop and go to the beginning")
        )
        self.to_start = make_action(
            self, self.tr("Go to the &beginning"), keys="Home", picture="skip-back"
        )
        self.to_end = make_action(
            self, self.tr("Go to the &end"), keys="End", picture="skip-forward"
        )

    def _make_skips(self) -> None:
        named = (
            (self.tr("Back 1 second"), "Shift+Left", -1.0),
            (self.tr("Forward 1 second"), "Shift+Right", 1.0),
            (self.tr("Back 5 seconds"), "Left", -5.0),
            (self.tr("Forward 5 seconds"), "Right", 5.0),
            (self.tr("Back 30 seconds"), "Ctrl+Left", -30.0),
            (self.tr("Forward 30 seconds"), "Ctrl+Right", 30.0),
        )
        self.skips = [self._valued(text, keys, value, self._skip) for text, keys, value in named]

    def _make_sound(self) -> None:
        self.hear_decoded = make_action(self, self.tr("Hear the &decoded sound"), keys="2")
        self.hear_seed = make_action(self, self.tr("Hear the s&eed"), keys="3")
        self.reshuffle = make_action(
            self,
            self.tr("&Reshuffle"),
            keys="R",
            picture="retry",
            tip=self.tr("Draw another random order of the maps"),
        )
        self.mute = make_action(
            self, self.tr("&Mute"), keys="M", picture="volume", tip=self.tr("Mute the sound")
        )
        self.mute.setCheckable(True)
        self.volumes = [
            self._valued(self.tr("&Louder"), "Up", 5, self._louder),
            self._valued(self.tr("&Quieter"), "Down", -5, self._louder),
        ]
        self.details = make_action(
            self,
            self.tr("F&ile details…"),
            keys="Ctrl+I",
            picture="info",
            tip=self.tr("Show the header and every field of the file"),
        )
        self.decode = make_action(
            self,
            self.tr("De&code to file…"),
            picture="save",
            tip=self.tr("Write the decoded sound to a file, with the settings chosen here"),
        )

    def _make_view(self) -> None:
        self.zooms = [
            self._valued(self.tr("Zoom &in"), "+", 1.6, self._zoom, "zoom-in"),
            self._valued(self.tr("Zoom &out"), "-", 1 / 1.6, self._zoom, "zoom-out"),
        ]
        self.zooms[0].setShortcuts([QKeySequence("+"), QKeySequence("=")])
        self.zoom_all = make_action(self, self.tr("Show &all"), keys="Ctrl+0", picture="zoom-all")

    def _valued(
        self, text: str, keys: str, value: float, slot: object, picture: str = ""
    ) -> QAction:
        action = make_action(self, text, keys=keys, picture=picture)
        action.setData(value)
        action.triggered.connect(slot)
        return action

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu, separators between."""
        groups: list[list[QAction]] = [
            [self.play, self.stop],
            [*self.skips, self.to_start, self.to_end],
            [self.hear_decoded, self.hear_seed, self.reshuffle],
            [self.mute, *self.volumes],
            [*self.zooms, self.zoom_all],
            [self.details, self.decode],
        ]
        actions: list[QAction] = []
        for group in groups:
            if actions:
                separator = QAction(self)
                separator.setSeparator(True)
                actions.append(separator)
            actions += group
        return actions

    @Slot()
    def _skip(self) -> None:
        self.skip_requested.emit(float(_value_of(self.sender())))

    @Slot()
    def _louder(self) -> None:
        self.louder_requested.emit(int(_value_of(self.sender())))

    @Slot()
    def _zoom(self) -> None:
        self.zoom_requested.emit(float(_value_of(self.sender())))


def _value_of(sender: QObject | None) -> float:
    return float(sender.data()) if isinstance(sender, QAction) else 0.0
