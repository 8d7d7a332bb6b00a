"""Prints the table. Each floor is measured in turn with ours."""

import tempfile
from pathlib import Path

from tests.benchmarks import headless, printing, windows


def main() -> None:
    """Measure everything and print a line as soon as it is known."""
    print(f"{'what: its floor':<42}{'cards':>6}{'ours':>10}    {'floor':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for room in (headless, printing, windows):
            for row in room.rows(Path(folder)):
                print(row, flush=True)


if __name__ == "__main__":
    main()
