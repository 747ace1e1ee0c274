"""What tests do with the Codecs page: choose, measure, look at what is there."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from road_codec import CodecSetting, codec_named
from road_gui.codecs.page import CodecsPage, scratch_root
from road_gui.codecs.rows import State

CLASSIC = "road-classic"
PATIENCE_MS = 20_000


def take(qtbot: QtBot, page: CodecsPage, sound: Path) -> None:
    """Choose a sound, and wait until it has been looked into."""
    form = page.panel.sound
    page.take_path(sound)
    qtbot.waitUntil(lambda: form.sound is not None or form.facts.property("role") == "bad")
    qtbot.waitUntil(lambda: page._jobs.n_running == 0)


def run(qtbot: QtBot, page: CodecsPage) -> None:
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.start.trigger()


def states(page: CodecsPage) -> list[State]:
    return [row.state for row in page.model.rows]


def impossible() -> CodecSetting:
    """Return a setting that refuses sounds in one channel."""
    params = codec_named(CLASSIC).params_type(variant="a", strict=True)
    return CodecSetting(codec=CLASSIC, label="strict a", params=params)


def files() -> list[Path]:
    """List what lies in folders of comparisons; locks are no matter.

    ``os.walk`` passes over folders that vanish under its feet: they are removed
    by another thread while this looks.
    """
    walk = os.walk(scratch_root())
    return [Path(top, name) for top, _, names in walk for name in names if name != "lock"]


def answer(monkeypatch: pytest.MonkeyPatch, chosen: Path, kind: str = "") -> list[str]:
    """Let the dialog for names be answered; return what was proposed."""
    proposed: list[str] = []

    def choose(parent: object, title: str, name: str, filters: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        wanted = [one for one in filters.split(";;") if kind in one]
        return str(chosen), wanted[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed
