"""What the tests of the Compare page know of their pair of sounds."""

RATE = 22_050
"""Samples per second of both sounds."""

PATIENCE_MS = 20_000
"""How long a loaded machine may take to read three seconds of sound."""
