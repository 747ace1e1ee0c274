"""Any words on the command line end with a known code and at most one line a file."""

import contextlib
import io
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import MemorySource, encoded, noise, write_sound

from road_codec.cli import exits
from road_codec.cli.main import main

CODES = {
    exits.DONE,
    exits.SOME_FAILED,
    exits.WRONG_COMMAND,
    exits.NO_INPUT,
    exits.DAMAGED,
    exits.NO_OUTPUT,
}
OPTIONS = {
    "encode": "variant strict smallest-range superframe mixing silence-threshold range-threshold "
    "codec preset pattern flat keep-date copy-others backend gpu-memory jobs on-exists "
    "output json quiet",
    "decode": "samples-per-range oversample rate bits order order-seed passes as-original "
    "scale-steps keep-going format pattern flat keep-date copy-others jobs on-exists "
    "output json quiet",
    "seed": "output on-exists json quiet",
    "info": "json",
    "test": "json quiet",
    "compare": "json",
    "codecs": "json",
    "presets": "json",
}
INPUTS = ["x.wav", "x.road.wav", "cut.road.wav", "missing.wav", "folder", ".", ""]
VALUES = ["a", "b", "0", "1", "-1", "4", "32", "255", "256", "1e400", "nan", "inf", "1/3", "2"]
VALUES += ["mid", "none", "coin", "shuffle", "float", "8", "64", ".flac", "flac", "skip", "rename"]
VALUES += [
    "overwrite",
    "y.wav",
    "y.ogg",
    "folder",
    "99999999999999999999",
    "",
    "é\udcff",
    "\x1b[0m",
]
# No folder but the test's own, and no standard stream, which the test needs itself.
# Of lone surrogates the system gives those alone that stand for bytes; one is among the values.
letters = st.characters(exclude_characters="/\0", exclude_categories=["Cs"])
free_text = st.text(letters, max_size=6).filter(lambda text: text not in {"-", ".."})


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(list(OPTIONS)))
    words = [command, *draw(st.lists(st.sampled_from(INPUTS), max_size=3))]
    for option in draw(st.lists(st.sampled_from(OPTIONS[command].split()), max_size=3)):
        words.append(f"--{option}")
        if draw(st.booleans()) or option == "output":
            words.append(draw(st.one_of(st.sampled_from(VALUES), free_text)))
    return words


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound, an encoded file, a cut one, and a folder."""
    where = tmp_path_factory.mktemp("words")
    write_sound(where / "x.wav", noise(2, 2100).astype("int16"))
    whole = encoded(MemorySource(noise(2, 2100)))
    (where / "x.road.wav").write_bytes(whole)
    (where / "cut.road.wav").write_bytes(whole[:-60])
    (where / "folder").mkdir()
    return where


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(command_lines())
def test_any_words_end_with_a_known_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    out, err = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as name:
        # A fresh one for each example: what folders hold is encoded, again and again.
        where = shutil.copytree(folder, Path(name) / "copy")
        monkeypatch.chdir(where)
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            pytest.raises(SystemExit) as ended,
        ):
            main(words)
        monkeypatch.undo()

        assert ended.value.code in CODES, err.getvalue()
        assert "Traceback" not in err.getvalue()
        assert "\x1b" not in err.getvalue()
        if ended.value.code != exits.DONE:
            assert [line for line in err.getvalue().splitlines() if line.startswith("road: ")]
        assert not list(where.glob("**/.*.road-part-*"))
