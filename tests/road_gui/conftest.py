"""A window without a screen, settings without a home, sounds without a sound card."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

# Before Qt is imported: the platform is chosen when the application is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from programs import Program
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_gui.language import locale_of, translate_into
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

RATE_HZ = 8000
_HARMLESS = ("propagateSizeHints", "XDG_RUNTIME_DIR", "raise()")

MakeSound = Callable[..., Path]

# Focus, keys, drags and pixels come from the server; what work does in these modules' pages
# is tested without a screen, and would only be waited for again.
_ON_SCREEN = {
    "test_codecs_views",
    "test_compare_page",
    "test_compare_picture",
    "test_fractal_page",
    "test_fractal_strip",
    "test_gui_closing",
    "test_gui_columns",
    "test_gui_dialogs",
    "test_gui_dropping",
    "test_gui_forms",
    "test_gui_help",
    "test_gui_keyboard",
    "test_gui_main_window",
    "test_gui_queue_view",
    "test_gui_room",
    "test_gui_theme",
    "test_player_abx",
    "test_player_keys",
    "test_player_page",
    "test_plots_rate",
    "test_plots_spectrum",
    "test_plots_waveform",
    "test_welcome",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    known = {path.stem for path in Path(__file__).parent.rglob("test_*.py")}
    assert known >= _ON_SCREEN, f"no such modules: {_ON_SCREEN - known}"
    for item in items:
        if item.path.stem in _ON_SCREEN:
            item.add_marker(pytest.mark.screen)


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    translate_into(qapp, QLocale())
    qapp.setStyle("Fusion")


@pytest.fixture(autouse=True)
def no_qt_warnings(qapp: QApplication) -> Iterator[None]:
    """Fail a test in which Qt complained of anything."""
    seen: list[str] = []

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not harmless and not any(word in message for word in _HARMLESS):
            seen.append(message)

    before = qInstallMessageHandler(take)
    # Outside an event loop nobody else deletes the windows of the tests before, and
    # each of them would be painted anew with every change of theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
    qInstallMessageHandler(before)
    assert seen == []


@pytest.fixture(autouse=True)
def own_settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the settings and presets of every test in a folder of its own."""
    folder = tmp_path / "settings"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder


@pytest.fixture(autouse=True)
def own_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what every test would put into the user's cache in a folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    """Speak Russian as long as a test lasts; named before `window`, for that too."""
    before = QLocale()
    locale = locale_of("ru")
    QLocale.setDefault(locale)
    translators = translate_into(qapp, locale)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme("light", qapp)
    made.apply()
    return made


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, theme: Theme) -> MainWindow:
    """Return a shown window; it is closed, and its threads are ended, after the test."""
    settings.set("window/welcomed", True)  # as after the first start
    made = MainWindow(settings, theme)
    # It asks nothing, whatever a failed test has left at work.
    qtbot.addWidget(made, before_close_func=MainWindow.end)
    made.show()
    return made


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Return a function that starts the window; all of them have ended after the test."""
    started: list[Program] = []

    def start(*words: str | Path) -> Program:
        started.append(Program(words, tmp_path))
        return started[-1]

    yield start
    for one in started:
        if one.is_running:
            one.end(signal.SIGKILL)


@pytest.fixture
def make_sound(tmp_path: Path) -> MakeSound:
    """Return a function that writes a sound of some seconds and returns its path."""
    folder = tmp_path / "sounds"

    def make(name: str, seconds: float = 0.5, rate_hz: int = RATE_HZ) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(len(name)).standard_normal(round(seconds * rate_hz))
        soundfile.write(path, 0.1 * noise, rate_hz, "PCM_16")
        return path

    return make


@pytest.fixture(scope="session")
def encoded_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an encoded file; making it also compiles the kernels, so that no test waits."""
    folder = tmp_path_factory.mktemp("encoded")
    tone = 0.3 * np.sin(np.arange(RATE_HZ) * 0.3)
    soundfile.write(folder / "tone.wav", tone, RATE_HZ, "PCM_16")
    finish(encode(folder / "tone.wav", folder / "tone.road.wav"))
    return folder / "tone.road.wav"
