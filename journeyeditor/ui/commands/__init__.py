"""Every command of the program, in one table: menus, tool bar and keys are made from it."""

from journeyeditor.ui.commands.analysis import ANALYSIS
from journeyeditor.ui.commands.command import Command
from journeyeditor.ui.commands.edit import EDIT
from journeyeditor.ui.commands.file import FILE
from journeyeditor.ui.commands.help import HELP
from journeyeditor.ui.commands.insert import INSERT
from journeyeditor.ui.commands.inspector import INSPECTOR
from journeyeditor.ui.commands.map import MAP
from journeyeditor.ui.commands.tools import TOOLS
from journeyeditor.ui.commands.view import VIEW

COMMANDS = (*FILE, *EDIT, *INSERT, *MAP, *VIEW, *INSPECTOR, *ANALYSIS, *TOOLS, *HELP)

__all__ = ["COMMANDS", "Command"]
