"""The first page, and the tour through what only fractal audio can do."""
