"""The page that the tests are about."""

import pytest
from comparing import CLASSIC
from PySide6.QtCore import Qt

from road_gui.codecs.page import CodecsPage
from road_gui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> CodecsPage:
    """Return the page, shown, with the settings of one codec checked."""
    window.commands.codecs.trigger()
    model = window.codecs.panel.settings_view.model
    for number, group in enumerate(model.groups):
        if group.codec.id != CLASSIC:
            model.setData(
                model.index(number, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
            )
    return window.codecs
