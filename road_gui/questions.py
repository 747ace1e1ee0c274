"""What the window asks: which file, and before something ends, is replaced or forgotten."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from road_codec import SOUND_ENDINGS, plan_jobs
from road_gui.file_filters import encoded_filter
from road_gui.settings import Settings

translate = QCoreApplication.translate


def may_stop(parent: QWidget, *, converts: bool, measures: bool) -> bool:
    """Ask whether the work that is going on may end with the window; it may where there is none."""
    if not converts and not measures:
        return True
    if converts and measures:
        text = translate(
            "MainWindow", "Files are being converted and codecs measured. Stop and quit?"
        )
    elif converts:
        text = translate("MainWindow", "Files are being converted. Stop and quit?")
    else:
        text = translate("MainWindow", "Codecs are being measured. Stop and quit?")
    unfinished = translate(
        "MainWindow", "What is unfinished is removed, and will be in the queue next time."
    )
    unsaved = translate("MainWindow", "Results that you have not saved are lost.")
    return _agreed(
        parent,
        text,
        "\n".join([unfinished] * converts + [unsaved] * measures),
        yes=translate("MainWindow", "Stop and quit"),
        no=translate("MainWindow", "Go on"),
    )


def may_reset(parent: QWidget) -> bool:
    """Ask whether all settings may be forgotten."""
    return _agreed(
        parent,
        translate("MainWindow", "Set everything back to how it was at the first start?"),
        translate(
            "MainWindow",
            "The window closes and opens anew. Your files, your presets and the queue stay.",
        ),
        yes=translate("MainWindow", "Reset settings"),
        no=translate("MainWindow", "Keep them"),
    )


def encoded_file(settings: Settings, parent: QWidget) -> Path | None:
    """Ask for a file to listen to; None where nobody wants one any more."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("MainWindow", "Open a ROAD file"),
        settings.value("folders/open", str(Path.home())),
        encoded_filter() + ";;" + translate("MainWindow", "All files (*)"),
    )
    if name:
        settings.set("folders/open", str(Path(name).parent))
    return Path(name) if name else None


def target_for(source: Path, parent: QWidget) -> Path | None:
    """Ask where an encoded file is to be decoded to; None where nobody wants that any more."""
    wished = plan_jobs([source], None, suffix=".wav", decoded=True)[0].target
    dialog = QFileDialog(
        parent,
        translate("MainWindow", "Save the decoded sound"),
        str(source.parent),
        translate("MainWindow", "Sounds (*.wav *.flac *.aiff *.caf *.ogg *.opus *.mp3)"),
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Given here, for it has to be there when the dialog asks whether to overwrite.
    dialog.setDefaultSuffix("wav")
    dialog.selectFile(wished.name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    if chosen is None:
        return None
    target = _named_as_sound(chosen)
    # Of a name that was completed the dialog has not asked.
    is_asked = target == chosen or not target.exists()
    return target if is_asked or _may_replace(target, parent) else None


def _may_replace(target: Path, parent: QWidget) -> bool:
    answer = QMessageBox.question(
        parent,
        translate("MainWindow", "Save the decoded sound"),
        translate("MainWindow", "{name} is there already. Replace it?").format(name=target.name),
        defaultButton=QMessageBox.StandardButton.No,
    )
    return answer == QMessageBox.StandardButton.Yes


def _agreed(parent: QWidget, text: str, more: str, *, yes: str, no: str) -> bool:
    """Ask with two buttons, of which the harmless one is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("MainWindow", "ROAD Studio"))
    box.setText(text)
    box.setInformativeText(more)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.exec()
    is_agreed = box.clickedButton() is agree
    box.deleteLater()
    return is_agreed


def _named_as_sound(path: Path) -> Path:
    """Complete a name whose ending is of no sound: what is written there is a WAVE file."""
    known = path.suffix.lower() in SOUND_ENDINGS
    return path if known else path.with_name(f"{path.name}.wav")
