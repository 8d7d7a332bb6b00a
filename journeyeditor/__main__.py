"""Starts the program as `python -m journeyeditor`."""

import sys

from journeyeditor.cli import main

if __name__ == "__main__":
    sys.exit(main())
