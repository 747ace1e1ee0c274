"""Extrema: from peak to peak, each way one of 255 curves."""
