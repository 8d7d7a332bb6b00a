"""The one exception that carries a message to a person."""


class Refused(Exception):
    """Something outside the program that it cannot work with: a file, a place, an input.

    Holds three translated sentences: what is wrong, where, and what to do next. Nothing was
    changed when it is raised.
    """

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what, where, advice)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        """All three on one line, as the command line prints them."""
        place = f"{self.where}: " if self.where else ""
        return " ".join(f"{place}{self.what} {self.advice}".split())
