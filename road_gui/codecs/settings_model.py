"""Which codecs at which settings are compared: a tree of boxes to check."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from road_codec import (
    Codec,
    CodecSetting,
    ParameterError,
    all_codecs,
    benchmark_settings,
    describe,
    values_of,
)
from road_gui.forms.words import label_of, value_text
from road_gui.library_words import label_word
from road_gui.settings import Settings

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Check = Qt.CheckState
MAX_LABEL = 60
"""Letters of a name that somebody gives."""


@dataclass(slots=True, eq=False)
class Entry:
    """A setting in the tree.

    Attributes
    ----------
    setting : CodecSetting
        Which.
    is_checked : bool
        Whether it is to be measured.
    is_own : bool
        Whether somebody added it, so that it can be removed.
    """

    setting: CodecSetting
    is_checked: bool = True
    is_own: bool = False


Removed = tuple[int, int, Entry]
"""Number of the codec, place below it, and the setting that stood there."""


@dataclass(slots=True, eq=False)
class Group:
    """A codec in the tree, with its settings."""

    codec: Codec
    entries: list[Entry] = field(default_factory=list)

    @property
    def check_state(self) -> Qt.CheckState:
        """Whether all, some or none of the settings are to be measured."""
        n_checked = sum(entry.is_checked for entry in self.entries)
        if not n_checked:
            return _Check.Unchecked
        return _Check.Checked if n_checked == len(self.entries) else _Check.PartiallyChecked


class SettingsModel(QAbstractItemModel):
    """Codecs, and below each its settings; what is checked or added is remembered.

    Signals
    -------
    checked_changed()
        After other settings are checked than before.
    """

    checked_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._groups = [Group(codec) for codec in all_codecs()]
        self._by_codec = {group.codec.id: group for group in self._groups}
        for one in benchmark_settings():
            self._by_codec[one.codec].entries.append(Entry(one))
        self._load()

    # -- what the page asks -------------------------------------------------------

    @property
    def groups(self) -> Sequence[Group]:
        """The codecs; not to be changed behind the model's back."""
        return self._groups

    def checked(self) -> tuple[CodecSetting, ...]:
        """List what is to be measured."""
        return tuple(
            entry.setting for group in self._groups for entry in group.entries if entry.is_checked
        )

    def entry_at(self, index: Index) -> Entry | None:
        """Return the setting of an index, None if that is of a codec."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1].entries[index.row()]

    def codec_at(self, index: Index) -> Codec | None:
        """Return the codec of an index, or of the setting at it."""
        if not index.isValid():
            return None
        return self._groups[(index.internalId() or index.row() + 1) - 1].codec

    def add(self, setting: CodecSetting) -> QModelIndex:
        """Add a setting, checked; one with the same parameters is checked instead."""
        number = next(n for n, one in enumerate(self._groups) if one.codec.id == setting.codec)
        group, parent = self._groups[number], self.index(number, 0)
        for row, entry in enumerate(group.entries):
            if entry.setting.params == setting.params:
                index = self.index(row, 0, parent)
                self.setData(index, _Check.Checked, Qt.ItemDataRole.CheckStateRole)
                return index
        row = len(group.entries)
        self.beginInsertRows(parent, row, row)
        group.entries.append(Entry(_named_once(setting, group), is_own=True))
        self.endInsertRows()
        self._tell_checked(parent)
        return self.index(row, 0, parent)

    def remove(self, index: QModelIndex) -> Removed | None:
        """Take out a setting that somebody added; return what `put_back` wants."""
        entry = self.entry_at(index)
        if entry is None or not entry.is_own:
            return None
        parent = index.parent()
        self.beginRemoveRows(parent, index.row(), index.row())
        self._groups[parent.row()].entries.remove(entry)
        self.endRemoveRows()
        self._tell_checked(parent)
        return parent.row(), index.row(), entry

    def put_back(self, removed: Removed) -> QModelIndex:
        """Insert what `remove` has taken out; return where it is."""
        group, row, entry = removed
        entries, parent = self._groups[group].entries, self.index(group, 0)
        row = min(row, len(entries))
        self.beginInsertRows(parent, row, row)
        entries.insert(row, entry)
        self.endInsertRows()
        self._tell_checked(parent)
        return self.index(row, 0, parent)

    # -- what views ask -----------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a codec, or of a setting below it."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        # Codecs have 0, settings the number of their codec, counted from 1.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the codec of a setting."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of codecs, or of the settings of one."""
        if not parent.isValid():
            return len(self._groups)
        is_codec = not parent.internalId() and parent.column() == 0
        return len(self._groups[parent.row()].entries) if is_codec else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let boxes be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a codec or setting, its box, or what it is made of."""
        if not index.isValid():
            return None
        entry = self.entry_at(index)
        group = self._groups[index.row()] if entry is None else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                own = label_word(entry.setting.label) if entry else None
                return own or (group.codec.title if group else None)
            case Qt.ItemDataRole.CheckStateRole:
                if entry:
                    return _Check.Checked if entry.is_checked else _Check.Unchecked
                return group.check_state if group else None
            case Qt.ItemDataRole.ToolTipRole:
                return params_text(entry.setting) if entry else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check a setting, or all settings of a codec."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_checked = _Check(value) is not _Check.Unchecked
        entry, codec = self.entry_at(index), self.index(index.row(), 0)
        if entry is not None:
            entry.is_checked, codec = is_checked, self.parent(index)
            self.dataChanged.emit(index, index)
        else:
            entries = self._groups[index.row()].entries
            for one in entries:
                one.is_checked = is_checked
            if entries:
                ends = self.index(0, 0, codec), self.index(len(entries) - 1, 0, codec)
                self.dataChanged.emit(*ends)
        self._tell_checked(codec)
        return True

    def _tell_checked(self, codec: QModelIndex) -> None:
        self.dataChanged.emit(codec, codec)
        self._save()
        self.checked_changed.emit()

    # -- what is remembered -------------------------------------------------------

    def _save(self) -> None:
        entries = [entry for group in self._groups for entry in group.entries]
        own = [
            {
                "codec": entry.setting.codec,
                "label": entry.setting.label,
                "values": dict(values_of(entry.setting.params)),
            }
            for entry in entries
            if entry.is_own
        ]
        self._settings.set("codecs/own", json.dumps(own))
        left_out = [_key(entry.setting) for entry in entries if not entry.is_checked]
        self._settings.set("codecs/left_out", left_out)

    def _load(self) -> None:
        for setting in _read_own(self._settings.value("codecs/own", "[]")):
            group = self._by_codec[setting.codec]
            if all(entry.setting.params != setting.params for entry in group.entries):
                group.entries.append(Entry(_named_once(setting, group), is_own=True))
        left_out = set(self._settings.value("codecs/left_out", list[str]()))
        for group in self._groups:
            for entry in group.entries:
                entry.is_checked = _key(entry.setting) not in left_out


def params_text(setting: CodecSetting) -> str:
    """Say in words in what a setting differs from the defaults of its codec."""
    params = {param.name: param for param in describe(type(setting.params))}
    lines = [
        f"{label_of(params[name])}: {value_text(params[name], value)}"
        for name, value in values_of(setting.params).items()
        if name in params
    ]
    return "\n".join(lines)


def short_label(setting: CodecSetting) -> str:
    """Name a setting after what differs from the defaults."""
    words = [
        f"{name.replace('_', ' ')} {_short(value)}"
        for name, value in values_of(setting.params).items()
    ]
    return ", ".join(words)[:MAX_LABEL]


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if value is None:
        return "auto"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _named_once(setting: CodecSetting, group: Group) -> CodecSetting:
    """Number a name that is there already."""
    taken = {entry.setting.label for entry in group.entries}
    label, number = setting.label, 1
    while label in taken:
        number += 1
        label = f"{setting.label} ({number})"
    return CodecSetting(codec=setting.codec, label=label, params=setting.params)


def _key(setting: CodecSetting) -> str:
    return f"{setting.codec}: {setting.label}"


def _read_own(text: str) -> list[CodecSetting]:
    """Read what was saved; what no codec takes any more is left out."""
    try:
        lines = json.loads(text)
    except ValueError:
        return []
    found = [_read_one(line) for line in lines] if isinstance(lines, list) else []
    return [one for one in found if one is not None]


def _read_one(line: Any) -> CodecSetting | None:
    types = {codec.id: codec.params_type for codec in all_codecs()}
    try:
        params = types[line["codec"]](**line["values"])
        label = str(line["label"])[:MAX_LABEL]
    except (KeyError, TypeError, ParameterError):
        return None
    return CodecSetting(codec=line["codec"], label=label, params=params)
