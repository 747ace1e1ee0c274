"""Covers: pictures found in ordinary sound files, and kept in those that are written."""
