"""The card at the head of the player: which file this is, and what is in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_codec import SoundFormat, StreamInfo, codec_named
from road_gui.actions import tool_button
from road_gui.elided_label import ElidedLabel
from road_gui.library_words import said
from road_gui.messages import percent_text, size_text
from road_gui.player.details import DetailsDialog
from road_gui.player.flow import FlowLayout
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original
from road_gui.player.words import channels_text, format_text, lag_text, rate_text
from road_gui.plots.ticks import clock_text

_MARGIN = 16
_GAP = 28


class Fact(QWidget):
    """A name above a value, with a sentence that explains it."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self._name = name
        self._value = QLabel()
        label = QLabel(name)
        label.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self._value)
        self._tip = tip

    def show_value(self, text: str) -> None:
        """Show a value; nothing at all if it is empty."""
        self.setToolTip(self._tip)
        self._value.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setVisible(bool(text))

    def add_detail(self, sentence: str) -> None:
        """Tell more to who asks."""
        self.setToolTip(f"{self._tip} {sentence}")


class FactsCard(QFrame):
    """Name, format, length, size, seed and structure of the opened file, and a way to the rest."""

    def __init__(self, details: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._name.setProperty("role", "title")
        self._notices = QLabel()
        self._notices.setProperty("role", "bad")
        self._notices.setWordWrap(True)
        self._codec = Fact(self.tr("Kind"), self.tr("What the file was written by."))
        self._sound = Fact(self.tr("Sound"), self.tr("Rate, channels and sample type."))
        self._original = Fact(self.tr("Original"), self.tr("The sound that was encoded."))
        self._lag = Fact(
            self.tr("Lag"),
            self.tr(
                "By how much the decoded sound comes later than the original, found by "
                "correlation in the first 30 seconds. The original is moved by that: what is "
                "switched between is the same place of the music."
            ),
        )
        self._length = Fact(self.tr("Length"), self.tr("Minutes and seconds of sound."))
        self._size = Fact(
            self.tr("Size"), self.tr("Of the file, and its share of the uncompressed sound.")
        )
        self._seed = Fact(
            self.tr("Seed"),
            self.tr(
                "The averages of all ranges of the first channel. They lie in the file as plain "
                "samples, so that any player plays them as a preview, and decoding grows the "
                "sound out of them."
            ),
        )
        self._ranges = Fact(
            self.tr("Smallest range"),
            self.tr(
                "Ranges are the pieces that the sound was cut into; each is a smaller copy of "
                "another piece of the same sound. The shorter they may be, the finer the sound."
            ),
        )
        self._frames = Fact(
            self.tr("Superframe"),
            self.tr("What is decoded in one go, and where seeking can begin."),
        )
        self._path: Path | None = None
        self._description: Mapping[str, Any] = {}
        self._lay_out(details)
        details.triggered.connect(self._show_details)

    def _lay_out(self, details: QAction) -> None:
        self.setObjectName("factsCard")
        row = FlowLayout(_GAP, 8)
        for fact in (self._codec, self._sound, self._original, self._length, self._size):
            row.addWidget(fact)
        for fact in (self._seed, self._ranges, self._frames, self._lag):
            row.addWidget(fact)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        button = tool_button(details, with_text=False)
        # A click leaves the keys to the player; Tab still comes here.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(button)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self._notices)

    @property
    def has_details(self) -> bool:
        """Whether there is more to tell than is shown."""
        return bool(self._description)

    def show_file(self, file: OpenFile) -> None:
        """Show what is known as soon as a file is open."""
        self._path, self._description = file.path, {}
        self._name.setText(file.path.name)
        self._name.setToolTip(str(file.path))
        self._sound.show_value("" if file.is_encoded else format_text(file.sound))
        self._original.show_value(format_text(file.sound) if file.is_encoded else "")
        seconds = file.seconds
        self._length.show_value(self.tr("unknown") if seconds is None else clock_text(seconds, 2))
        self._size.show_value(_size_of(file, self.tr("{size} ({share})")))
        self._codec.show_value(self.tr("Sound file") if file.info is None else _codec_of(file.info))
        self._seed.show_value("" if file.seed is None else _seed_text(file.seed))
        self._ranges.show_value("")
        self._frames.show_value("")
        self._lag.show_value("")
        self._notices.clear()
        self._notices.hide()
        for notice in () if file.info is None else file.info.notices:
            self.add_notice(said(notice))

    def show_description(self, description: Mapping[str, Any]) -> None:
        """Show what was found by reading through the file; codecs describe different things."""
        self._description = description
        # Where a codec has nothing to tell, the part is there and empty.
        header = description.get("header") or {}
        n_ranges = (description.get("items") or {}).get("total")
        if "smallest_range" in header:
            self._ranges.show_value(self.tr("%n sample(s)", None, header["smallest_range"]))
        if n_ranges is not None:
            self._ranges.add_detail(
                self.tr("This file has {number} of them.").format(
                    number=QLocale().toString(int(n_ranges))
                )
            )
        if "frames_per_superframe" in header and "frame_len" in header:
            self._frames.show_value(f"{header['frames_per_superframe']} × {header['frame_len']}")

    def show_original(self, original: Original | None) -> None:
        """Show how the original lies against the decoded sound, where it is not in step."""
        lag = "" if original is None else lag_text(original.lag_samples, original.sound.rate_hz)
        self._lag.show_value(lag)

    @Slot()
    def _show_details(self) -> None:
        if self._path is not None:
            dialog = DetailsDialog(self._path.name, self._description, self)
            dialog.exec()
            dialog.deleteLater()

    def add_notice(self, sentence: str) -> None:
        """Show something that a user should know of this file."""
        shown = self._notices.text()
        self._notices.setText(f"{shown}\n{sentence}" if shown else sentence)
        self._notices.show()


def _codec_of(info: StreamInfo) -> str:
    title = codec_named(info.codec).title
    return f"{title}, {said(info.variant)}" if info.variant else title


def _seed_text(seed: SoundFormat) -> str:
    if seed.n_channels == 1:
        return rate_text(seed.rate_hz)
    return f"{rate_text(seed.rate_hz)} · {channels_text(seed.n_channels)}"


def _size_of(file: OpenFile, pattern: str) -> str:
    size = size_text(file.n_bytes)
    return size if file.share is None else pattern.format(size=size, share=percent_text(file.share))
