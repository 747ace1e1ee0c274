"""What can be done in the player, as actions for menus, keys and buttons."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from road_gui.actions import PageActions, make_action, value_of
from road_gui.player.source import Heard


class PlayerActions(PageActions):
    """The actions of the player.

    Signals
    -------
    skip_requested(float)
        Go forward by so many seconds, or back.
    step_requested(bool)
        Go to where the next superframe begins, or the one before if False.
    louder_requested(int)
        Change the volume by so many hundredths.
    hear_requested(Heard)
        Hear something else.
    """

    skip_requested = Signal(float)
    step_requested = Signal(bool)
    louder_requested = Signal(int)
    hear_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_transport()
        self._make_skips()
        self._make_loop()
        self._make_heard()
        self._make_sound()
        self._make_view()

    def _make_transport(self) -> None:
        self.play = make_action(
            self, self.tr("&Play"), keys="Space", picture="play", tip=self.tr("Play or pause")
        )
        # J, K and L lie side by side: back, play or pause, and the loop.
        self.play.setShortcuts([QKeySequence(keys) for keys in ("Space", "K", "Media Play")])
        self.stop = make_action(
            self, self.tr("&Stop"), picture="stop", tip=self.tr("Stop and go to the beginning")
        )
        self.stop.setShortcut(QKeySequence("Media Stop"))
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
        back = self.skips[2]
        back.setShortcuts([back.shortcut(), QKeySequence("J")])
        tip = self.tr("To where it begins; codecs without superframes go by packets")
        self.steps = [
            self._valued(self.tr("Back one superframe"), ",", 0, self._step, tip=tip),
            self._valued(self.tr("Forward one superframe"), ".", 1, self._step, tip=tip),
        ]

    def _make_loop(self) -> None:
        self.loop = make_action(
            self,
            self.tr("&Loop"),
            keys="L",
            picture="loop",
            tip=self.tr("Play the marked stretch over and over, or what is seen if none is marked"),
        )
        self.loop.setCheckable(True)
        self.loop_first = make_action(
            self,
            self.tr("Loop from &here"),
            keys="[",
            tip=self.tr("Begin the loop where the sound is"),
        )
        self.loop_last = make_action(
            self, self.tr("Loop &to here"), keys="]", tip=self.tr("End the loop where the sound is")
        )
        self.unloop = make_action(
            self,
            self.tr("&Remove the loop"),
            keys="Shift+L",
            tip=self.tr("Forget the marked stretch"),
        )

    def _make_heard(self) -> None:
        self.hear = {
            Heard.ORIGINAL: make_action(self, self.tr("Hear the &original"), keys="1"),
            Heard.DECODED: make_action(self, self.tr("Hear the &decoded sound"), keys="2"),
            Heard.SEED: make_action(self, self.tr("Hear the s&eed"), keys="3"),
            Heard.ERROR: make_action(self, self.tr("Hear the erro&r"), keys="4"),
        }
        for heard, action in self.hear.items():
            action.setData(heard)
            action.triggered.connect(self._hear)
        self.swap = make_action(
            self,
            self.tr("S&wap"),
            keys="X",
            tip=self.tr("Hear what was heard before, at the same instant"),
        )
        self.match = make_action(
            self,
            self.tr("E&qually loud"),
            keys="G",
            tip=self.tr("Level original, decoded sound and seed, so that none is the louder one"),
        )
        self.match.setCheckable(True)
        self.choose_original = make_action(
            self,
            self.tr("&Choose the original…"),
            picture="open",
            tip=self.tr("Choose the sound that the file was made from"),
        )
        self.forget_original = make_action(
            self,
            self.tr("For&get the original"),
            picture="remove",
            tip=self.tr("Compare with no original, now and the next time"),
        )
        self.listening_test = make_action(
            self,
            self.tr("L&istening test…"),
            keys="Ctrl+B",
            picture="listen",
            tip=self.tr("Find out by a blind test (ABX) whether you hear a difference"),
        )

    def _make_sound(self) -> None:
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
        self.zoom_all = make_action(self, self.tr("Show &all"), keys="Ctrl+0", picture="zoom-all")
        self.spectrum = make_action(
            self,
            self.tr("Spectr&um"),
            keys="F",
            picture="spectrum",
            tip=self.tr("Show how loud each frequency is just now"),
        )
        self.spectrogram = make_action(
            self,
            self.tr("Spectro&gram"),
            keys="Shift+F",
            picture="spectrogram",
            tip=self.tr("Show how loud each frequency was lately, as colours"),
        )
        self.log_frequency = make_action(
            self,
            self.tr("Logarit&hmic frequencies"),
            keys="Ctrl+F",
            tip=self.tr("Give each octave the same room, as ears do"),
        )
        self.log_frequency.setIconText(self.tr("log"))
        self.in_samples = make_action(
            self,
            self.tr("Position in sa&mples"),
            keys="T",
            tip=self.tr("Count samples instead of minutes and seconds"),
        )
        for action in (self.spectrum, self.spectrogram, self.log_frequency, self.in_samples):
            action.setCheckable(True)

    def view(self) -> list[QAction]:
        """Return the actions that change what is seen, in the order of a menu."""
        shown = [self.spectrum, self.spectrogram, self.log_frequency, self.in_samples]
        return [*self.zooms, self.zoom_all, *shown]

    def all(self) -> list[QAction]:
        """Return the other actions in the order of a menu, separators between."""
        groups: list[list[QAction]] = [
            [self.play, self.stop],
            [*self.skips, *self.steps, self.to_start, self.to_end],
            [self.loop, self.loop_first, self.loop_last, self.unloop],
            [*self.hear.values(), self.swap, self.match, self.reshuffle],
            [self.choose_original, self.forget_original, self.listening_test],
            [self.mute, *self.volumes],
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
        self.skip_requested.emit(value_of(self.sender()))

    @Slot()
    def _step(self) -> None:
        self.step_requested.emit(bool(value_of(self.sender())))

    @Slot()
    def _louder(self) -> None:
        self.louder_requested.emit(int(value_of(self.sender())))

    @Slot()
    def _hear(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.hear_requested.emit(sender.data())
