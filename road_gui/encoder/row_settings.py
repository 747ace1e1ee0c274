"""Settings for single files of the queue, instead of those of the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from road_codec import DecodeOptions, ParameterError, PresetStore
from road_gui.decoder.options_form import OptionsForm
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.params_form import EncoderForm
from road_gui.encoder.rows import Kind, Row
from road_gui.forms.number_box import dress_boxes
from road_gui.forms.section import Section
from road_gui.messages import explain


class RowSettingsDialog(QDialog):
    """The forms of the page once more, for the selected files alone.

    Parameters
    ----------
    rows : sequence of Row
        The files; none of them at work.
    encoding, options, suffix : Encoding, DecodeOptions and str
        What the page says, where the files begin.
    store : PresetStore
        Where the presets are.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        encoding: Encoding,
        options: DecodeOptions,
        suffix: str,
        store: PresetStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self.setWindowTitle(self.tr("Settings of %n file(s)", "", len(rows)))
        self.encoding: EncoderForm | None = None
        self.decoding: OptionsForm | None = None
        sounds = [row for row in rows if row.kind is Kind.ENCODE]
        encoded = [row for row in rows if row.kind is Kind.DECODE]
        if sounds:
            self.encoding = EncoderForm(None, store)
            self.encoding.show_encoding(sounds[0].encoding or encoding)
        if encoded:
            self.decoding = OptionsForm(None)
            first = encoded[0]
            self.decoding.show_options(first.options or options, first.decoded_suffix or suffix)
        self.problem = QLabel()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.button(buttons.Ok).setText(self.tr("Use these"))
        self.as_all = QPushButton(self.tr("As for all files"))
        self._lay_out()
        dress_boxes(self)
        self.buttons.accepted.connect(self._use)
        self.buttons.rejected.connect(self.reject)
        self.as_all.clicked.connect(self._forget)
        self.resize(400, 560)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("panelContent")
        forms = QVBoxLayout(content)
        forms.setContentsMargins(16, 8, 16, 16)
        for title, form in (
            (self.tr("Encoding"), self.encoding),
            (self.tr("Decoding to sound"), self.decoding),
        ):
            if form is not None:
                section = Section(title, form)
                section.set_open(True)
                forms.addWidget(section)
        forms.addStretch()
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.problem.setProperty("role", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.as_all.setToolTip(self.tr("Forget the settings of these files; the page decides"))
        self.as_all.setEnabled(any(row.has_own_settings for row in self._rows))
        self.buttons.addButton(self.as_all, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.problem)
        foot.addWidget(self.buttons)
        column.addLayout(foot)

    @Slot()
    def _use(self) -> None:
        try:
            encoding = self.encoding.encoding() if self.encoding else None
            options = self.decoding.options() if self.decoding else None
        except ParameterError as error:
            self.problem.setText(explain(error).sentence)
            self.problem.show()
            return
        for row in self._rows:
            if row.kind is Kind.ENCODE:
                row.encoding = encoding
            else:
                row.options = options
                row.decoded_suffix = self.decoding.suffix if self.decoding else ""
            row.planned_for = None  # it may become another file
        self.accept()

    @Slot()
    def _forget(self) -> None:
        for row in self._rows:
            row.encoding = row.options = row.planned_for = None
            row.decoded_suffix = ""
        self.accept()
