"""What is set is there after a restart, in its type; what is damaged does no harm."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray

from road_gui.settings import MAX_RECENT, Settings

VALUES = [
    True,
    False,
    0,
    -17,
    0.25,
    "",
    "a text, with = and ; and ä",
    list[str](),
    ["one"],
    ["one", "two, three"],
    b"\x00\xffbytes",
    QByteArray(b"geometry\x01"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("restart", [False, True])
def test_a_value_comes_back_as_it_was(value: Any, restart: bool) -> None:
    settings = Settings()
    settings.set("some/key", value)
    if restart:
        settings.sync()
        settings = Settings()
    found = settings.value("some/key", type(value)())
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kept", "default"),
    [
        ("many", 3),
        ("9" * 20, 3),
        ("yes", True),
        ("1e999", 0.5),
        ("text", b"bytes"),
        (7, "text"),
        ("3.5", 2),
    ],
)
def test_a_value_of_another_type_gives_the_default(kept: Any, default: Any) -> None:
    settings = Settings()
    settings.set("some/key", kept)
    assert settings.value("some/key", default) == default


def test_a_damaged_file_is_kept_aside(own_settings_folder: Path) -> None:
    settings = Settings()
    settings.set("window/theme", "dark")
    settings.sync()
    path = settings.path
    path.write_bytes(b"[window\n\x00\xff no equals sign here\nthis is not a setting\n")

    settings = Settings()

    assert settings.damaged_copy == path.with_name(path.name + ".bad")
    assert settings.damaged_copy is not None
    assert settings.damaged_copy.exists()
    assert settings.value("window/theme", "system") == "system"
    settings.set("window/theme", "light")
    settings.sync()
    assert Settings().damaged_copy is None
    assert Settings().value("window/theme", "system") == "light"


def test_recent_files_are_few_newest_first_and_each_once() -> None:
    settings = Settings()
    for number in range(MAX_RECENT + 3):
        settings.add_recent_file(f"/sounds/{number}.road.wav")
    settings.add_recent_file("/sounds/5.road.wav")
    recent = settings.recent_files()
    assert len(recent) == MAX_RECENT
    assert recent[:2] == ["/sounds/5.road.wav", "/sounds/12.road.wav"]
    assert len(set(recent)) == MAX_RECENT
