"""What a PDF says of itself, for readers and for archives (ISO 19005-3, 6.2.3 and 6.6)."""

import datetime
import struct
from dataclasses import dataclass
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from journeyeditor import __version__

_CREATOR = f"Journey Editor {__version__}"
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_PACKET = """<?xpacket begin="\N{BOM}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}><rdf:Description rdf:about="">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_COLOURS = "sRGB IEC61966-2.1"
_PROFILE_DATE, _PLATFORM = slice(24, 36), slice(40, 44)
"""Where a colour profile says when and on what computer it was made."""


@dataclass(frozen=True)
class Metadata:
    """What a PDF says of itself. `language` is the code of its texts' language."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime.datetime
    keywords: tuple[str, ...] = ()

    @property
    def date(self) -> PDFString:
        """When it was made, as PDF writes dates."""
        written = f"{self.created:D:%Y%m%d%H%M%S%z}"
        return PDFString(f"{written[:-2]}'{written[-2:]}'" if self.created.tzinfo else written)


def describe(document: PDFDocument, metadata: Metadata) -> None:
    """Put into a document what it says of itself, and which colours it means."""
    document.info = _Info(metadata)
    catalog = document.Catalog
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalog.Metadata = PDFStream(PDFDictionary(kind), _packet(metadata, document.info.producer))
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), [PDFZCompress])
    colours = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    extend(document, "OutputIntents", PDFArrayCompact([colours]))


def extend(document: PDFDocument, name: str, value: PDFObject) -> None:
    """Put an entry into the catalogue that ReportLab doesn't know of."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, name]
    setattr(catalog, name, value)


class _Info(PDFInfo):  # type: ignore[misc]
    """What a PDF says of itself, without entries that say nothing."""

    def __init__(self, metadata: Metadata) -> None:
        super().__init__()
        self.title, self.author = metadata.title, metadata.author
        self.subject, self.keywords = metadata.subject, "; ".join(metadata.keywords)
        self._date = metadata.date

    def format(self, document: PDFDocument) -> bytes:
        texts = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": _CREATOR,
            "Producer": self.producer,
        }
        entries = {name: PDFString(text) for name, text in texts.items() if text}
        dates = {"CreationDate": self._date, "ModDate": self._date}
        content: bytes = PDFDictionary({**entries, **dates}).format(document)
        return content


def _packet(metadata: Metadata, producer: str) -> bytes:
    """The same in XMP (ISO 16684-1)."""
    date = metadata.created.isoformat(timespec="seconds")
    properties = (
        _listed("dc:title", "Alt", metadata.title),
        _listed("dc:creator", "Seq", metadata.author),
        _listed("dc:description", "Alt", metadata.subject),
        _listed("dc:language", "Bag", metadata.language),
        _listed("dc:subject", "Bag", *metadata.keywords),
        _plain("pdf:Keywords", "; ".join(metadata.keywords)),
        _plain("pdf:Producer", producer),
        _plain("xmp:CreatorTool", _CREATOR),
        *(_plain(f"xmp:{name}Date", date) for name in ("Create", "Modify", "Metadata")),
    )
    return _PACKET.format(
        spaces=" ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items()),
        properties="\n".join(filter(None, properties)),
    ).encode()


def _plain(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _listed(name: str, kind: str, *texts: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    entries = "".join(f"<rdf:li{language}>{_escaped(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{entries}</rdf:{kind}></{name}>" if entries else ""


def _escaped(text: str) -> str:
    """A text in XML, which has no place for control characters."""
    return escape("".join(sign for sign in " ".join(text.split()) if sign.isprintable()))


def _profile() -> bytes:
    """The colour space that all colours are in; the same on every day and computer."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = bytearray(made)
    content[_PROFILE_DATE] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    content[_PLATFORM] = bytes(4)
    return bytes(content)
