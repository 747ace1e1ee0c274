"""Host files that carry a seed and named chunks."""
