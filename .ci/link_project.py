"""Make this checkout importable in its virtual environment, and leave the program in its bin.

Run by the Makefile with the environment's own Python. It does what an editable install does, but
needs no build backend, and goes on working when the checkout is moved or has spaces in its path.
"""

import os
import sys
import sysconfig
from pathlib import Path

# Read by sh first, which hands it to the Python beside it; to Python that part is a string.
PROGRAM = """\
#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" "$0" "$@"
' '''
import sys

from journeyeditor.cli import main

if __name__ == "__main__":  # a process that prints for a window reads this too
    sys.exit(main())
"""

checkout = Path(__file__).resolve().parent.parent
packages = Path(sysconfig.get_path("purelib"))
(packages / "journeyeditor.pth").write_text(f"{os.path.relpath(checkout, packages)}\n", "utf-8")
program = Path(sys.executable).with_name("journeyeditor")
program.write_text(PROGRAM, "utf-8")
program.chmod(0o755)
