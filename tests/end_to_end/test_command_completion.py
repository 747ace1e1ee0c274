"""Shells complete the words of the command, with the scripts that it prints."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import Road

PATIENCE_S = 60
SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def env(road: Road, tmp_path: Path) -> dict[str, str]:
    """An environment in which `road` is a command."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "road"
    program.write_text(
        f"#!{sys.executable}\nfrom road_codec.cli.main import main\nmain()\n", encoding="utf-8"
    )
    program.chmod(0o755)
    root = Path(__file__).resolve().parents[2]
    return road.env | {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "TERM": "dumb",
        "PS1": "> ",
    }


def completed_by_tab(words: str, wanted: str, env: dict[str, str], folder: Path) -> str:
    """Type words and a tab into an interactive bash; return what it shows, up to `wanted`."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], env)
    try:
        os.write(terminal, b'eval "$(road completion bash)"; echo re""ady\n')
        _read_until(terminal, "ready")
        os.write(terminal, f"{words}\t".encode())
        return _read_until(terminal, wanted)
    finally:
        os.close(terminal)  # bash leaves when its terminal hangs up
        os.waitpid(child, 0)


def _read_until(terminal: int, wanted: str) -> str:
    shown, end = "", time.monotonic() + PATIENCE_S
    while wanted not in shown:
        ready, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
        assert ready, f"{wanted!r} is not in {shown!r}"
        shown += os.read(terminal, 4096).decode(errors="replace")
    return shown


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("road enc", "road encode "),
        ("road encode --on-exists upd", "--on-exists update "),
        ("road encode --codec ext", "--codec extrema "),
        ("road encode --preset extrema\\ fi", "Extrema\\ fine "),
        ("road presets exp", "road presets export "),
        ("road encode mus", "road encode music.wav "),
    ],
)
def test_a_tab_completes_words_in_bash(
    words: str, wanted: str, env: dict[str, str], road: Road
) -> None:
    (road.folder / "music.wav").write_bytes(b"")
    assert wanted in completed_by_tab(words, wanted, env, road.folder)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_script_is_one_of_its_shell(shell: str, road: Road, tmp_path: Path) -> None:
    ended = road("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    text = ended.out.decode()
    assert f"_ROAD_COMPLETE={shell}_complete" in text
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed: its script was not parsed")
    script = tmp_path / "script"
    script.write_text(text, encoding="utf-8")
    subprocess.run([shell, "--no-execute" if shell == "fish" else "-n", script], check=True)


@pytest.mark.parametrize(
    ("shell", "word", "answer"),
    [("zsh", "1", "plain\nencode\n"), ("fish", "enc", "plain,encode\t")],
)
def test_other_shells_are_answered_in_their_way(
    shell: str, word: str, answer: str, env: dict[str, str]
) -> None:
    asked = {"COMP_WORDS": "road enc", "COMP_CWORD": word, "_ROAD_COMPLETE": f"{shell}_complete"}
    told = subprocess.run(["road"], env=env | asked, capture_output=True, text=True, check=True)
    assert (told.stdout[: len(answer)], told.stderr) == (answer, "")


def test_an_unknown_shell_is_a_wrong_command(road: Road) -> None:
    ended = road("completion", "cmd")
    assert (ended.code, ended.out) == (2, b"")
