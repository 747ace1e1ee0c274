"""What all fractal codecs share: partition, domains, maps, search, synthesis."""
