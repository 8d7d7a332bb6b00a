"""Passwords and permissions of PDFs."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Protection:
    """Who may do what: a `password` opens the file, and only with `printing` may it be printed.

    Readers are asked to respect the second; only the first is kept by arithmetic.
    """

    password: str = field(default="", repr=False)
    printing: bool = True

    def __bool__(self) -> bool:
        return bool(self.password) or not self.printing
