"""Everything that an encoded file says of itself: header fields, items, bytes of each part."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from road_gui.library_words import field_word, said

translate = QCoreApplication.translate

_NAME_WIDTH = 220


class DetailsDialog(QDialog):
    """A table for each part of a description.

    Parameters
    ----------
    name : str
        Of the file.
    description : mapping
        What the library found by reading through the file.
    parent : QWidget
        Whose window it belongs to.
    """

    def __init__(self, name: str, description: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of {name}").format(name=name))
        self.resize(520, 560)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Details of the file"))
        self.text.setHtml("".join(_as_html(*part) for part in _parts(name, description)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addWidget(buttons)


def _parts(name: str, description: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what stands alone under the name of the file, then each table under its own."""
    tables = {key: value for key, value in description.items() if isinstance(value, Mapping)}
    yield name, {key: value for key, value in description.items() if key not in tables}
    for key, table in tables.items():
        yield _spelt(key), table


def _as_html(title: str, table: Mapping[str, Any]) -> str:
    rows = [
        f"<tr><td width='{_NAME_WIDTH}'>{escape(_spelt(key))}</td>"
        f"<td><b>{escape(_value_text(value))}</b></td></tr>"
        for key, value in table.items()
        if value not in (None, [], {})
    ]
    head = f"<h3>{escape(title)}</h3>"
    return f"{head}<table cellpadding='3'>{''.join(rows)}</table>" if rows else ""


def _spelt(key: str) -> str:
    """Name a field; what is not listed is spelt as the library spells it."""
    known = {
        "rate_hz": translate("Details", "Rate, Hz"),
        "seed_rate_hz": translate("Details", "Seed rate, Hz"),
        "kbit_per_s": translate("Details", "Bit rate, kbit/s"),
        "ratio": translate("Details", "Share of the uncompressed sound"),
        "riff_size": translate("Details", "RIFF size"),
        "road_at": translate("Details", "ROAD chunk at byte"),
        "data_start": translate("Details", "Data at byte"),
        "frame_len": translate("Details", "Frame length"),
    }
    return known.get(key) or field_word(key)


def _value_text(value: Any) -> str:
    if isinstance(value, bool):
        return translate("Details", "yes") if value else translate("Details", "no")
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_value_text(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(said(str(one)) for one in value)
    if isinstance(value, float):
        return QLocale().toString(value, "g", 6)
    if isinstance(value, int):
        return QLocale().toString(value)
    return str(value)
