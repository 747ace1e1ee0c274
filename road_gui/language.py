"""The language of the window: which ones there are, and how the chosen one is installed."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources

KEY = "window/language"
"""Under which name the choice is kept among the settings."""

SYSTEM = "system"

LANGUAGES = {
    "en": (QLocale.Language.English, "English"),
    "ru": (QLocale.Language.Russian, "Русский"),
}
"""What can be chosen: the code, and the name that its own speakers know it by."""


def locale_of(choice: str) -> QLocale:
    """Return the locale of a choice; one that is not known is that of the system.

    Where the system speaks the chosen language already, its country is kept: it
    writes numbers and dates in its own way.
    """
    here = QLocale()
    if choice not in LANGUAGES or here.language() == LANGUAGES[choice][0]:
        return here
    return QLocale(LANGUAGES[choice][0])


def translate_into(app: QApplication, locale: QLocale) -> list[QTranslator]:
    """Install the words of a language; English is there for its plurals.

    The one that is installed last is asked first. Qt's own words, such as those on
    the buttons of its dialogs, come with Qt.

    Returns
    -------
    list of QTranslator
        What was installed, so that it can be removed again.
    """
    ours = str(resources.path_of("translations"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for language, name, folder in (
        (QLocale(QLocale.Language.English), "road_gui", ours),
        (locale, "qtbase", qt),
        (locale, "road_gui", ours),
        (locale, "road_codec", ours),
    ):
        translator = QTranslator(app)
        if translator.load(language, name, "_", folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
