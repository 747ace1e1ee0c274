"""Takes pictures of every page, light and dark, with real files in them.

In each language and for ordinary and fine screens, each into a folder of its own inside of
FOLDER; with `--language` and `--scale` just one of these, into FOLDER itself.  It needs no
screen, and draws on none unless QT_QPA_PLATFORM names one.  Without a sound card nothing plays;
tests/tools/virtual_sink.sh is one.  Nothing of the user's settings is read or changed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtCore import QEventLoop, QLocale, QSettings, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from road_gui.app import built_window, prepare
from road_gui.codecs.columns import Column
from road_gui.codecs.rows import State
from road_gui.codecs.setting_dialog import SettingDialog
from road_gui.compare.spectra import Side
from road_gui.encoder.existing_dialog import ExistingDialog
from road_gui.encoder.preset_dialog import PresetDialog
from road_gui.encoder.report_dialog import ReportDialog
from road_gui.encoder.row_settings import RowSettingsDialog
from road_gui.encoder.rows import Kind, Row
from road_gui.help import AboutDialog, KeysDialog
from road_gui.language import KEY, LANGUAGES
from road_gui.main_window import MainWindow
from road_gui.player import state
from road_gui.player.abx_dialog import AbxDialog
from road_gui.player.source import Heard
from road_gui.settings import Settings
from road_gui.theme import Theme

SIZE = (1280, 800)
SMALL = (1024, 640)
RATE_HZ = 44_100
PATIENCE_MS = 180_000
SCALES = (1, 2)


def main() -> int:
    parser = argparse.ArgumentParser(prog="packaging/screenshots", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--scale", type=int, choices=SCALES)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.language and asked.scale:
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
        take_pictures(asked.folder, asked.language)
        return 0
    # A process has one scale.
    for language in [asked.language] if asked.language else LANGUAGES:
        for scale in [asked.scale] if asked.scale else SCALES:
            folder = asked.folder / f"{language}-{scale}x"
            wish = [f"--language={language}", f"--scale={scale}"]
            subprocess.run([sys.executable, __file__, os.fspath(folder), *wish], check=True)
    return 0


def take_pictures(folder: Path, language: str) -> None:
    """Take all pictures in one language, at the scale of this process."""
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    app = QApplication(["screenshots"])
    with tempfile.TemporaryDirectory() as scratch:
        # The window shows what lies in a home as "~/Music", like any other person's files.
        os.environ["HOME"] = scratch
        os.environ.pop("XDG_CONFIG_HOME", None)
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / ".cache")
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch)
        Settings().set(KEY, language)
        settings, theme = prepare(app)
        window = built_window(settings, theme)
        window.resize(*SIZE)
        window.show()
        Photographer(folder, window, theme).take_all(Path(scratch) / "Music" / "Field recordings")
        window.convert.shut_down()
        window.close()


class Photographer:
    """Brings the window into every state worth a picture."""

    def __init__(self, folder: Path, window: MainWindow, theme: Theme) -> None:
        self._folder = folder
        self._window = window
        self._theme = theme

    def take_all(self, sounds: Path) -> None:
        window, convert = self._window, self._window.convert
        self._take("welcome")
        window.commands.convert.trigger()
        self._take("convert-empty")
        make_sounds(sounds)
        with until(convert.adder.added):
            convert.add_paths([sounds])
        convert.panel.output.measure_box.setChecked(True)
        with until(convert.queue.finished):
            convert.start()
        self._take("convert-done")
        convert.panel.output.measure_box.setChecked(False)
        self._take_dialogs(sounds)
        self._take_queue(sounds)
        with until(window.player.opened):
            window.open_in_player(sounds / "Blackbird at dawn.road.wav")
        pause(1500)
        self._take("player")
        window.commands.tour.trigger()
        self._take("tour")
        window.tour.finish()
        self._take_playing()
        self._take_others()
        window.resize(*SMALL)
        self._take("player-small")
        window.resize(*SIZE)
        self._take_listening_test()
        self._take_compare(sounds)
        self._take_codecs(sounds)
        self._take_fractal(sounds)
        for name, dialog in (
            ("keys", KeysDialog(window.menus.titled_actions(), window)),
            ("about", AboutDialog(window)),
        ):
            dialog.show()
            self._take(name, dialog)
            dialog.close()

    def _take_dialogs(self, sounds: Path) -> None:
        """Picture what is asked and told about the queue."""
        window, convert = self._window, self._window.convert
        report = ReportDialog(
            convert.model,
            convert.queue.totals(),
            convert.commands.retry,
            Settings(),
            self._theme,
            window,
        )
        rows = [
            Row(source=path, root=sounds, kind=Kind.ENCODE, target=path)
            for path in sorted(sounds.glob("*.road.wav"))
        ]
        existing = ExistingDialog(rows, window)
        existing.model.decide([1], "overwrite")
        own = RowSettingsDialog(
            [Row(source=sounds / "a.wav", root=sounds, kind=Kind.ENCODE)],
            encoding=convert.panel.encoding.shown(),
            options=convert.panel.options(),
            suffix=".wav",
            store=convert.panel.store,
            parent=window,
        )
        preset = PresetDialog(convert.panel.store, "road-classic", {}, None, window)
        preset.name.setText("Field recordings")
        for name, dialog in {
            "report": report,
            "existing": existing,
            "row-settings": own,
            "save-preset": preset,
        }.items():
            dialog.show()
            self._take(name, dialog)
            dialog.close()

    def _take_others(self) -> None:
        """Picture the waves of what else can be heard than the decoded sound."""
        hear = self._window.player.commands.hear
        for heard in (Heard.ORIGINAL, Heard.ERROR):
            hear[heard].trigger()
            pause(1500)
            self._take(f"player-{heard.value}")
        hear[Heard.DECODED].trigger()

    def _take_playing(self) -> None:
        """Picture loop, meter and spectra, if there is a sound card to play on."""
        player = self._window.player
        player.loop.set_stretch(4.2, 9.1)
        player.engine.seek(4.5)
        player.engine.play()
        pause(2500)
        if player.engine.state is state.State.PLAYING:
            for action in (player.commands.spectrum, player.commands.spectrogram):
                action.setChecked(True)
                pause(4000)
                self._take(f"player-{action.text().replace('&', '').lower()}")
                action.setChecked(False)
        player.engine.stop()
        player.loop.clear()

    def _take_listening_test(self) -> None:
        self._window.player.commands.listening_test.trigger()
        dialog = self._window.player.findChild(AbxDialog)
        pause(1500)
        self._take("listening-test", dialog)
        dialog.close()

    def _take_compare(self, sounds: Path) -> None:
        """Picture two sounds from far and near, with and without their spectra."""
        page = self._window.compare
        self._window.commands.compare.trigger()
        self._take("compare-empty")
        with until(page.surveyed):
            self._window.open_in_compare(None, sounds / "Blackbird at dawn.road.wav")
        survey, spectra = page.survey, page.spectra
        with until(survey.measured, lambda: survey.whole and survey.stretch):
            page.view.select(4.0 * RATE_HZ, 6.5 * RATE_HZ)
        page.view.set_cursor(7.2 * RATE_HZ)
        self._take("compare-waves")
        with until(spectra.changed, lambda: len(spectra.summaries) == len(Side)):
            page.commands.show_spectra.trigger()
        page.commands.show_waves.trigger()
        form = page.panel.form
        with until(spectra.changed, lambda: len(spectra.summaries) == len(Side)):
            form.overclocking.setCurrentIndex(1)
        form.scale.setCurrentIndex(form.scale.findData("linear"))
        self._take("compare-spectra")
        page.commands.show_waves.trigger()
        with until(spectra.changed, lambda: len(spectra.summaries) == len(Side)):
            form.overclocking.setCurrentIndex(0)
        form.scale.setCurrentIndex(form.scale.findData("log"))
        self._window.resize(*SMALL)
        self._take("compare-small")
        self._window.resize(*SIZE)
        page.commands.show_spectra.trigger()
        page.view.show(2.268 * RATE_HZ, 2.2695 * RATE_HZ)
        pause(1000)
        self._take("compare-samples")

    def _take_queue(self, sounds: Path) -> None:
        """Picture the queue in the middle of its work, one file failed."""
        convert = self._window.convert
        with until(convert.adder.added):
            convert.add_paths([sounds.with_name("New")])
        with until(convert.queue.row_changed, lambda row: (row.fraction or 0) > 0.3):
            convert.start()
        convert.view.selectRow(1)
        self._take("convert-running")
        convert.commands.pause.trigger()
        self._take("convert-pausing")
        convert.commands.settings.setChecked(False)
        self._take("convert-columns")
        convert.commands.settings.setChecked(True)
        with until(convert.queue.finished):
            convert.commands.stop.trigger()
        output = convert.panel.output
        output.set_folder(str(sounds.with_name("Encoded")))
        output.names.edit.setText("{artist}/{album}/{title}")
        self._take("convert-names")
        output.names.edit.setText("{artst}/{title}")
        self._window.resize(*SMALL)
        self._take("convert-names-wrong")
        self._window.resize(*SIZE)
        output.names.edit.clear()
        sections = convert.panel.sections
        sections["output"].set_open(False)
        convert.panel.encoding.form.more.set_open(True)
        self._take("convert-encoding")
        sections["encoding"].set_open(False)
        sections["decoding"].set_open(True)
        convert.panel.decoding.params.more.set_open(True)
        self._take("convert-decoding")
        self._window.resize(*SMALL)
        self._take("convert-small")
        self._window.resize(*SIZE)

    def _take_fractal(self, sounds: Path) -> None:
        """Picture a sound without maps, a frame, a map from near, and no pass at all."""
        window, page = self._window, self._window.fractal
        with until(page.explorer.refused):
            page.open_path(sounds / "Blackbird at dawn.wav")
        window.commands.fractal.trigger()
        self._take("fractal-without-maps")
        with until(page.explorer.survey.finished):
            page.open_path(sounds / "Blackbird at dawn.road.wav")
        with until(page.explorer.look_changed):
            page.head.superframe.setValue(page.head.superframe.value() + 3)
        self._take("fractal")
        page.explorer.show_pair()
        self._take("fractal-pair")
        page.explorer.set_passes(0)
        page.explorer.show_all()
        self._take("fractal-superframe")
        page.explorer.show_frame()
        window.resize(*SMALL)
        self._take("fractal-small")
        window.resize(*SIZE)

    def _take_codecs(self, sounds: Path) -> None:
        """Picture the comparison of codecs before, during and after its work."""
        window, page = self._window, self._window.codecs
        window.commands.codecs.trigger()
        self._take("codecs-empty")
        with until(page.panel.sound.changed, lambda: page.panel.sound.sound is not None):
            page.take_path(sounds / "Blackbird at dawn.wav")
        page.panel.sound.seconds_box.setValue(4.0)
        with until(page.queue.row_changed, lambda _: page.queue.fraction > 0.3):
            page.start()
        self._take("codecs-running")
        if page.is_running:
            with until(page.queue.finished):
                pass
        page.results.view.choose(page.model.rows[1])
        self._take("codecs")
        page.commands.orders[Column.SNR].trigger()
        failed = [row for row in page.model.rows if row.state is State.FAILED]
        page.results.view.choose((failed or list(page.model.rows))[-1])
        page.commands.measures[Column.SPECTRAL].trigger()
        self._take("codecs-sorted")
        window.resize(*SMALL)
        self._take("codecs-small")
        window.resize(*SIZE)
        dialog = SettingDialog(page.model.rows[0].setting.codec, None, window)
        dialog.show()
        self._take("codecs-setting", dialog)
        dialog.close()

    def _take(self, name: str, widget: QWidget | None = None) -> None:
        for mode in ("light", "dark"):
            self._theme.set_mode(mode)
            pause(200)
            (widget or self._window).grab().save(str(self._folder / f"{name}-{mode}.png"))


def make_sounds(folder: Path) -> None:
    """Write a few sounds, one of them broken, and a long one to be busy with."""
    new = folder.with_name("New")
    for needed in (folder, new):
        needed.mkdir(parents=True)
    names = ("Blackbird at dawn.wav", "River under the old bridge.flac", "Town hall bells.aiff")
    for number, name in enumerate(names):
        soundfile.write(folder / name, melody(18 + 7 * number, number), RATE_HZ, "PCM_16")
    (folder / "Broken recording.wav").write_bytes(b"RIFF\x10\0\0\0WAVEfmt ")
    soundfile.write(new / "Rain, the whole night.wav", melody(240, 5), RATE_HZ, "PCM_16")
    soundfile.write(new / "Wind in the reeds.wav", melody(9, 6), RATE_HZ, "PCM_16")


def melody(seconds: float, seed: int) -> np.ndarray:
    """Return plucked notes in two channels."""
    chance = np.random.default_rng(seed)
    time = np.arange(round(0.45 * RATE_HZ)) / RATE_HZ
    scale = 220 * 2 ** (np.array([0, 2, 4, 7, 9, 12, 14, 16]) / 12)
    notes = []
    for _ in range(round(seconds / 0.45)):
        pitch = chance.choice(scale)
        tone = sum(np.sin(2 * np.pi * pitch * k * time) / k**1.5 for k in range(1, 6))
        note = tone * np.exp(-time * chance.uniform(3, 9)) * chance.uniform(0.1, 0.3)
        left = chance.uniform(0.2, 0.8)
        notes.append(np.stack([left * note, (1 - left) * note], axis=1))
    sound = np.concatenate(notes)
    return 0.8 * sound / np.abs(sound).max()


@contextmanager
def until(signal: SignalInstance, holds: object = None) -> Iterator[None]:
    """Go on only when a signal has come, and what it carries is as wanted."""
    loop = QEventLoop()
    come: list[bool] = []

    def take(*values: object) -> None:
        if not callable(holds) or holds(*values):
            come.append(True)
            loop.quit()

    connection = signal.connect(take)
    try:
        yield
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        if not come:
            loop.exec()
    finally:
        signal.disconnect(connection)
    if not come:
        raise TimeoutError(f"nothing came of {signal}")


def pause(milliseconds: int) -> None:
    """Let the window catch up."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
