"""Make this checkout importable in its virtual environment, and leave the program in its bin.

Run by the Makefile with the environment's own Python. It is what an editable install does,
without needing a build backend: the program then runs from the checkout's own files.
"""

import sys
import sysconfig
from pathlib import Path

PROGRAM = """\
#!{python}
import sys

from journeyeditor.cli import main

sys.exit(main())
"""

checkout = Path(__file__).resolve().parent.parent
Path(sysconfig.get_path("purelib"), "journeyeditor.pth").write_text(f"{checkout}\n", "utf-8")
program = Path(sys.executable).with_name("journeyeditor")
program.write_text(PROGRAM.format(python=sys.executable), "utf-8")
program.chmod(0o755)
