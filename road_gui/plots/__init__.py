"""Plots: arrays are reduced first (no Qt), then drawn."""
