"""Presets in the window: chosen, recognised, kept, shared with the command line."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from road_codec import Preset, PresetStore, write_preset
from road_gui.encoder.params_form import EncoderForm
from road_gui.encoder.preset_dialog import PresetDialog
from road_gui.encoder.preset_menu import PresetMenu
from road_gui.settings import Settings

MINE = Preset(name="Mine", codec="road-classic", values={"mixing": "none"}, text="For tests.")


@pytest.fixture
def store() -> PresetStore:
    return PresetStore()


@pytest.fixture
def form(qtbot: QtBot, settings: Settings, store: PresetStore) -> EncoderForm:
    made = EncoderForm(settings, store)
    qtbot.addWidget(made)
    made.show()
    return made


def names(form: EncoderForm) -> list[str]:
    return [form.presets.itemText(number) for number in range(form.presets.count())]


def choose(form: EncoderForm, name: str) -> None:
    """Choose as a person does, with a signal that only people cause."""
    number = form.presets.findText(name)
    form.presets.setCurrentIndex(number)
    form.presets.activated.emit(number)


def test_the_folder_is_that_of_the_test(store: PresetStore, own_settings_folder: Path) -> None:
    assert own_settings_folder in store.folder.parents


def test_a_preset_sets_the_values_and_is_recognised(form: EncoderForm, settings: Settings) -> None:
    assert names(form) == ["Small", "Standard", "Fine", "Exact", "Custom"]
    assert form.presets.preset_name == "Standard"
    choose(form, "Small")
    assert form.params().smallest_range == 16
    assert form.encoding().preset == "Small"
    form.form.set_values({"smallest_range": 32})
    assert form.presets.currentText() == "Custom"
    assert form.encoding().preset == ""
    form.form.set_values({"smallest_range": 16})
    assert form.presets.currentText() == "Small"
    assert EncoderForm(settings, PresetStore()).presets.currentText() == "Small"


def test_custom_is_no_choice_while_the_values_are_a_preset(form: EncoderForm) -> None:
    choose(form, "Custom")
    assert form.presets.currentText() == "Standard"


def test_what_the_command_line_has_kept_is_offered(form: EncoderForm, store: PresetStore) -> None:
    store.save(MINE)
    form.presets.reload()
    assert names(form)[-2:] == ["Mine", "Custom"]
    choose(form, "Mine")
    assert form.params().mixing == "none"
    # A file that is no preset hides none of the others.
    (store.folder / "bad.json").write_text("{")
    form.presets.reload()
    assert names(form)[-2:] == ["Mine", "Custom"]


def test_settings_are_kept_under_a_name(qtbot: QtBot, store: PresetStore) -> None:
    dialog = PresetDialog(store, "road-classic", {"mixing": "side"}, None)
    qtbot.addWidget(dialog)
    dialog.show()
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not save.isEnabled()
    for name, word in (("small", "came with the program"), ("a/b", "a character")):
        qtbot.keyClicks(dialog.name, name)
        qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
        assert word in dialog.problem.text() or "is the name of one" in dialog.problem.text()
        assert dialog.problem.isVisible()
        dialog.name.clear()
    qtbot.keyClicks(dialog.name, "Mine")
    qtbot.keyClicks(dialog.text, "Sides.")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert dialog.result() == 1
    assert store.find("Mine").values == {"mixing": "side"}
    assert store.find("Mine").text == "Sides."


def test_a_preset_is_replaced_only_when_that_was_said(qtbot: QtBot, store: PresetStore) -> None:
    store.save(MINE)
    dialog = PresetDialog(store, "road-classic", {"mixing": "side"}, MINE)
    qtbot.addWidget(dialog)
    assert (dialog.name.text(), dialog.text.text()) == ("Mine", "For tests.")
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    save.click()
    assert save.text() == "Replace"
    assert store.find("Mine") == MINE
    dialog.name.setText("Mine ")  # another name, perhaps: it is asked anew
    assert save.text() == "Save"
    save.click()
    save.click()
    assert store.find("Mine").values == {"mixing": "side"}


def test_a_preset_goes_out_and_comes_in(
    form: EncoderForm, store: PresetStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(MINE)
    form.presets.reload()
    choose(form, "Mine")
    file = tmp_path / "out.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    form.preset_menu.export.trigger()
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: answers.pop(0))
    form.preset_menu.delete.trigger()
    assert "Mine" in names(form)
    form.preset_menu.delete.trigger()
    assert "Mine" not in names(form)
    assert form.presets.currentText() == "Custom"  # the values stay

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    form.preset_menu.take_in.trigger()
    assert form.presets.currentText() == "Mine"
    assert form.preset_menu.delete.isEnabled()
    choose(form, "Fine")
    assert not form.preset_menu.delete.isEnabled()


@pytest.mark.parametrize("is_allowed", [True, False])
def test_importing_over_one_of_the_same_name_asks(
    is_allowed: bool,
    form: EncoderForm,
    store: PresetStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.save(Preset(name="Mine", codec="road-classic"))
    file = write_preset(MINE, tmp_path / "in.json")
    told: list[Any] = []
    button = QMessageBox.StandardButton.Yes if is_allowed else QMessageBox.StandardButton.No
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: button)
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words))
    form.preset_menu.take_in.trigger()
    assert (store.find("Mine") == MINE) == is_allowed
    assert told == []


def test_what_is_no_preset_is_refused_in_words(
    form: EncoderForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.json").write_text("[]")
    told: list[str] = []
    name = str(tmp_path / "in.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (name, ""))
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    form.preset_menu.take_in.trigger()
    assert "is no preset" in told[0]


def test_the_button_is_reached_by_tab(form: EncoderForm) -> None:
    menu: PresetMenu = form.preset_menu
    assert menu.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert menu.button.accessibleName()
