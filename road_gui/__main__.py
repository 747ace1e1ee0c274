"""Starts the window: ``python -m road_gui [FILES]``."""

import sys

from road_gui.app import main

sys.exit(main(sys.argv))
