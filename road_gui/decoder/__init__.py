"""How encoded files are turned back into sound files."""
