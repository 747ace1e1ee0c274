"""Every source gets a target of its own, in the tree that it came from."""

from pathlib import Path

from road_codec import finish
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.targets import Destination, is_planned, plan_targets


def row(path: str, root: str = "", kind: Kind = Kind.ENCODE) -> Row:
    source = Path(path)
    return Row(source=source, root=Path(root) if root else source.parent, kind=kind)


def targets(rows: list[Row], output: str | None) -> list[str]:
    folder = Path(output) if output else None
    finish(plan_targets(rows, Destination(output=folder, decoded_suffix=".flac"))).take_over()
    return [str(row.target) for row in rows]


def test_beside_the_source() -> None:
    rows = [row("/m/a.wav"), row("/m/b.road.wav", kind=Kind.DECODE)]
    assert targets(rows, None) == ["/m/a.road.wav", "/m/b.decoded.flac"]


def test_a_folder_keeps_its_tree() -> None:
    rows = [row("/m/x/y/a.wav", "/m"), row("/m/a.wav", "/m"), row("/m/x/b.road.wav", "/m")]
    rows[2].kind = Kind.DECODE
    assert targets(rows, "/out") == ["/out/x/y/a.road.wav", "/out/a.road.wav", "/out/x/b.flac"]


def test_two_sources_never_share_a_target() -> None:
    rows = [row("/m/a.wav"), row("/m/a.flac"), row("/n/a.wav")]
    assert targets(rows, None) == ["/m/a.road.wav", "/m/a (2).road.wav", "/n/a.road.wav"]
    assert targets(rows, "/out") == [
        "/out/a.road.wav",
        "/out/a (2).road.wav",
        "/out/a (3).road.wav",
    ]


def test_a_number_stands_before_the_ending_whatever_dots_the_name_has() -> None:
    rows = [row("/m/01. Title.wav"), row("/n/01. Title.wav"), row("/o/Dr. No.flac")]
    assert targets(rows, "/out") == [
        "/out/01. Title.road.wav",
        "/out/01. Title (2).road.wav",
        "/out/Dr. No.road.wav",
    ]
    for one in rows:
        one.kind = Kind.DECODE
    assert targets(rows, "/out")[:2] == ["/out/01. Title.flac", "/out/01. Title (2).flac"]


def test_what_comes_later_does_not_take_the_target_of_what_is_done() -> None:
    rows = [row("/m/a.wav")]
    targets(rows, "/out")
    rows[0].state = State.DONE
    again, other = row("/m/a.wav"), row("/n/a.wav")
    rows += [again, other]
    assert targets(rows, "/out") == ["/out/a.road.wav", "/out/a.road.wav", "/out/a (2).road.wav"]


def test_a_named_target_is_left_alone() -> None:
    named = row("/m/a.road.wav", kind=Kind.DECODE)
    named.target, named.forced_target = Path("/else/b.wav"), True
    assert targets([named], "/out") == ["/else/b.wav"]


def test_thousands_of_equal_names_are_numbered_in_one_go() -> None:
    rows = [row(f"/{number}/a.wav") for number in range(5000)]
    assert targets(rows, "/out")[-1] == "/out/a (5000).road.wav"
    assert len({one.target for one in rows}) == 5000


def test_rows_that_are_not_chosen_are_left_as_they_are() -> None:
    rows = [row("/m/a.wav"), row("/n/a.wav")]
    destination = Destination(output=Path("/out"))
    finish(plan_targets(rows, destination, chosen={rows[1]})).take_over()
    assert rows[1].target == Path("/out/a.road.wav")
    assert rows[0].target is None
    assert not is_planned(rows[0], destination)


def test_a_plan_is_for_those_that_still_wait_and_by_its_own_destination() -> None:
    rows = [row("/m/a.wav"), row("/m/b.wav")]
    first, second = Destination(), Destination()
    plan = finish(plan_targets(rows, first))
    rows[1].state = State.DONE
    plan.take_over()
    assert is_planned(rows[0], first)
    assert not is_planned(rows[0], second)
    assert rows[1].target is None


def test_what_is_there_already_is_seen_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.road.wav").write_bytes(b"old")
    rows = [row(str(tmp_path / f"{name}.wav")) for name in "ab"]
    assert finish(plan_targets(rows, Destination())).existing == []
    plan = finish(plan_targets(rows, Destination(), looks=True))
    assert plan.undecided() == rows[:1]
    plan.take_over()
    rows[0].on_exists = "skip"
    assert plan.undecided() == []
