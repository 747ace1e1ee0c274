"""ROAD Studio's window: encoder, decoder and player for fractal audio."""
