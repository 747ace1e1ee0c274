"""The command `road`."""
