"""The Codecs page: codecs beside each other on one sound, as a table and as a plot."""
