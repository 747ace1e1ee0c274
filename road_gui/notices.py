"""What a window says of its files when it opens: damaged ones, and those of another window."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def words_of_second_window() -> str:
    """Say that the queue is another window's."""
    return translate("MainWindow", "Another window is open: the queue of this one is not kept")


def damages(queue_copy: Path | None, settings_copy: Path | None) -> Iterator[str]:
    """Yield a sentence for each file that was damaged, by where its copy lies."""
    if queue_copy is not None:
        yield translate("MainWindow", "The saved queue was damaged; it is in {path}").format(
            path=queue_copy
        )
    if settings_copy is not None:
        yield translate(
            "MainWindow", "The settings were damaged and start afresh; the old ones are in {path}"
        ).format(path=settings_copy)
