"""`road man` prints pages that man can show, for every command there is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from command import Road

import road_codec.cli
from road_codec.cli import exits
from road_codec.cli.main import _COMMANDS

PRESETS = ("list", "show", "save", "export", "import", "delete")


def test_every_command_has_a_page_and_the_pages_are_the_same_each_time(road: Road) -> None:
    for folder in ("one", "two"):
        assert road("man", "-o", folder).code == 0
    made = sorted(path.name for path in (road.folder / "one").iterdir())
    names = ["road", *(f"road-{name}" for name in _COMMANDS)]
    names += [f"road-presets-{name}" for name in PRESETS]
    assert made == sorted(f"{name}.1" for name in names)
    for name in made:
        assert (road.folder / "one" / name).read_bytes() == (
            road.folder / "two" / name
        ).read_bytes()


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_man_shows_every_page_without_a_complaint(road: Road) -> None:
    assert road("man", "-o", "pages").code == 0
    env = road.env | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANROFFSEQ": ""}
    for page in sorted((road.folder / "pages").iterdir()):
        shown = subprocess.run(
            ["man", "--warnings=w", "--encoding=UTF-8", "--local-file", page],
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        assert shown.stderr == ""
        for heading in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS"):
            assert re.search(rf"^{heading}$", shown.stdout, re.MULTILINE), (page.name, heading)


def test_a_page_tells_every_option_and_every_exit_code(road: Road) -> None:
    page = road("man", "encode").out.decode()
    text = page.replace("\\-", "-")
    helped = road("encode", "--help").out.decode()
    options = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", helped, re.MULTILINE))
    assert len(options) > 20
    assert {option for option in options if option not in text} == set()
    for code, meaning in exits.MEANINGS.items():
        assert f".B {code}\n{meaning}" in text
    assert "road-presets" not in text
    assert ".SH SEE ALSO\nroad(1)" in text


def test_the_codes_of_the_pages_are_those_of_the_readme() -> None:
    readme = Path(road_codec.cli.__file__).with_name("README.md").read_text("utf-8")
    table = readme.partition("## Exit codes")[2].partition("\n## ")[0]
    codes = [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]
    assert codes == list(exits.MEANINGS)


def test_sub_commands_have_pages_and_unknown_ones_do_not(road: Road) -> None:
    assert b"road\\-presets\\-save" in road("man", "presets", "save").out
    ended = road("man", "encoude")
    assert (ended.code, ended.out) == (2, b"")
    assert ended.lines == ["road: road encoude: there is no such command; see road --help"]
