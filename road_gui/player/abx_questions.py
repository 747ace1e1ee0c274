"""What is asked before answers of a listening test would be lost."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from road_codec import AbxTest

translate = QCoreApplication.translate


class Fate(Enum):
    """What is to become of a result."""

    SAVED = "saved"
    DISCARDED = "discarded"
    KEPT = "kept"


def fate_of_result(parent: QWidget) -> Fate:
    """Ask whether a result that was not saved is to be; kept means that nothing is closed."""
    box = _box(parent, translate("AbxDialog", "Save the result?"))
    box.setInformativeText(translate("AbxDialog", "It is in no file yet."))
    kind = QMessageBox.StandardButton
    box.setStandardButtons(kind.Save | kind.Discard | kind.Cancel)
    box.setDefaultButton(kind.Save)
    box.exec()
    role = box.buttonRole(box.clickedButton())
    box.deleteLater()
    return {
        QMessageBox.ButtonRole.AcceptRole: Fate.SAVED,
        QMessageBox.ButtonRole.DestructiveRole: Fate.DISCARDED,
    }.get(role, Fate.KEPT)


def may_give_up(test: AbxTest, parent: QWidget) -> bool:
    """Ask whether a test may end before its last answer; says no word of what was right."""
    box = _box(parent, translate("AbxDialog", "Give the test up?"))
    box.setInformativeText(
        translate(
            "AbxDialog",
            "{answered} of {total} answers are given; without the others they are lost.",
        ).format(answered=test.n_answered, total=test.n_trials)
    )
    give_up = box.addButton(
        translate("AbxDialog", "Give up"), QMessageBox.ButtonRole.DestructiveRole
    )
    go_on = box.addButton(translate("AbxDialog", "Go on"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.exec()
    is_given_up = box.clickedButton() is give_up
    box.deleteLater()
    return is_given_up


def _box(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("AbxDialog", "Listening test (ABX)"))
    box.setText(text)
    return box
