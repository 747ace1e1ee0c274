"""The Convert page: a queue of files, and how they are to be converted."""
