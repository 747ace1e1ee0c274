"""What can be done on the Fractal page, each with its keys."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from road_gui.actions import make_action


class FractalActions(QObject):
    """The actions of the page; those of one key work while its lanes have the focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choose = make_action(
            self,
            self.tr("&Choose a file…"),
            keys="Ctrl+Shift+F",
            picture="open",
            tip=self.tr("Choose a file of maps to look into"),
        )
        self.original = make_action(
            self,
            self.tr("Choose the &original…"),
            picture="sound-file",
            tip=self.tr("Show the sound that the file was made from, and what the maps miss of it"),
        )
        self.play = make_action(
            self,
            self.tr("&Animate"),
            keys="Space",
            picture="play",
            tip=self.tr("Apply all maps again and again, from the means on"),
        )
        self.back = make_action(self, self.tr("&Superframe before"), keys=",", picture="skip-back")
        self.on = make_action(self, self.tr("Superframe &after"), keys=".", picture="skip-forward")
        self.frame_back = make_action(self, self.tr("Frame &before"), keys="PgUp")
        self.frame_on = make_action(self, self.tr("Frame a&fter"), keys="PgDown")
        self.domain = make_action(
            self,
            self.tr("Show the &domain"),
            tip=self.tr("Show the chosen range and its domain from near"),
        )
        self.zoom_in = make_action(self, self.tr("Zoom &in"), keys="+", picture="zoom-in")
        self.zoom_out = make_action(self, self.tr("Zoom o&ut"), keys="-", picture="zoom-out")
        self.one_frame = make_action(
            self, self.tr("One fra&me"), keys="F", tip=self.tr("Show one frame")
        )
        self.whole = make_action(
            self,
            self.tr("&Whole superframe"),
            keys="W",
            picture="zoom-all",
            tip=self.tr("Show all frames of the superframe"),
        )
        self.reshuffle = make_action(
            self,
            self.tr("&Reshuffle"),
            keys="R",
            picture="retry",
            tip=self.tr("Draw another random order of the maps"),
        )
        self._make_sounds()
        for action in self.of_lanes():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _make_sounds(self) -> None:
        """Make what has to do with passes and with what is heard."""
        self.pass_back = make_action(self, self.tr("&Pass before"), keys="[")
        self.pass_on = make_action(self, self.tr("Pass af&ter"), keys="]")
        self.hear = make_action(
            self,
            self.tr("&Hear this pass"),
            keys="H",
            picture="listen",
            tip=self.tr("Hear the superframe as it is after the passes that are shown"),
        )
        self.hear.setCheckable(True)
        self.hear.setIconText(self.tr("Hear"))
        self.play_on = make_action(
            self,
            self.tr("P&lay from here"),
            keys="P",
            picture="play",
            tip=self.tr("Let the player play the file on from the chosen range"),
        )
        self.play_on.setCheckable(True)
        self.follow = make_action(
            self,
            self.tr("Fo&llow the player"),
            keys="Shift+P",
            tip=self.tr("Always show the superframe that is heard"),
        )
        self.follow.setCheckable(True)

    def of_strip(self) -> list[QAction]:
        """Return those whose keys belong to the strip of the whole sound, too."""
        return [
            *(self.play, self.back, self.on, self.zoom_in, self.zoom_out, self.one_frame),
            *(self.whole, self.reshuffle, self.pass_back, self.pass_on),
            *(self.hear, self.play_on, self.follow),
        ]

    def of_lanes(self) -> list[QAction]:
        """Return those whose keys belong to the lanes."""
        return [*self.of_strip(), self.frame_back, self.frame_on]

    def all(self) -> list[QAction | None]:
        """Return the actions in the order of a menu; None stands for a line."""
        return [
            *(self.choose, self.original, None),
            *(self.back, self.on, self.frame_back, self.frame_on, None),
            *(self.domain, self.one_frame, self.whole, self.zoom_in, self.zoom_out, None),
            *(self.play, self.pass_back, self.pass_on, self.reshuffle, None),
            *(self.hear, self.play_on, self.follow),
        ]
