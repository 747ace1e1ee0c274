"""Every error becomes words that say what and where."""

import errno
from pathlib import Path

import pytest

from road_codec import FormatError, InputError, OutputError, RoadError
from road_gui.messages import (
    duration_text,
    explain,
    path_text,
    percent_text,
    size_text,
    speed_text,
)


@pytest.mark.parametrize(
    ("error", "title", "sentence"),
    [
        (FormatError("superframe 12: bad"), "Damaged or unknown file", "Superframe 12: bad"),
        (OutputError("a.wav: exists"), "Cannot be written", "a.wav: exists"),
        (RoadError("something"), "Cannot be done", "Something"),
        (OSError(errno.ENOSPC, "x", "/a/b"), "Disk full", "There is no room left for /a/b."),
        (FileNotFoundError(errno.ENOENT, "x", "b"), "Not found", "b is not there any more."),
        (OSError(errno.EIO, "I/O error", "c"), "The system refused", "I/O error (c)"),
        (MemoryError(), "Not enough memory", "Close other programs, or do fewer at once."),
    ],
)
def test_errors_become_sentences(error: Exception, title: str, sentence: str) -> None:
    message = explain(error)
    assert (message.title, message.sentence) == (title, sentence)
    assert message.details == ""


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OutputError("a.wav: cannot be written: no"), "Cannot be written: a.wav: no"),
        (InputError("a.wav: cannot be read: no"), "Cannot be read: a.wav: no"),
        (OutputError("a.wav: is a folder"), "Cannot be written: a.wav: is a folder"),
    ],
)
def test_a_line_says_nothing_twice(error: Exception, line: str) -> None:
    assert explain(error).line == line


def test_a_fault_of_ours_brings_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError as error:
        message = explain(error)
    assert message.title == "Internal fault"
    assert "ZeroDivisionError" in message.sentence
    assert "by zero" in message.details
    assert "by zero" in caplog.text  # which is where the sentence sends people


def test_the_home_folder_is_not_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    paths = ("/home/ada", "/home/ada/Music/a.wav", "/home/adam/a.wav", "/mnt/home/ada")
    said = ["~", "~/Music/a.wav", "/home/adam/a.wav", "/mnt/home/ada"]
    assert [path_text(Path(path)) for path in paths] == said
    monkeypatch.setenv("HOME", "/")
    assert path_text(Path("/mnt/a.wav")) == "/mnt/a.wav"


def test_numbers_are_said_as_people_read_them() -> None:
    assert size_text(999) == "999 bytes"
    assert size_text(52_300_000) == "52.3 MB"
    assert duration_text(187) == "3:07"
    assert duration_text(3765) == "1:02:45"
    assert speed_text(4.23) == "4.2 ×"
    assert percent_text(0.31) == "31 %"
    assert percent_text(0.012) == "1.2 %"
