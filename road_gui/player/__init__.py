"""The player: decodes while it plays, and shows what it plays."""
