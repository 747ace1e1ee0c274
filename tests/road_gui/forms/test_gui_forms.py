"""A form shows exactly what the library describes, and lets nothing else in."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, Param, all_codecs, describe
from road_gui.forms.fields import AutomaticNumberField, ChoiceField, FlagField, NumberField
from road_gui.forms.number_box import NumberBox
from road_gui.forms.params_form import ParamsForm

PARAMS = [param for codec in all_codecs() for param in describe(codec.params_type)]
PARAMS += describe(DecodeOptions)


def _id(param: Param) -> str:
    return param.name


@pytest.mark.parametrize("param", PARAMS, ids=_id)
def test_limits_are_those_of_the_description(param: Param, qtbot: QtBot) -> None:
    form = ParamsForm([param])
    qtbot.addWidget(form)
    field = form.fields[param.name]
    assert field.value() == param.default
    assert param.doc in field.toolTip()
    match field:
        case NumberField():
            assert (field.box.low, field.box.high) == (param.low, param.high)
            assert isinstance(field, AutomaticNumberField) == bool(param.automatic)
            assert param.describe_limits() in field.toolTip()
        case ChoiceField():
            offered = [field.box.itemData(number) for number in range(field.box.count())]
            assert offered == ([None] if param.automatic else []) + list(param.among)
        case FlagField():
            assert param.kind == "flag"


@pytest.mark.parametrize("param", [p for p in PARAMS if p.kind == "number"], ids=_id)
def test_a_number_beyond_a_limit_moves_to_it(param: Param, qtbot: QtBot) -> None:
    assert param.low is not None
    assert param.high is not None
    box = NumberBox(param, param.low)
    qtbot.addWidget(box)
    beyond = {param.high: param.high * 10, param.low: -abs(param.low) - 1}
    for limit, number in beyond.items():
        box.lineEdit().setText(str(number))
        box.commit()
        assert box.value == limit
        param.check(box.value)
    box.stepBy(-1)
    assert box.value == param.low


NUMBER = Param(name="seed", kind="number", default=0, low=0, high=(1 << 63) - 1, doc="A seed.")
REAL = Param(name="level", kind="number", default=1.0, low=0.0, high=1e21, doc="A level.")


def test_a_large_whole_number_keeps_every_digit(qtbot: QtBot) -> None:
    box = NumberBox(NUMBER, 0)
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "\b9223372036854775806")
    assert box.value == 9223372036854775806
    box.stepBy(1)
    assert box.text() == "9223372036854775807"
    box.stepBy(1)
    assert box.value == (1 << 63) - 1


@pytest.mark.parametrize(("start", "after"), [(10_000.0, 11_000.0), (1.4e13, 1.5e13), (0.0, 1.0)])
def test_a_real_number_steps_by_its_size(start: float, after: float, qtbot: QtBot) -> None:
    box = NumberBox(REAL, start)
    qtbot.addWidget(box)
    box.stepBy(1)
    assert box.value == pytest.approx(after)


def test_what_is_no_number_is_refused_while_typing(qtbot: QtBot) -> None:
    box = NumberBox(NUMBER, 12)
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "x.")
    assert box.text() == "12"


def test_automatic_asks_for_no_number(qtbot: QtBot) -> None:
    param = next(param for param in PARAMS if param.kind == "number" and param.automatic)
    form = ParamsForm([param])
    qtbot.addWidget(form)
    field = form.fields[param.name]
    assert isinstance(field, AutomaticNumberField)
    assert field.value() is None
    assert not field.box.isEnabled()
    hints = [label.text().lower() for label in field.findChildren(QLabel)]
    assert param.automatic.lower() in hints
    with qtbot.waitSignal(form.changed):
        field.automatic.setChecked(False)
    assert field.box.isEnabled()
    param.check(field.value())


def test_what_differs_from_the_defaults_is_kept(qtbot: QtBot) -> None:
    described = describe(all_codecs()[0].params_type)
    one, other = ParamsForm(described), ParamsForm(described)
    qtbot.addWidget(one)
    qtbot.addWidget(other)
    assert one.to_text() == "{}"
    wanted: dict[str, Any] = {"smallest_range": 16, "range_threshold": 2500.0, "strict": True}
    one.set_values(wanted)
    other.set_text(one.to_text())
    assert other.values() == one.values()
    assert {name: other.values()[name] for name in wanted} == wanted
    other.reset()
    assert other.to_text() == "{}"


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"superframe": 0, "mixing": 3, "x": 1}'])
def test_kept_values_that_are_not_allowed_are_left_out(text: str, qtbot: QtBot) -> None:
    form = ParamsForm(describe(all_codecs()[0].params_type))
    qtbot.addWidget(form)
    before = form.values()
    form.set_text(text)
    assert form.values() == before


def test_rare_settings_are_folded_away(qtbot: QtBot) -> None:
    form = ParamsForm(describe(all_codecs()[0].params_type))
    qtbot.addWidget(form)
    form.show()
    field = form.fields["superframe"]
    assert not field.isVisible()
    qtbot.mouseClick(form.more.heading, Qt.MouseButton.LeftButton)
    assert field.isVisible()


def test_escape_leaves_a_number_field_with_a_number_in_it(qtbot: QtBot) -> None:
    box = NumberBox(NUMBER, 5)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "-")
    assert box.text() == "-"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.value) == ("5", 5)
    assert not box.hasFocus()
