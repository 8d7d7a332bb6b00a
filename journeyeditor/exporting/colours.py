"""What a print's colours are."""

import io
from collections.abc import Callable

from journeyeditor.drawing.theme import INK_SAVER, MONO, PAPER, Theme, branded
from journeyeditor.exporting.options import Colours
from journeyeditor.model.records import ProjectInfo


def paper_theme(colours: Colours, info: ProjectInfo) -> Theme:
    """The theme to print with; in the colours of the project's brand, unless without colours."""
    match colours:
        case Colours.COLOUR:
            return branded(PAPER, info.brand_colours)
        case Colours.INK_SAVER:
            return branded(INK_SAVER, info.brand_colours)
        case Colours.MONO:
            return MONO


def printed_pictures(colours: Colours, assets: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """The pictures as they are printed: without colours where everything is."""
    if colours is not Colours.MONO:
        return assets

    from journeyeditor.exporting.pictures import decoded  # brings ReportLab

    def grey(asset: str) -> bytes:
        image, lossy = decoded(assets(asset))
        found = image.convert("LA" if image.mode == "RGBA" else "L")
        coded = io.BytesIO()
        found.save(coded, *(("JPEG",) if lossy else ("PNG",)))
        return coded.getvalue()

    return grey
