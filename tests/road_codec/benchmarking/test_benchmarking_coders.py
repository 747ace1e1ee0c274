"""Which coders there are, and what they are told."""

import shutil
from pathlib import Path

import pytest

from road_codec import SampleType, all_codecs
from road_codec.benchmarking.coders import SOURCE, TARGET, filled
from road_codec.benchmarking.house import house_coders
from road_codec.benchmarking.peers import PEERS, Peer
from road_codec.params import parse_settings

CODECS = {codec.id: codec for codec in all_codecs()}
HOUSE = house_coders(["the", "command"])


@pytest.mark.parametrize("name", CODECS)
def test_every_codec_of_the_house_has_settings_that_differ(name: str) -> None:
    codec = CODECS[name]
    labels = [label for label, _ in codec.benchmarks]
    made = [codec.params_type(**values) for _, values in codec.benchmarks]

    assert labels
    assert len(set(labels)) == len(labels)
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("coder", HOUSE, ids=[coder.name for coder in HOUSE])
def test_what_the_command_is_told_is_the_setting(coder: object) -> None:
    (found,) = [one for one in HOUSE if one is coder]
    codec = CODECS[found.codec]
    words = list(found.encode)
    said = [words[at + 1] for at, word in enumerate(words) if word == "--set"]

    assert words[:3] == ["the", "command", "encode"]
    assert words[words.index("--codec") + 1] == codec.id
    assert parse_settings(codec.params_type, said) == dict(codec.benchmarks)[found.setting]


@pytest.mark.parametrize("peer", PEERS, ids=[peer.codec for peer in PEERS])
def test_commands_name_what_they_read_and_what_they_write(peer: Peer) -> None:
    for coder in peer.coders():
        for command in (coder.encode, coder.decode):
            words = filled(command, "the source", "the target")
            assert words.count("the source") == words.count("the target") == 1
            assert not {SOURCE, TARGET} & set(words)
    assert len({coder.encode for coder in peer.coders()}) == len(peer.settings)


def test_names_are_of_one_codec_each() -> None:
    names = [*CODECS, *(peer.codec for peer in PEERS)]

    assert len(set(names)) == len(names)


def test_a_program_is_missing_until_it_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (opus,) = [peer for peer in PEERS if peer.codec == "opus"]
    monkeypatch.setenv("PATH", str(tmp_path))

    assert opus.missing == ("opusenc", "opusdec")
    program = tmp_path / "opusenc"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert opus.missing == ("opusdec",)
    assert opus.coders()[0].encode[0] == str(program) == shutil.which("opusenc")


@pytest.mark.parametrize(
    ("codec", "own", "given"),
    [
        ("flac", SampleType.U8, SampleType.U8),
        ("flac", SampleType.F32, SampleType.S24),
        ("mp3", SampleType.S32, SampleType.S32),
        ("qoa", SampleType.U8, SampleType.S16),
        ("qoa", SampleType.S24, SampleType.S16),
    ],
)
def test_a_coder_is_given_what_it_takes(codec: str, own: SampleType, given: SampleType) -> None:
    (peer,) = [peer for peer in PEERS if peer.codec == codec]

    assert peer.coders()[0].given(own) is given
