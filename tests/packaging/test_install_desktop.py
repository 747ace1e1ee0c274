"""`packaging/install-desktop`: the entry, the icon and the types of files, put in and taken out."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from road_codec import all_codecs

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty XDG_DATA_HOME, with a space in its name as people have."""
    return tmp_path / "my data"


def install(data: Path, *arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", root / "packaging" / "install-desktop", *arguments],
        env=os.environ | {"XDG_DATA_HOME": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """What is needed of the project, in a folder whose name has all that must be escaped."""
    root = tmp_path / 'the $tudio, 100% "mine" \\'
    (root / ".venv" / "bin").mkdir(parents=True)
    shutil.copytree(ROOT / "packaging", root / "packaging")
    shutil.copytree(ROOT / "resources" / "icons", root / "resources" / "icons")
    (root / "packaging" / "setup").write_text("exit 0\n")
    program = root / ".venv" / "bin" / "road-gui"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    program.chmod(0o755)
    command = root / ".venv" / "bin" / "road"
    command.write_text(f'#!/bin/sh\nexec "{ROOT}/.venv/bin/road" "$@"\n')
    command.chmod(0o755)
    return root


def entry_of(data: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(data / "applications" / "road-studio.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def words_of(exec_line: str) -> list[str]:
    """Read an Exec line as the specification says: first as a string, then as quoted words."""
    line = exec_line.replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    return [re.sub(r"\\(.)", r"\1", quoted) or plain for quoted, plain in words]


def test_the_entry_starts_the_program_wherever_it_is(data: Path, copied: Path) -> None:
    done = install(data, root=copied)
    assert (done.returncode, done.stderr) == (0, "")
    words = words_of(entry_of(data)["Exec"])
    assert words[1:] == ["%F"]
    program = Path(words[0].replace("%%", "%"))
    assert program == copied / ".venv" / "bin" / "road-gui"
    run = subprocess.run([program, "a file"], capture_output=True, text=True, check=True)
    assert run.stdout == "a file\n"
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / "road-studio.svg").is_file()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_entry_keeps_to_the_specification(data: Path, copied: Path) -> None:
    install(data, root=copied)
    entry = data / "applications" / "road-studio.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_types_are_known_to_a_desktop(data: Path, copied: Path) -> None:
    install(data, root=copied)
    names = [f"x{codec.suffix}" for codec in all_codecs()]
    script = (
        "import sys\n"
        "from PySide6.QtCore import QMimeDatabase\n"
        "db = QMimeDatabase()\n"
        "for name in sys.argv[1:]:\n"
        "    mime = db.mimeTypeForFile(name, QMimeDatabase.MatchMode.MatchExtension)\n"
        "    print(mime.name(), mime.inherits('audio/x-wav'), mime.comment())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *names],
        env=os.environ | {"XDG_DATA_HOME": str(data), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = done.stdout.splitlines()
    assert found[0] == "audio/x-road True ROAD fractal audio"
    types = [line.split()[0] for line in found]
    assert all(one.startswith("audio/x-road") for one in types)
    assert set(types) <= set(entry_of(data)["MimeType"].split(";"))


def test_shells_and_man_find_what_they_look_for(data: Path, copied: Path) -> None:
    install(data, root=copied)
    for shell, place in {
        "bash": "bash-completion/completions/road",
        "zsh": "zsh/site-functions/_road",
        "fish": "fish/vendor_completions.d/road.fish",
    }.items():
        assert f"_ROAD_COMPLETE={shell}_complete" in (data / place).read_text()
    pages = {path.name for path in (data / "man" / "man1").iterdir()}
    assert {"road.1", "road-encode.1", "road-presets-save.1"} <= pages
    if shutil.which("man"):
        found = subprocess.run(
            ["man", "-M", data / "man", "--where", "road-encode"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.strip() == str(data / "man" / "man1" / "road-encode.1")


def test_what_was_put_in_is_taken_out(data: Path, copied: Path) -> None:
    install(data, root=copied)
    done = install(data, "--remove", root=copied)
    assert done.returncode == 0
    left = [path for path in data.rglob("*road*") if path.is_file()]
    assert left == []
    (data / "man" / "man1" / "road-works.1").write_text('.TH ROAD\\-WORKS 1 "" "Others"\n')
    (data / "man" / "man1" / "road-old.1").write_text('.TH ROAD\\-OLD 1 "" "ROAD Studio"\n')
    install(data, root=copied)
    install(data, "--remove", root=copied)
    left = [path.name for path in data.rglob("*road*") if path.is_file()]
    assert left == ["road-works.1"]
    assert install(data, "--remove", root=copied).returncode == 0


def test_wrong_arguments_are_refused(data: Path) -> None:
    done = install(data, "--help-me")
    assert (done.returncode, done.stdout) == (2, "")
    assert not data.exists()
