"""What a power cut may leave on a disk, by the calls of a process that `strace` wrote down.

The disk keeps what was synced, and of the rest any part: of a file's bytes any sectors, of the
names in folders those that were given first.
"""

import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,write,pwrite64,sendfile,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir"
)
OPTIONS = ["--seccomp-bpf", "-y", "-xx", "-s", "10000000", "-e", f"trace={CALLS}"]
SECTOR = 512
"""Bytes that are written all or none."""

_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_RESUMED = re.compile(r"\d+ +<\.\.\. \w+ resumed>")
_UNFINISHED = " <unfinished ...>"
_TEXT = re.compile(r'"((?:\\x..)*)"')
_OPEN = re.compile(r"(\d+)<((?:\\x..)*)>")
_FIRST = re.compile(r"\[(\d+)\]")

Write = tuple[int, bytes | None]
"""Bytes from an offset on; None cuts the file there."""


@dataclass
class File:
    """A file's bytes as the disk has them, those that were written since, and as all see it."""

    kept: bytearray = field(default_factory=bytearray)
    written: list[Write] = field(default_factory=list)
    seen: bytearray = field(default_factory=bytearray)

    def write(self, write: Write) -> None:
        apply(self.seen, write)
        self.written.append(write)

    def sync(self) -> None:
        self.kept, self.written = bytearray(self.seen), []


Name = tuple[str, File | None]
"""A path and the file that it names from then on; none where the name is taken away."""


def apply(content: bytearray, write: Write) -> None:
    """Do a write to a file's bytes."""
    offset, data = write
    content.extend(bytes(max(0, offset - len(content))))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data


class Disk:
    """The files below one folder as they are now, to be changed by the calls of a log.

    `ignores` tells of a path that it's never synced, to show that a test would notice.
    """

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self.ignores: Callable[[str], bool] = lambda _: False
        self._kept = {
            str(path): File(bytearray(path.read_bytes()), [], bytearray(path.read_bytes()))
            for path in root.rglob("*")
            if path.is_file()
        }
        self._names = dict(self._kept)
        self._given: list[Name] = []
        self._places: dict[str, int] = {}

    def replay(self, log: Path) -> Iterator[str]:
        """Do all calls; gives what the process said, and "" before each that makes a difference.

        That is each after which less can be lost.
        """
        for line in _whole_calls(log.read_text("ascii").splitlines()):
            if (call := _CALL.match(line)) and int(call[3]) >= 0:
                name, arguments, result = call[1], call[2], int(call[3])
                if name == "write" and arguments.startswith("1<"):
                    yield _text(_TEXT.findall(arguments)[0]).decode().strip()
                elif name in ("fsync", "fdatasync"):
                    yield ""
                    self._sync(_paths(arguments)[0])
                elif name == "openat":
                    self._open(arguments)
                elif name in ("write", "pwrite64", "sendfile", "ftruncate"):
                    self._write(name, arguments, result)
                else:
                    self._rename(name, arguments)

    def remains(self, names: float, content: float, chance: random.Random) -> dict[str, bytes]:
        """The files after a power cut now, with shares of the names and bytes not synced."""
        named = dict(self._kept)
        for path, file in self._given[: round(names * len(self._given))]:
            named.pop(path, None)
            if file is not None:
                named[path] = file
        return {path: _torn(file, content, chance) for path, file in named.items()}

    def _open(self, arguments: str) -> None:
        path = _joined(arguments)
        self._places[path] = 0
        if not path.startswith(self._root) or "O_DIRECTORY" in arguments:
            return
        if path not in self._names and "O_CREAT" in arguments:
            self._name(path, File())
        elif "O_TRUNC" in arguments:
            self._names[path].write((0, None))

    def _write(self, name: str, arguments: str, result: int) -> None:
        path = _paths(arguments)[0]
        if (file := self._names.get(path)) is None:
            return
        if name == "ftruncate":
            file.write((int(arguments.rpartition(",")[2]), None))
        elif name == "pwrite64":
            data = _text(_TEXT.findall(arguments)[0])[:result]
            file.write((int(arguments.rpartition(",")[2]), data))
        else:
            place = self._places[path]
            if name == "write":
                data = _text(_TEXT.findall(arguments)[0])[:result]
            else:
                first = _FIRST.search(arguments)
                assert first
                source = self._names[_paths(arguments)[1]].seen
                data = bytes(source[int(first[1]) : int(first[1]) + result])
            file.write((place, data))
            self._places[path] = place + result

    def _rename(self, name: str, arguments: str) -> None:
        old, *new = (_text(text).decode() for text in _TEXT.findall(arguments))
        file = self._names.get(old)
        if file is None:
            return
        if name.startswith(("link", "rename")):
            self._name(new[0], file)
        if not name.startswith("link"):
            self._name(old, None)

    def _name(self, path: str, file: File | None) -> None:
        self._given.append((path, file))
        if file is None:
            del self._names[path]
        else:
            self._names[path] = file

    def _sync(self, path: str) -> None:
        if self.ignores(path):
            return
        if path in self._names:
            self._names[path].sync()
            return
        for name, file in self._given:
            if os.path.dirname(name) == path:
                self._kept.pop(name, None)
                if file is not None:
                    self._kept[name] = file
        self._given = [given for given in self._given if os.path.dirname(given[0]) != path]


def _whole_calls(lines: Iterable[str]) -> Iterator[str]:
    """Each call in one line, as of its end, where another thread's call came in between."""
    begun: dict[str, str] = {}
    for line in lines:
        thread = line.partition(" ")[0]
        if line.endswith(_UNFINISHED):
            begun[thread] = line.removesuffix(_UNFINISHED)
        elif resumed := _RESUMED.match(line):
            yield begun.pop(thread) + line[resumed.end() :]
        else:
            yield line


def _torn(file: File, share: float, chance: random.Random) -> bytes:
    """A file's bytes with a share of the sectors that were written and not synced."""
    content = bytearray(file.kept)
    for offset, data in file.written:
        for start in range(0, len(data or b"x"), SECTOR):
            if chance.random() < share:
                apply(content, (offset + start, data and data[start : start + SECTOR]))
    return bytes(content)


def _text(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _paths(arguments: str) -> list[str]:
    """The paths of the open files that a call names."""
    return [_text(path).decode() for _, path in _OPEN.findall(arguments)]


def _joined(arguments: str) -> str:
    """The path that a call names with a folder to begin from."""
    path = _text(_TEXT.findall(arguments)[0]).decode()
    return path if path.startswith("/") else ""
