"""TQA: blocks turned by a Walsh-Hadamard transform, quantised with tables for the Gaussian."""
