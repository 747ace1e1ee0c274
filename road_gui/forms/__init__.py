"""Forms that draw themselves from the descriptions of the library's parameters."""
