"""Identities of records: random for things, derived for links."""

import hashlib
import secrets

Id = str
"""Twenty hexadecimal digits, unique in a project and stable for the record's life."""


def new_id() -> Id:
    """A fresh random identity (80 bits)."""
    return secrets.token_hex(10)


def link_id(kind: str, *ends: str) -> Id:
    """The identity of a link between `ends`.

    Two copies of a file that link the same things make the same record, so they merge.
    """
    digest = hashlib.sha256("\x1f".join((kind, *ends)).encode())
    return digest.hexdigest()[:20]
