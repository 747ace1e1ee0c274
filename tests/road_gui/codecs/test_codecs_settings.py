"""Settings of codecs are asked for, added and taken away."""

import pytest
from comparing import CLASSIC, impossible
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from road_gui.codecs.page import CodecsPage
from road_gui.codecs.setting_dialog import SettingDialog
from road_gui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("encoded_sound")


def test_a_setting_is_asked_for_and_added(
    qtbot: QtBot, page: CodecsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: SettingDialog) -> QDialog.DialogCode:
        assert dialog.box.currentData() == CLASSIC
        dialog.forms[CLASSIC].set_values({"superframe": 7})
        assert dialog.name.placeholderText() == "superframe 7"
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SettingDialog, "exec", fill)
    model = page.panel.settings_view.model
    before = len(model.checked())
    page.commands.add_setting.trigger()
    assert len(model.checked()) == before + 1
    entry = page.panel.settings_view.entry
    assert entry.setting.label == "superframe 7"
    assert entry.setting.params.superframe == 7
    assert page.commands.remove_setting.isEnabled()
    page.commands.remove_setting.trigger()
    assert len(model.checked()) == before
    assert not page.commands.remove_setting.isEnabled()
    page.commands.undo.trigger()
    assert page.panel.settings_view.entry is entry
    assert entry.setting in model.checked()
    assert not page.commands.undo.isEnabled()


def test_the_dialog_shows_every_codec_and_has_names_for_all(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = SettingDialog(CLASSIC, impossible(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.forms[CLASSIC].values()["variant"] == "a"
    assert dialog.box.count() == len(dialog.forms)
    for number in range(dialog.box.count()):
        dialog.box.setCurrentIndex(number)
        dialog.name.setText(f"name {number}")
        dialog.accept()
        assert dialog.setting.label == f"name {number}"
        assert dialog.setting.codec == dialog.box.itemData(number)
        dialog.show()


def test_values_that_do_not_fit_together_are_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = SettingDialog(CLASSIC, None, window)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(dialog.forms[CLASSIC], "values", lambda: {"superframe": 0})
    dialog.accept()
    assert dialog.setting is None
    assert dialog.isVisible()
    assert "1 to 256" in dialog.trouble.text()
