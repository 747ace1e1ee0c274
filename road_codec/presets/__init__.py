"""Parameters of codecs under a name: what comes with the program, and the user's own."""
