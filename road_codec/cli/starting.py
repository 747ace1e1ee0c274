"""What makes commands start sooner."""

import importlib
import sys

_BLAS = "scipy.linalg.cython_blas"


def load_numba() -> None:
    """Load Numba without all of `scipy.linalg`, a fifth of the time of a short command.

    Numba imports it only to find out whether there is BLAS, for matrix products in kernels; we
    have none.  It asks once, and the answer holds for the process: so this is for the command,
    not for the library, whose users may have kernels of their own.
    """
    if _BLAS in sys.modules:
        return
    sys.modules[_BLAS] = None  # type: ignore[assignment]
    try:
        importlib.import_module("numba.np.arraymath")
    finally:
        del sys.modules[_BLAS]
