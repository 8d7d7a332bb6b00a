"""What is known about the project."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import ProjectInfo
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.colours import ColoursField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.picture import PictureField
from journeyeditor.ui.inspector.fields.text import TextField


def fields(assets: Assets) -> list[Field]:
    languages = [(name, language) for language, name in LANGUAGES.items()]
    return [
        _line(tr("Name"), "name", Label("Rename project")),
        _line(tr("Client"), "client", Label("Edit client")),
        _line(tr("Author"), "author", Label("Edit author")),
        PictureField(tr("Client’s logo"), assets, ProjectInfo, "logo"),
        ColoursField(),
        SegmentedField(
            tr("Language of the project"),
            ProjectInfo,
            "language",
            Label("Set language of the project"),
            languages,
        ),
    ]


def _line(title: str, name: str, step: Label) -> TextField:
    return TextField(title, ProjectInfo, name, step, multiline=False)
