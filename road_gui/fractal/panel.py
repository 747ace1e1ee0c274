"""Beside the lanes: what one sees, the chosen range in numbers, and counts."""

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from road_gui.fractal.colouring import BY_ERROR, BY_LENGTH, BY_SCALE
from road_gui.fractal.counting import CountingRow
from road_gui.fractal.legend import ErrorLegend
from road_gui.fractal.state import Explorer
from road_gui.fractal.words import facts_of, said
from road_gui.messages import percent_text, size_text
from road_gui.plots.bars import Histogram, PartsBar
from road_gui.theme import Theme

_WIDTH = 288


class FractalPanel(QFrame):
    """Explains, and counts the ranges of the superframe or of the whole file."""

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(_WIDTH)
        self._explorer = explorer
        self.text = QLabel(
            self.tr(
                "Each block of the tree is a range, and a map makes it from a domain twice as long "
                "in the same frame: shrunken, perhaps mirrored, scaled, and moved to the range's "
                "mean. Where a range could not be mapped well enough, it was halved: the shorter "
                "its block, the harder the sound was to describe. The file keeps means and maps "
                "alone; applying all maps again and again makes the sound, whatever one starts "
                "from."
            )
        )
        self.text.setWordWrap(True)
        self.colour = QComboBox()
        self.colour.addItem(self.tr("Coloured by scale: − ochre, + blue"), BY_SCALE)
        self.colour.addItem(self.tr("Coloured by length"), BY_LENGTH)
        self.colour.addItem(self.tr("Coloured by error, dB"), BY_ERROR)
        self.colour.setItemData(
            self.colour.findData(BY_ERROR),
            self.tr("What is lost in each range after the passes shown; needs the original"),
            Qt.ItemDataRole.ToolTipRole,
        )
        self.colour.setAccessibleName(self.tr("Colour of the blocks"))
        self.legend = ErrorLegend(theme)
        self.of_original = QCheckBox(self.tr("Apply the map to the original"))
        self.of_original.setChecked(True)
        self.of_original.setToolTip(
            self.tr(
                "What the map makes of the original is its collage, which the encoder compared; "
                "without the mark it is applied to the decoded sound, of which it is a part"
            )
        )
        self.facts = QLabel()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.scope = QComboBox()
        self.scope.addItem(self.tr("This superframe"), False)
        self.scope.addItem(self.tr("The whole file"), True)
        self.scope.setAccessibleName(self.tr("What is counted"))
        self.counting = CountingRow(explorer.survey)
        self.lengths = Histogram(self.tr("Lengths of ranges, samples"), theme)
        self.scales = Histogram(self.tr("Scales of maps"), theme)
        self.distances = Histogram(self.tr("From range to domain, samples"), theme)
        self.parts = PartsBar(self.tr("Where the bytes go"), theme)
        self._lay_out()
        explorer.look_changed.connect(self.refresh)
        explorer.selected.connect(self.refresh)
        explorer.pass_changed.connect(self._show_facts)
        explorer.survey.finished.connect(self.refresh)
        explorer.file_changed.connect(self.refresh)
        self.scope.activated.connect(self.refresh)
        self.colour.currentIndexChanged.connect(self._show_legend)
        self.refresh()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("panelContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        widgets: list[QWidget] = [
            *(_heading(self.tr("What one sees")), self.text, self.colour, self.legend),
            *(_heading(self.tr("The chosen range")), self.facts, self.of_original),
            *(_heading(self.tr("Counts")), self.scope, self.counting),
            *(self.lengths, self.scales, self.distances),
            *(_heading(self.tr("Where the bytes go")), self.parts),
        ]
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Explanation and counts"))
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    @Slot()
    def refresh(self) -> None:
        """Show what is known now."""
        look = self._explorer.look
        self.of_original.setVisible(look is not None and look.original is not None)
        self._offer_colours()
        self._show_facts()
        self._show_counts()
        self._show_bytes()

    @Slot()
    def _show_facts(self) -> None:
        look, number = self._explorer.look, self._explorer.number
        passes = self._explorer.passes
        facts = [] if look is None or number is None else facts_of(look, number, passes)
        self.facts.setText(said(facts))

    def _offer_colours(self) -> None:
        """Let blocks be coloured by their error where the original is known."""
        look, at = self._explorer.look, self.colour.findData(BY_ERROR)
        has_original = look is not None and look.original is not None
        model = self.colour.model()
        if isinstance(model, QStandardItemModel):
            model.item(at).setEnabled(has_original)
        # Until another superframe is there nothing is known of it, and the choice stays.
        if look is not None and not has_original and self.colour.currentIndex() == at:
            self.colour.setCurrentIndex(self.colour.findData(BY_SCALE))
        self._show_legend()

    @Slot()
    def _show_legend(self) -> None:
        self.legend.setVisible(self.colour.currentData() == BY_ERROR)

    def _show_counts(self) -> None:
        explorer = self._explorer
        found = None if explorer.look is None else explorer.look.statistics
        if self.scope.currentData():
            found = explorer.survey.statistics
        if found is None:
            for histogram in (self.lengths, self.scales, self.distances):
                histogram.show_counts((), (), "")
            return
        lengths = sorted({*found.mapped, *found.silent})
        counts = [found.mapped.get(one, 0) + found.silent.get(one, 0) for one in lengths]
        words = ", ".join(f"{one}: {count}" for one, count in zip(lengths, counts, strict=True))
        self.lengths.show_counts(counts, [str(one) for one in lengths], words)
        n_maps, n_silent = QLocale().toString(found.n_mapped), QLocale().toString(found.n_silent)
        turned = percent_text(found.n_reversed / max(1, found.n_mapped))
        text = self.tr("{maps} maps, {turned} of them mirrored, and {silent} silent blocks").format(
            maps=n_maps, turned=turned, silent=n_silent
        )
        self.scales.show_counts(found.scales.tolist(), ("−1", "0", "+1"), text)
        far = round(float(found.distance_edges[-1]))
        self.distances.show_counts(found.distances.tolist(), (f"−{far}", "0", f"+{far}"), text)

    def _show_bytes(self) -> None:
        found: dict[str, int] = self._explorer.survey.description.get("bytes", {})
        names = {
            "seed": self.tr("Seed: means of channel 1"),
            "index": self.tr("Index bytes"),
            "averages": self.tr("Means of other channels"),
            "domains": self.tr("Domains"),
            "scales": self.tr("Scales"),
            "map": self.tr("Places of superframes"),
            "residual": self.tr("Residual"),
            "rest": self.tr("Heads, tags"),
        }
        parts = [
            (names.get(name, name), float(count), size_text(count))
            for name, count in found.items()
            if count > 0
        ]
        self.parts.show_parts(parts)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
