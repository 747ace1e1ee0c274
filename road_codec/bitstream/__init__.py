"""Bytes: bounds-checked readers and checksums."""
