"""How a protected PDF is encrypted: AES with 256 bits (ISO 32000-2, 7.6, revision 6)."""

import hashlib
import secrets
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

from journeyeditor.exporting.protection import Protection

_BLOCK = 16
_LONGEST = 127
"""Bytes of a password that count."""
_ROUNDS = 64
_HASHES = (hashlib.sha256, hashlib.sha384, hashlib.sha512)
_ALL = -4
"""Every permission there is; the lowest two bits are no permissions."""
_PRINTING = 1 << 2 | 1 << 11


class Cipher:
    """Encrypts what a PDF is made of. Nobody knows the password that would lift this."""

    def __init__(self, protection: Protection) -> None:
        self._key = secrets.token_bytes(32)
        user = protection.password.encode()[:_LONGEST]
        self._permissions = _ALL if protection.printing else _ALL & ~_PRINTING
        self._user, self._user_key = self._lock(user)
        self._owner, self._owner_key = self._lock(secrets.token_bytes(32), self._user)

    def encode(self, content: bytes | str) -> bytes:
        """A string or stream as it stands in the file; ReportLab asks for this by this name."""
        content = content.encode() if isinstance(content, str) else content
        start, missing = secrets.token_bytes(_BLOCK), _BLOCK - len(content) % _BLOCK
        return start + _encrypted(self._key, start, content + bytes([missing]) * missing)

    def register(self, number: int, version: int) -> None:
        """ReportLab tells which object comes next; all have the same key."""

    def entries(self) -> Mapping[str, object]:
        """The dictionary from which a reader finds the key."""
        told = self._permissions.to_bytes(4, "little", signed=True) + b"\xff\xff\xff\xff"
        told += b"Tadb" + secrets.token_bytes(4)
        method = PDFDictionary({"CFM": "/AESV3", "AuthEvent": "/DocOpen", "Length": 32})
        return {
            "Filter": "/Standard",
            "V": 5,
            "R": 6,
            "Length": 256,
            "P": self._permissions,
            "U": _Bytes(self._user),
            "UE": _Bytes(self._user_key),
            "O": _Bytes(self._owner),
            "OE": _Bytes(self._owner_key),
            # One block that begins with nothing: the same as a block on its own.
            "Perms": _Bytes(_encrypted(self._key, bytes(_BLOCK), told)),
            "CF": PDFDictionary({"StdCF": method}),
            "StmF": "/StdCF",
            "StrF": "/StdCF",
        }

    def _lock(self, password: bytes, user: bytes = b"") -> tuple[bytes, bytes]:
        """What tells whether a password is right, and the key encrypted with it."""
        check, salt = secrets.token_bytes(8), secrets.token_bytes(8)
        known = _hashed(password, check, user) + check + salt
        return known, _encrypted(_hashed(password, salt, user), bytes(_BLOCK), self._key)


class _Bytes(PDFObject):  # type: ignore[misc]
    """Bytes that are never encrypted."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: object) -> bytes:
        return f"<{self._content.hex()}>".encode("ascii")


def _hashed(password: bytes, salt: bytes, user: bytes) -> bytes:
    """The hash of a password (ISO 32000-2, algorithm 2.B)."""
    key = hashlib.sha256(password + salt + user).digest()
    count, last = 0, 0
    while count < _ROUNDS or last > count - 32:
        mixed = _encrypted(key[:16], key[16:32], (password + key + user) * 64)
        key = _HASHES[sum(mixed[:16]) % 3](mixed).digest()
        count, last = count + 1, mixed[-1]
    return key[:32]


def _encrypted(key: bytes, start: bytes, content: bytes) -> bytes:
    """Whole blocks, chained."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # few need it

    encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return encryptor.update(content) + encryptor.finalize()
