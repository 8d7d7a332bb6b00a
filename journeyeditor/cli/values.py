"""Values on the command line: what is written, as the program knows it."""

import argparse
import math
import re

from journeyeditor.translation import tr


def paper(name: str) -> str:
    """A paper that there is, or a size."""
    from journeyeditor.exporting.paper import (
        FIT,
        LARGEST,
        MILLIMETRE,
        PAPERS,
        SMALLEST,
        find_paper,
        is_size,
    )

    found = find_paper(name)
    if found is None and is_size(name):
        raise argparse.ArgumentTypeError(
            tr(
                "no paper is “{name}”: sides are from {least} to {most} mm",
                name=name,
                least=round(SMALLEST / MILLIMETRE),
                most=round(LARGEST / MILLIMETRE),
            )
        )
    if found is None:
        known = ", ".join(known.lower() for known in (FIT, *PAPERS))
        raise argparse.ArgumentTypeError(
            tr(
                "there is no paper “{name}”; there are {known}, and sizes like 300x500mm",
                name=name,
                known=known,
            )
        )
    return found


def sheet(name: str) -> str:
    """A paper that can be cut to."""
    from journeyeditor.exporting.paper import FIT

    found = paper(name)
    if found == FIT:
        raise argparse.ArgumentTypeError(
            tr("“{name}” is one page: name the paper of the sheets, such as A4", name=name)
        )
    return found


def topics(text: str) -> frozenset[str]:
    """Names of topics, with commas between them."""
    from journeyeditor.exporting.topics import Topic

    names = frozenset(name.strip().lower() for name in text.split(","))
    if unknown := sorted(names - set(Topic)):
        known = ", ".join(Topic)
        raise argparse.ArgumentTypeError(
            tr("there is no topic “{name}”; there are {known}", name=unknown[0], known=known)
        )
    return names


def sheets(text: str) -> tuple[int, int]:
    """How many sheets across and down: 3x2."""
    match = re.fullmatch(r"(\d{1,3})[x×](\d{1,3})", text)
    if match is None or match.groups() == ("0", "0"):
        raise argparse.ArgumentTypeError(tr("“{text}” is no number of sheets like 3x2", text=text))
    return int(match[1]), int(match[2])


def millimetres(text: str) -> float:
    """How wide a margin is, or how much sheets share."""
    return _number(text, 0, 50)


def dpi(text: str) -> float:
    """Dots per inch."""
    return _number(text, 10, 2400)


def _number(text: str, least: float, most: float) -> float:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is no number from {least} to {most}", text=text, least=least, most=most)
        )
    return number
