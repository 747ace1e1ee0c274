"""Long work of the library, run in threads of the window."""
