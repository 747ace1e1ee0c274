"""Back ends that find the best domain for every range."""

from road_codec.errors import BackendError, ParameterError
from road_codec.fractal.search.base import Search

BACKENDS = ("auto", "cpu", "gpu", "plain")


def make_search(backend: str, gpu_memory_mb: int) -> Search:
    """Return a back end by name.

    ``auto`` is ``cpu``: nothing has been measured yet that would speak for another one.

    Raises
    ------
    BackendError
        If there is no GPU that can be used, or its library is missing.
    ParameterError
        If there is no back end of that name.
    """
    # Imported here: Numba costs a third of a second, and `plain` does without.
    if backend in {"auto", "cpu"}:
        from road_codec.fractal.search.cpu import CpuSearch

        return CpuSearch()
    if backend == "gpu":
        from road_codec.fractal.search.gpu import GpuSearch, open_device

        return GpuSearch(open_device(gpu_memory_mb))
    if backend == "plain":
        from road_codec.fractal.search.plain import PlainSearch

        return PlainSearch()
    raise ParameterError(f"backend: {backend!r}, must be one of {', '.join(BACKENDS)}")


def make_search_or_cpu(backend: str, gpu_memory_mb: int) -> Search:
    """As `make_search`, but where there is no GPU the CPU, with a notice that says why."""
    try:
        return make_search(backend, gpu_memory_mb)
    except BackendError as error:
        from road_codec.fractal.search.cpu import CpuSearch

        return CpuSearch(notices=(f"{error}; the cpu is used instead",))
