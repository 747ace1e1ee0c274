"""Back ends that find the best domain for every range."""

from road_codec.errors import ParameterError
from road_codec.fractal.search.base import Search

BACKENDS = ("auto", "cpu", "plain")


def make_search(backend: str) -> Search:
    """Return a back end by name; ``auto`` is the fastest that this machine has.

    Raises
    ------
    ParameterError
        If there is no back end of that name.
    """
    # Imported here: Numba costs a third of a second, and `plain` does without.
    if backend in {"auto", "cpu"}:
        from road_codec.fractal.search.cpu import CpuSearch

        return CpuSearch()
    if backend == "plain":
        from road_codec.fractal.search.plain import PlainSearch

        return PlainSearch()
    raise ParameterError(f"backend: {backend!r}, must be one of {', '.join(BACKENDS)}")
