"""The Compare page: an original and its decoded sound, seen and measured together."""
