"""With what the program computes and plays here: looked for when somebody asks."""

import contextlib
import importlib.util

from PySide6.QtCore import QCoreApplication

from road_codec import usable_cores
from road_gui.player.output import DeviceError, load

translate = QCoreApplication.translate


def back_ends() -> list[str]:
    """Say a line each of processors, GPU, and the libraries for sound."""
    n_threads = usable_cores()
    search = translate("AboutDialog", "Search: Numba, %n thread(s)", "", n_threads)
    lines = [search, _gpu()]
    with contextlib.suppress(ImportError, OSError):
        import soundfile

        lines.append(f"libsndfile {soundfile.__libsndfile_version__}")
    try:
        lines.append(load().get_portaudio_version()[1].split(",")[0])
    except DeviceError as error:
        lines.append(str(error))
    return lines


def _gpu() -> str:
    # Only looked for: to try a GPU takes seconds, and says in its notices what is wrong with it.
    if importlib.util.find_spec("cupy") is None:
        return translate("AboutDialog", "GPU: not used, for CuPy is not installed")
    return translate("AboutDialog", "GPU: CuPy is installed; a card is tried when it is chosen")
