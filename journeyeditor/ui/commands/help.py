"""Help."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command

HELP = (
    Command(
        id="sample", text=N_("See the sample map"), icon="eye", always=True,
        run=lambda window: window.new_document("sample"),
    ),
    Command(
        id="keys", text=N_("Keys and gestures"), keys=("F1",), always=True,
        run=lambda window: window.show_keys(),
    ),
    Command(
        id="about", text=N_("About Journey Editor"), icon="info", always=True,
        run=lambda window: window.show_about(),
    ),
)  # fmt: skip
