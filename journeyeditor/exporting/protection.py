"""Passwords and permissions of PDFs: AES with 256 bits (ISO 32000-2, 7.6, revision 6)."""

import io
import secrets
from dataclasses import dataclass, field

_OWNER_BYTES = 32


@dataclass(frozen=True)
class Protection:
    """Who may do what: a `password` opens the file, and only with `printing` may it be printed.

    Readers are asked to respect the second; only the first is kept by arithmetic.
    """

    password: str = field(default="", repr=False)
    printing: bool = True

    def __bool__(self) -> bool:
        return bool(self.password) or not self.printing


def protected(content: bytes, protection: Protection) -> bytes:
    """The PDF so protected. Nobody knows the password that would lift this."""
    from pypdf import PdfReader, PdfWriter  # loaded now: few need it
    from pypdf.constants import UserAccessPermissions as May

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    allowed = May.all()
    if not protection.printing:
        allowed &= ~(May.PRINT | May.PRINT_TO_REPRESENTATION)
    owner = secrets.token_urlsafe(_OWNER_BYTES)
    writer.encrypt(protection.password, owner, algorithm="AES-256", permissions_flag=allowed)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
