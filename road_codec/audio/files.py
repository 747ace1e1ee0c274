"""Ordinary sound files, through soundfile: the only room that turns axes.

Inside the house samples are (channels, samples); in files they are interleaved.
"""

import contextlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import numpy as np
import soundfile
from numpy.typing import NDArray

from road_codec.audio.formats import check_fits, choose_format, is_lossy, sample_type_of
from road_codec.audio.samples import Audio, Samples, SampleType
from road_codec.audio.sink import Sink
from road_codec.audio.unclosed import open_unclosed
from road_codec.errors import (
    FormatError,
    InputError,
    LimitError,
    OutputError,
    ParameterError,
    UnsupportedError,
)
from road_codec.limits import DEFAULT_LIMITS, Limits

BLOCK = 1 << 16
"""Samples of one channel that are read at once."""

# libvorbis takes its memory from the stack, and crashes on blocks of two million samples.
_MOST_AT_ONCE = 1 << 20
# libsndfile says 2**63 - 1 where a stream does not tell its length.
_UNKNOWN_LENGTH = 1 << 62
_SET_ADD_PEAK_CHUNK = 0x1050
# What libsndfile's log says of the sound of WAVE, AIFF and AU, and of whole W64 and RF64 files.
# The RIFF size of a WAVE file is left out: it is often wrong where nothing is missing.
_OTHER_LENGTH = re.compile(r"^\s*(data|SSND|Data Size|riff|Riff size)\s*: .*\(should be", re.M)
_NO_LAST_PAGE = "Last page lacks an end-of-stream bit"


class SoundReader:
    """An ordinary sound file, read from any place in blocks; a context manager.

    Parameters
    ----------
    path : Path
        What to read.
    limits : Limits
        Sizes beyond which the file is refused.

    Attributes
    ----------
    rate_hz, n_channels, sample_type, n_samples, tags
        As in `road_codec.codecs.base.SoundFormat`.
    notices : tuple of str
        What a user should know of the file.

    Raises
    ------
    InputError
        If the file is missing or cannot be read.
    UnsupportedError
        If it is no sound that libsndfile knows.
    FormatError, LimitError
        If it declares what cannot be, or more than `limits`.
    """

    def __init__(self, path: Path, limits: Limits = DEFAULT_LIMITS) -> None:
        check_readable(path)
        self.path = path
        self._limits = limits
        self._unclosed = open_unclosed(path)
        self._file: Any = None
        try:
            self._file = self._open()
            self._read_head()
        except BaseException:
            self.close()
            raise

    def _read_head(self) -> None:
        info, limits, path = self._file, self._limits, self.path
        self.rate_hz: int = info.samplerate
        self.n_channels: int = info.channels
        limits.check(f"{path}: channels", self.n_channels, limits.channels)
        limits.check(f"{path}: rate in Hz", self.rate_hz, limits.rate_hz)
        if self.rate_hz < 1:
            raise FormatError(f"{path}: rate: {self.rate_hz} Hz, must be 1 or more")
        self.sample_type = sample_type_of(info.subtype)
        known = 0 <= info.frames < _UNKNOWN_LENGTH
        self.n_samples: int | None = info.frames if known else None
        if self.n_samples is not None and self.n_samples / self.rate_hz > limits.seconds:
            raise LimitError(
                f"{path}: {self.n_samples / self.rate_hz / 3600:.0f} hours of sound, at most "
                f"{limits.seconds / 3600:.0f} are accepted"
            )
        self.tags: Mapping[str, str] = info.copy_metadata()
        self.notices: tuple[str, ...] = self._find_notices()

    def _open(self) -> Any:
        try:
            return soundfile.SoundFile(self._unclosed or os.fsencode(self.path))
        except (soundfile.LibsndfileError, TypeError, ValueError) as error:
            raise UnsupportedError(
                f"{self.path}: no sound file that can be read: {_reason(error)}"
            ) from None

    def blocks(self, start: int = 0) -> Iterator[Audio]:
        """Yield the sound from sample `start` on.

        Raises
        ------
        FormatError
            If the file is damaged or ends before its declared end.
        """
        position = start
        bound = self._limits.seconds * self.rate_hz
        try:
            self._go_to(start)
            while True:
                samples = self._read()
                position += samples.shape[1]
                if samples.shape[1] == 0:
                    break
                if position > bound:
                    raise LimitError(f"{self.path}: longer than {self._limits.seconds} seconds")
                yield Audio(samples, self.rate_hz, self.sample_type)
        except soundfile.LibsndfileError as error:
            raise FormatError(
                f"{self.path}: damaged behind sample {position}: {_reason(error)}"
            ) from None
        if self.n_samples is not None and position < self.n_samples:
            raise FormatError(
                f"{self.path}: ends at sample {position}, {self.n_samples} are declared"
            )

    def close(self) -> None:
        """Let go of the file."""
        for file in (self._file, self._unclosed):
            if file is not None:
                file.close()

    def __enter__(self) -> "SoundReader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _go_to(self, start: int) -> None:
        if self.n_samples is not None:
            self._file.seek(min(start, self.n_samples))
            return
        # libsndfile does not seek in streams that do not tell their length, which soundfile
        # would do after each block.
        self._file.close()
        self._file = self._open()
        self._file._info.seekable = 0
        while start > 0 and (skipped := len(self._file.read(min(start, BLOCK), always_2d=True))):
            start -= skipped

    def _read(self) -> Samples:
        """Read one block in the type of the file, axes turned."""
        kind = self.sample_type
        if kind is SampleType.F32:
            return self._turned("float32")
        if is_lossy(self._file.subtype):
            # Decoded as real numbers: rounded here, for libsndfile would let overshoots wrap.
            values = np.nan_to_num(self._turned("float32").astype(np.float64) * kind.full_scale)
            return np.clip(np.rint(values), kind.low, kind.high).astype(np.int16)
        if kind is SampleType.U8:
            return ((self._turned("int16") >> 8) + 128).astype(np.uint8)
        if kind is SampleType.S24:
            return self._turned("int32") >> 8
        return self._turned("int16" if kind is SampleType.S16 else "int32")

    def _turned(self, dtype: str) -> NDArray[Any]:
        block: NDArray[Any] = self._file.read(BLOCK, dtype=dtype, always_2d=True)
        return np.ascontiguousarray(block.T)

    def _find_notices(self) -> tuple[str, ...]:
        log = self._file.extra_info
        if _OTHER_LENGTH.search(log):
            return ("the head declares another length than the file has: read to its end",)
        if _NO_LAST_PAGE in log:
            return ("the last page of the stream is missing: read as far as it goes",)
        return ()


class SoundWriter:
    """Writes blocks of sound to a file; a context manager.

    Parameters
    ----------
    file : BinaryIO
        To write to: empty, seekable; it stays open.
    name : str
        Final name of the file: its ending chooses the format (WAVE if it is unknown).
    rate_hz, n_channels : int
        Of the sound.
    sample_type : SampleType
        Of the blocks that will come.
    n_samples : int or None
        Expected length, which decides for RF64 beyond 4 GiB.
    tags : mapping of str to str
        To be stored where the format can.

    Attributes
    ----------
    notices : tuple of str
        What the format could not hold.

    Raises
    ------
    ParameterError
        If the format cannot hold such a sound.
    """

    def __init__(
        self,
        file: BinaryIO,
        name: str,
        *,
        rate_hz: int,
        n_channels: int,
        sample_type: SampleType,
        n_samples: int | None,
        tags: Mapping[str, str],
    ) -> None:
        self._name = name
        self._sink = Sink(file)
        size = (n_samples or 0) * n_channels * sample_type.bits // 8
        kind, subtype = choose_format(name, sample_type, size)
        check_fits(name, kind, subtype, rate_hz=rate_hz, n_samples=n_samples)
        try:
            self._file: Any = soundfile.SoundFile(
                self._sink, "w", rate_hz, n_channels, subtype, format=kind
            )
        except (soundfile.LibsndfileError, ValueError, OverflowError) as error:
            self._sink.check()
            raise ParameterError(
                f"{name}: {kind} cannot hold {n_channels} channels at {rate_hz} Hz: "
                f"{_reason(error)}"
            ) from None
        if kind == "WAV":
            # The PEAK chunk holds the time of writing: the same sound would not give the same
            # bytes.  In other formats the command does harm.
            soundfile._snd.sf_command(self._file._file, _SET_ADD_PEAK_CHUNK, soundfile._ffi.NULL, 0)
        self._write_tags(tags)
        self.notices: tuple[str, ...] = ()
        if sample_type_of(subtype).bits < sample_type.bits and not is_lossy(subtype):
            self.notices = (f"{name}: {kind} holds {subtype}, fewer bits than were decoded",)

    def write(self, audio: Audio) -> None:
        """Append a block.

        Raises
        ------
        OSError
            If the disk is full or fails.
        OutputError
            If libsndfile fails.
        """
        with self._errors():
            samples = _widened(audio)
            for start in range(0, audio.n_samples, _MOST_AT_ONCE):
                piece = samples[:, start : start + _MOST_AT_ONCE]
                self._file.write(np.ascontiguousarray(piece.T))

    def close(self) -> None:
        """Finish the file; raises as `write` does."""
        with self._errors():
            self._file.close()
        self._sink.check()

    def __enter__(self) -> "SoundWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except soundfile.LibsndfileError as error:
            self._sink.check()
            raise OutputError(f"{self._name}: cannot be written: {_reason(error)}") from None

    def _write_tags(self, tags: Mapping[str, str]) -> None:
        for key, value in tags.items():
            if key in soundfile._str_types:
                try:
                    setattr(self._file, key, value)
                except (soundfile.LibsndfileError, RuntimeError):
                    continue


def check_readable(path: Path) -> None:
    """Raise `InputError` unless a path is a file that can be opened."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            if not os.access(path, os.R_OK | os.X_OK):
                raise InputError(f"{path}: cannot be read: permission denied")
            raise InputError(f"{path}: is a folder, not a file")
        if not stat.S_ISREG(mode):
            raise InputError(f"{path}: is no ordinary file; use - for standard input")
        with path.open("rb") as file:
            if not file.read(1):
                raise FormatError(f"{path}: is empty (0 bytes)")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
    except ValueError as error:
        raise InputError(f"{path!r}: no possible file name: {error}") from None


def _widened(audio: Audio) -> Samples:
    """Shift samples to the width that libsndfile takes for their type."""
    if audio.sample_type is SampleType.U8:
        return (audio.samples.astype(np.int16) - 128) << 8
    if audio.sample_type is SampleType.S24:
        return audio.samples << 8
    return audio.samples


def _reason(error: Exception) -> str:
    """Return libsndfile's own words, without its prefixes and full stop."""
    text = getattr(error, "error_string", None) or str(error)
    return str(text).strip().rstrip(".").lower().removeprefix("error : ")
