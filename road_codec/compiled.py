"""Kernels that Numba compiles, and what becomes of them where there is no place to keep them."""

import contextlib
from collections.abc import Iterator

from road_codec.errors import BackendError


@contextlib.contextmanager
def compiled_code_kept() -> Iterator[None]:
    """Say what would do where Numba finds no folder for compiled code: it refuses to work then.

    That is so where neither the package nor the home of the user may be written to.  Modules
    with kernels are imported within.

    Raises
    ------
    BackendError
        If there is no such folder.
    """
    try:
        yield
    except RuntimeError as error:
        if "cannot cache" not in str(error):
            raise
        raise BackendError(
            "there is no folder to keep compiled code in: let the environment variable "
            "NUMBA_CACHE_DIR name one that may be written to"
        ) from None
