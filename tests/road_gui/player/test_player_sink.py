"""The samples that reach a sound card are those that were decoded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parents[2] / "tools" / "asound_file.conf.in"


def test_exact_samples_reach_the_sound_card(tmp_path: Path) -> None:
    # PortAudio reads ALSA's configuration when it is loaded, once in a process.
    sink, configuration = tmp_path / "sink.raw", tmp_path / "asound.conf"
    configuration.write_text(TEMPLATE.read_text().replace('"OUT"', f'"{sink}"'))
    environment = os.environ | {
        "ALSA_CONFIG_PATH": str(configuration),
        "ROAD_SINK_FILE": str(sink),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=short"]
    cases = Path(__file__).with_name("sink_cases.py")
    run = subprocess.run(
        [*command, str(cases)], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_portaudio_without_a_sound_card_lists_nothing(tmp_path: Path) -> None:
    cards = Path("/proc/asound/cards")
    if cards.exists() and "no soundcards" not in cards.read_text():
        pytest.skip("there is a sound card in this machine")
    configuration = tmp_path / "asound.conf"
    # Not an empty file: PortAudio aborts the process if ALSA has no definitions at all.
    configuration.write_text("</usr/share/alsa/alsa.conf>\npcm.!default { type hw card 99 }\n")
    program = "from road_gui.player.output import list_devices; print(list_devices())"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"ALSA_CONFIG_PATH": str(configuration)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == "[]", run.stderr
