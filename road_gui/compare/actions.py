"""What can be done on the Compare page, each with its keys."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from road_gui.actions import PageActions, make_action, value_of


class CompareActions(PageActions):
    """The actions of the page; menus, buttons and keys share them.

    Signals
    -------
    pan_requested(float)
        Move the view by a share of its width.
    frequency_zoom_requested(float), frequency_pan_requested(float)
        The same with frequencies, up if positive.
    move_requested(float)
        Move the cursor by a share of what is seen.
    step_requested(int)
        Move the cursor by so many samples.
    louder_requested(int)
        Change the volume by so many hundredths.
    """

    pan_requested = Signal(float)
    frequency_zoom_requested = Signal(float)
    frequency_pan_requested = Signal(float)
    move_requested = Signal(float)
    step_requested = Signal(int)
    louder_requested = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_files()
        self._make_sound()
        self._make_volume()
        self._make_selection()
        self._make_view()
        self._make_frequencies()
        self._make_moves()
        self._make_lanes()
        self._make_exports()

    def _make_files(self) -> None:
        self.open_original = make_action(
            self,
            self.tr("Choose the &original…"),
            keys="Ctrl+Shift+1",
            picture="sound-file",
            tip=self.tr("Choose the sound before it was encoded"),
        )
        self.open_decoded = make_action(
            self,
            self.tr("Choose the &decoded sound…"),
            keys="Ctrl+Shift+2",
            picture="road-file",
            tip=self.tr("Choose an encoded file, or any other version of the sound"),
        )
        self.swap = make_action(
            self,
            self.tr("&Swap both"),
            keys="Ctrl+Shift+X",
            picture="convert",
            tip=self.tr("Take the original for the decoded sound, and the other way round"),
        )

    def _make_sound(self) -> None:
        self.play = make_action(
            self,
            self.tr("&Play"),
            keys="Space",
            picture="play",
            tip=self.tr("Play the selection, or on from the cursor; stop what plays"),
        )
        self.hear = {
            "original": make_action(
                self,
                self.tr("Hear the o&riginal"),
                keys="1",
                picture="play",
                tip=self.tr("Play the selection, or on from the cursor, of the original"),
            ),
            "decoded": make_action(
                self,
                self.tr("Hear the d&ecoded sound"),
                keys="2",
                picture="play",
                tip=self.tr("Play the same of the decoded sound"),
            ),
            "seed": make_action(
                self,
                self.tr("Hear the seed"),
                keys="3",
                picture="play",
                tip=self.tr("Play the same of the seed, which any player can play"),
            ),
            "error": make_action(
                self,
                self.tr("Hear the erro&r"),
                keys="4",
                picture="play",
                tip=self.tr("Play the same of the error: decoded minus original"),
            ),
        }
        self.swap_heard = make_action(
            self,
            self.tr("Hear what was heard before"),
            keys="X",
            tip=self.tr("Change between the last two sounds, at the same instant"),
        )
        self.loop = make_action(
            self,
            self.tr("&Repeat the selection"),
            keys="L",
            picture="loop",
            tip=self.tr("Play what is selected over and over"),
        )
        self.loop.setCheckable(True)

    def _make_volume(self) -> None:
        self.mute = make_action(
            self, self.tr("&Mute"), keys="M", picture="volume", tip=self.tr("Mute the sound")
        )
        self.mute.setCheckable(True)
        self.volumes = [
            self._valued(self.tr("Louder"), "Up", 5, self._louder),
            self._valued(self.tr("Quieter"), "Down", -5, self._louder),
        ]

    def _make_selection(self) -> None:
        self.select_all = make_action(self, self.tr("Select &all"), keys="Ctrl+A")
        self.clear = make_action(self, self.tr("&Clear the selection"), keys="Esc")
        # Elsewhere the key stops the queue: only in the picture it is of the selection.
        self.clear.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.select_from = make_action(
            self,
            self.tr("Select &from the cursor"),
            keys="[",
            tip=self.tr("Let the selection begin at the cursor"),
        )
        self.select_to = make_action(
            self,
            self.tr("Select &to the cursor"),
            keys="]",
            tip=self.tr("Let the selection end at the cursor"),
        )

    def _make_view(self) -> None:
        self.zoom_all = make_action(self, self.tr("Show a&ll"), keys="Ctrl+0", picture="zoom-all")
        self.zoom_selection = make_action(
            self,
            self.tr("Show the &selection"),
            keys="Ctrl+Shift+0",
            picture="zoom-selection",
            tip=self.tr("Let the selection fill the view"),
        )
        self.pans = [
            self._valued(self.tr("Move the view left"), "PgUp", -0.5, self._pan),
            self._valued(self.tr("Move the view right"), "PgDown", 0.5, self._pan),
        ]

    def _make_frequencies(self) -> None:
        zoom, pan = self._zoom_frequencies, self._pan_frequencies
        self.frequencies = [
            self._valued(self.tr("Zoom into frequencies"), "Ctrl+Up", 1.6, zoom),
            self._valued(self.tr("Zoom out of frequencies"), "Ctrl+Down", 1 / 1.6, zoom),
            self._valued(self.tr("To higher frequencies"), "Shift+Up", 0.25, pan),
            self._valued(self.tr("To lower frequencies"), "Shift+Down", -0.25, pan),
        ]
        self.all_frequencies = make_action(self, self.tr("Show all &frequencies"), keys="Ctrl+Home")

    def _make_moves(self) -> None:
        self.moves = [
            self._valued(self.tr("Cursor left"), "Left", -0.01, self._move),
            self._valued(self.tr("Cursor right"), "Right", 0.01, self._move),
            self._valued(self.tr("Cursor to the beginning"), "Home", -1e9, self._move),
            self._valued(self.tr("Cursor to the end"), "End", 1e9, self._move),
        ]
        self.steps = [
            self._valued(self.tr("Cursor a sample left"), "Shift+Left", -1, self._step),
            self._valued(self.tr("Cursor a sample right"), "Shift+Right", 1, self._step),
        ]

    def _make_lanes(self) -> None:
        self.show_waves = make_action(
            self,
            self.tr("&Waveforms"),
            keys="W",
            picture="lane-wave",
            tip=self.tr("Show the original, the decoded sound and the error as waves"),
        )
        self.show_snr = make_action(
            self,
            self.tr("S&NR over time"),
            keys="N",
            picture="lane-snr",
            tip=self.tr("Show the segmental SNR over time: where the codec loses"),
        )
        self.show_spectra = make_action(
            self,
            self.tr("Spectro&grams"),
            keys="G",
            picture="lane-spectrum",
            tip=self.tr("Show the spectra of both sounds, and their difference"),
        )
        # On buttons there is less room than in menus.
        short = (self.tr("Waves"), self.tr("SNR"), self.tr("Spectra"))
        for action, text in zip(self.lanes, short, strict=True):
            action.setIconText(text)
            action.setCheckable(True)

    def _make_exports(self) -> None:
        self.save_measures = make_action(
            self,
            self.tr("Save the &measures…"),
            keys="Ctrl+S",
            picture="save",
            tip=self.tr("Write the measures to a CSV or JSON file"),
        )
        self.save_picture = make_action(
            self,
            self.tr("Save the p&icture…"),
            keys="Ctrl+Shift+S",
            picture="picture",
            tip=self.tr("Write what is seen to a PNG or SVG file"),
        )

    @property
    def lanes(self) -> list[QAction]:
        """What shows and hides lanes."""
        return [self.show_waves, self.show_snr, self.show_spectra]

    def of_pair(self) -> list[QAction]:
        """List what needs two sounds."""
        return [
            *(self.play, *self.hear.values(), self.swap_heard, self.loop),
            *(self.mute, *self.volumes),
            *(self.select_all, self.clear, self.select_from, self.select_to),
            *(*self.zooms, self.zoom_all, self.zoom_selection, *self.pans),
            *(*self.frequencies, self.all_frequencies),
            *(*self.moves, *self.steps, *self.lanes),
            *(self.save_measures, self.save_picture, self.swap),
        ]

    def all(self) -> list[QAction | None]:
        """Return the actions in the order of a menu, None for a line between groups."""
        return [
            *(self.open_original, self.open_decoded, self.swap, None),
            *(self.play, *self.hear.values(), self.swap_heard, self.loop, None),
            *(self.mute, *self.volumes, None),
            *(self.select_all, self.select_from, self.select_to, self.clear, None),
            *(*self.zooms, self.zoom_all, self.zoom_selection, *self.pans, None),
            *(*self.frequencies, self.all_frequencies, None),
            *(*self.moves, *self.steps, None),
            *(*self.lanes, None),
            *(self.save_measures, self.save_picture),
        ]

    @Slot()
    def _louder(self) -> None:
        self.louder_requested.emit(int(value_of(self.sender())))

    @Slot()
    def _pan(self) -> None:
        self.pan_requested.emit(value_of(self.sender()))

    @Slot()
    def _zoom_frequencies(self) -> None:
        self.frequency_zoom_requested.emit(value_of(self.sender()))

    @Slot()
    def _pan_frequencies(self) -> None:
        self.frequency_pan_requested.emit(value_of(self.sender()))

    @Slot()
    def _move(self) -> None:
        self.move_requested.emit(value_of(self.sender()))

    @Slot()
    def _step(self) -> None:
        self.step_requested.emit(round(value_of(self.sender())))
