"""Light and dark: the palettes of the window and the colours of the plots."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from road_gui.colours import DARK, DARK_PLOTS, LIGHT, LIGHT_PLOTS, Colours, PlotColours
from road_gui.style_sheet import render

MODES = ("system", "light", "dark")


class Theme(QObject):
    """Chooses the colours, and changes them while the window is open.

    Signals
    -------
    changed()
        After the colours have changed; whoever paints by hand paints again.
    """

    changed = Signal()

    def __init__(self, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode if mode in MODES else "system"
        self._dark = self._wants_dark()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def mode(self) -> str:
        """What was asked for: ``system``, ``light`` or ``dark``."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are the ones in use."""
        return self._dark

    @property
    def colours(self) -> Colours:
        """The colours of the window."""
        return DARK if self._dark else LIGHT

    @property
    def plot_colours(self) -> PlotColours:
        """The colours of the plots."""
        return DARK_PLOTS if self._dark else LIGHT_PLOTS

    def set_mode(self, mode: str) -> None:
        """Change to ``system``, ``light`` or ``dark``, at once."""
        self._mode = mode if mode in MODES else "system"
        self.apply()

    def apply(self) -> None:
        """Give the colours to the application, and tell everybody."""
        self._dark = self._wants_dark()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self.colours))
            app.setStyleSheet(render(self.colours))
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        if self._mode == "system":
            self.apply()

    def _wants_dark(self) -> bool:
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"


def palette(colours: Colours) -> QPalette:
    """Return the palette for the Fusion style."""
    role = QPalette.ColorRole
    made = QPalette()
    for one, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.control,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.PlaceholderText: colours.text_soft,
        role.ToolTipBase: colours.tooltip,
        role.ToolTipText: "#ffffff",
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
        role.Light: colours.raised,
        role.Midlight: colours.control_hover,
        role.Mid: colours.border,
        role.Dark: colours.control_border,
        role.Shadow: colours.border,
    }.items():
        made.setColor(one, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(disabled, one, QColor(colours.text_disabled))
    made.setColor(disabled, role.Highlight, QColor(colours.border))
    return made
