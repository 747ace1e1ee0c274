"""Many files: what goes where, and one after another or side by side."""
