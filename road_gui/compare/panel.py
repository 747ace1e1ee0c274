"""The panel beside the picture: measures, and how the picture is drawn."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import ActionButton
from road_gui.compare.display_form import DisplayForm
from road_gui.compare.metrics_model import Column, MetricsModel
from road_gui.forms.section import Section
from road_gui.settings import Settings
from road_gui.theme import Theme

_WIDTH = 324
_ROW_HEIGHT = 22
_VALUE_WIDTH = 80


class MetricsView(QTableView):
    """Shows a `MetricsModel` as high as it is, without a scroll bar of its own."""

    def __init__(self, model: MetricsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Measures of the whole sound and of the selection"))
        self.setObjectName("metrics")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW_HEIGHT)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(Column.MEASURE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.WHOLE, Column.STRETCH):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, _VALUE_WIDTH)
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Ask for room for all rows."""
        n_rows = self.model().rowCount()
        height = self.horizontalHeader().sizeHint().height() + n_rows * _ROW_HEIGHT + 2
        return QSize(_WIDTH - 32, height)

    def minimumSizeHint(self) -> QSize:
        """Need that much."""
        return self.sizeHint()

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()


class ComparePanel(QFrame):
    """Measures on top, files to write, and the form below."""

    def __init__(
        self,
        model: MetricsModel,
        saves: list[QAction],
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(_WIDTH)
        self.metrics = MetricsView(model)
        self.form = DisplayForm(settings, theme)
        self.section = Section(self.tr("How it is drawn"), self.form)
        self.section.set_open(True)
        content = QWidget()
        content.setObjectName("panelContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        heading = QLabel(self.tr("Measures"))
        heading.setProperty("role", "heading")
        column.addWidget(heading)
        column.addWidget(self.metrics)
        for action in saves:
            column.addWidget(ActionButton(action))
        column.addSpacing(8)
        column.addWidget(self.section)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
