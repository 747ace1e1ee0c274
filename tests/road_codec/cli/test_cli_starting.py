"""Commands start without what they do not need."""

import subprocess
import sys

CODE = """
import sys
from road_codec.cli.starting import load_numba

load_numba()
assert "numba.np.arraymath" in sys.modules
assert "scipy.linalg" not in sys.modules

import numpy as np
from road_codec.fractal.search.base import Ranges
from road_codec.fractal.search.cpu import CpuSearch

ranges = Ranges(np.zeros(1, np.int64), np.zeros(1, np.int64), 4)
CpuSearch().best_maps(np.arange(64.0)[None], ranges, np.inf)
assert "scipy.linalg" not in sys.modules

import scipy.linalg

assert scipy.linalg.det(np.eye(2)) == 1.0
load_numba()
"""


def test_numba_is_loaded_without_scipy_which_still_works_afterwards() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
