"""CSV files as numbered lines of cells, within limits that keep any file from hanging us."""

import csv
import io
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from journeyeditor.errors import Refused, refusing
from journeyeditor.model.text import fold
from journeyeditor.translation import tr

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 100_000
DELIMITERS = ",;\t"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A record of the file, and the number of the physical line it begins on."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """The first line, and those below it; blank ones left out."""

    header: Line
    lines: tuple[Line, ...]


def read_table(path: Path, known: Collection[str]) -> Table:
    """The table of a CSV file in UTF-8; commas, semicolons or tabs part its cells.

    `known` are the column names that tell which of the three it is.
    Refused where the file can't be read, is not such a text, or is beyond the limits.
    """
    text = _decode(_read(path), path)
    lines = _lines(text, _delimiter(text, known), path)
    try:
        header = next(lines)
    except StopIteration:
        raise Refused(
            tr("This file is empty."),
            where=str(path),
            advice=tr("Its first line must name the columns."),
        ) from None
    if len(header.cells) > MAX_COLUMNS:
        raise Refused(
            tr("This file has more than {limit} columns.", limit=MAX_COLUMNS), where=str(path)
        )
    names = _without_blank_end(header.cells, 0)
    body = (
        Line(number, _without_blank_end(cells, len(names)))
        for number, cells in _limited(lines, path)
    )
    return Table(Line(header.number, names), tuple(body))


def _without_blank_end(cells: list[str], least: int) -> list[str]:
    """The cells without blank ones at their end, as spreadsheets add, down to the `least`."""
    end = len(cells)
    while end > least and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def column_key(name: str) -> str:
    """The name of a column without regard to case, accents and spaces."""
    return fold(name).replace(" ", "_")


def _read(path: Path) -> bytes:
    choose = tr("Choose a CSV file.")
    with refusing(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Refused(tr("This is a folder."), where=str(path), advice=choose)
        if not stat.S_ISREG(status.st_mode):
            raise Refused(tr("This is not a file."), where=str(path), advice=choose)
        if status.st_size > MAX_BYTES:
            raise Refused(
                tr("This file is larger than {limit} MB.", limit=MAX_BYTES // 2**20),
                where=str(path),
                advice=tr("Split it and import the parts."),
            )
        return path.read_bytes()


def _decode(data: bytes, path: Path) -> str:
    save_as = tr("Save it as “CSV UTF-8” in your spreadsheet program and import it again.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(tr("This text is in UTF-16, not in UTF-8."), where=str(path), advice=save_as)
    data = data.removeprefix(_BOM)
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        raise Refused(
            tr("Line {line} holds a null character, so this is not a text.", line=line),
            where=str(path),
            advice=save_as,
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
        raise Refused(
            tr("Line {line} is not in UTF-8.", line=line), where=str(path), advice=save_as
        ) from None


def _line_of(data: bytes, position: int) -> int:
    return len(_LINE_END.findall(data, 0, position)) + 1


def _delimiter(text: str, known: Collection[str]) -> str:
    first = io.StringIO(text.lstrip(), newline=None).readline().rstrip("\n")

    def recognised(delimiter: str) -> int:
        return sum(column_key(name.strip(' "')) in known for name in first.split(delimiter))

    return max(DELIMITERS, key=recognised)


def _lines(text: str, delimiter: str, path: Path) -> Iterator[Line]:
    """The records that are not blank. A record may go over several physical lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(not cell.isspace() for cell in cells if cell):
                yield Line(number, cells)
            number = reader.line_num + 1
    except csv.Error:
        raise Refused(
            tr(
                "The row that begins on line {line} can't be read: it misses a quotation mark"
                " or has one too many, or a cell is too long.",
                line=number,
            ),
            where=str(path),
            advice=tr("Correct that row and import the file again."),
        ) from None


def _limited(lines: Iterator[Line], path: Path) -> Iterator[Line]:
    for count, line in enumerate(lines, 1):
        if count > MAX_ROWS:
            raise Refused(
                tr("This file has more than {limit} rows.", limit=MAX_ROWS),
                where=str(path),
                advice=tr("Split it and import the parts."),
            )
        if any(len(cell) > MAX_CELL for cell in line.cells):
            raise Refused(
                tr(
                    "Line {line} has a cell of more than {limit} characters.",
                    line=line.number,
                    limit=MAX_CELL,
                ),
                where=str(path),
                advice=tr("Shorten it and import the file again."),
            )
        yield line
