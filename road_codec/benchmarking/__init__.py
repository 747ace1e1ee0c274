"""All codecs beside each other: what they cost and keep, those of others too."""
