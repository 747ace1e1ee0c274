"""Whatever a tag says, a name comes of it that every file system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from road_codec.file_names import folded, made_safe, what_is_wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Träumerei", "Träumerei"),
        ("AC/DC", "AC_DC"),
        ("What? Why: *", "What_ Why_ _"),
        ("..", "_"),
        (".hidden", "_hidden"),
        ("the end...", "the end"),
        ("  two  ", "two"),
        ("con", "_con"),
        ("NUL.tar", "_NUL.tar"),
        ("a\nb\0c\udcff", "a_b_c_"),
        ("", "_"),
        ("é" * 9, "é" * 5),
    ],
)
def test_a_text_becomes_a_name(text: str, name: str) -> None:
    assert made_safe(text, 10 if text == "é" * 9 else 100) == name
    assert what_is_wrong(name) == ""


@given(st.text(st.characters(exclude_categories=[])), st.integers(8, 300))
def test_any_text_becomes_a_name(text: str, size: int) -> None:
    name = made_safe(text, size)
    assert what_is_wrong(name) == ""
    assert len(name.encode()) <= size
    assert made_safe(name, size) == name


@pytest.mark.parametrize("name", ["", ".", "a/b", "a\\b", "a ", " a", "a.", "aux", "Com1.x", "a\n"])
def test_what_is_wrong_is_said(name: str) -> None:
    assert what_is_wrong(name)


def test_names_that_some_systems_take_for_the_same_are_folded() -> None:
    assert folded("E\u0301TUDE") == folded("étude")
