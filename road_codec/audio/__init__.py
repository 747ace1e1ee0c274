"""Sound as arrays: samples, files, channels, framing, rates."""
