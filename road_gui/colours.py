"""The colours of both themes: of the window, and of the plots."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """What a theme is made of; every text colour has 4.5:1 on `window`, `base` and `raised`."""

    window: str
    base: str
    raised: str
    stripe: str
    border: str
    hairline: str
    control: str
    control_hover: str
    control_pressed: str
    control_border: str
    track: str
    text: str
    text_soft: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selected: str
    link: str
    good: str
    bad: str
    careful: str
    tooltip: str

    def of_state(self, state: str) -> str:
        """Return the colour of a state; a sign and a word always stand beside it."""
        return {
            "running": self.link,
            "done": self.good,
            "skipped": self.careful,
            "failed": self.bad,
            "stopped": self.careful,
        }.get(state, self.text_soft)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotColours:
    """With what a plot is drawn.

    Attributes
    ----------
    background, foreground, grid : QColor
        Paper, axes with their text, and lines of the grid.
    wave, wave_seed : QColor
        The sound, and the seed drawn over or beside it.
    cursor : QColor
        Where the sound is being played.
    selection : QColor
        A chosen stretch; translucent.
    series : tuple of QColor
        Curves beside each other, and their names: 4.5:1 on the paper, and apart for all eyes.
    """

    background: QColor
    foreground: QColor
    grid: QColor
    wave: QColor
    wave_seed: QColor
    cursor: QColor
    selection: QColor
    series: tuple[QColor, ...]


LIGHT = Colours(
    window="#f3f5f7",
    base="#ffffff",
    raised="#ffffff",
    stripe="#f7f9fa",
    border="#d9dee3",
    hairline="#e9edf0",
    control="#ffffff",
    control_hover="#eef2f5",
    control_pressed="#e1e7ec",
    control_border="#c3cad1",
    track="#c9d2da",
    text="#1b2127",
    text_soft="#55606b",
    text_disabled="#9aa4ae",
    accent="#0a6c8f",
    accent_hover="#0c7ba3",
    accent_pressed="#085874",
    on_accent="#ffffff",
    selected="#d5e9f1",
    link="#0a6080",
    good="#1b6e35",
    bad="#b3261e",
    careful="#7d5200",
    tooltip="#262c33",
)

DARK = Colours(
    window="#1d2126",
    base="#15181c",
    raised="#252a30",
    stripe="#191d21",
    border="#343b43",
    hairline="#24292f",
    control="#2c323a",
    control_hover="#363d46",
    control_pressed="#21262c",
    control_border="#48515c",
    track="#434c56",
    text="#e7eaed",
    text_soft="#a3adb8",
    text_disabled="#666f79",
    accent="#3fa9cf",
    accent_hover="#5cbade",
    accent_pressed="#2f8fb3",
    on_accent="#0a1418",
    selected="#20414f",
    link="#6cc4e4",
    good="#63c681",
    bad="#ff8a80",
    careful="#e0b050",
    tooltip="#3a424b",
)

LIGHT_PLOTS = PlotColours(
    background=QColor("#ffffff"),
    foreground=QColor("#55606b"),
    grid=QColor("#d9dee3"),
    wave=QColor("#0a6c8f"),
    wave_seed=QColor("#b8501a"),
    cursor=QColor("#b3261e"),
    selection=QColor(10, 108, 143, 40),
    series=tuple(
        map(QColor, ("#0a6c8f", "#a06a03", "#b9404b", "#9016fa", "#1b2127", "#46279c")),
    ),
)

DARK_PLOTS = PlotColours(
    background=QColor("#15181c"),
    foreground=QColor("#a3adb8"),
    grid=QColor("#343b43"),
    wave=QColor("#3fa9cf"),
    wave_seed=QColor("#f0965a"),
    cursor=QColor("#ff8a80"),
    selection=QColor(63, 169, 207, 56),
    series=tuple(
        map(QColor, ("#3fa9cf", "#949200", "#f0607a", "#c56cf5", "#eceff2", "#2bf020")),
    ),
)
