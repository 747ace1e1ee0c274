"""The Fractal page: the partition of a frame, its maps, and what their passes make."""
