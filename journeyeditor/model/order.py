"""Fractional order keys: strings that sort, with room between any two.

A move writes one record, and two copies of a file that moved different records merge.
Method: David Greenspan, "Implementing Fractional Indexing" (2017), without its integer part.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MIDDLE = len(DIGITS) // 2


def key_between(before: str = "", after: str = "") -> str:
    """A key that sorts after `before` and before `after`; an empty string is an open end.

    Keys never end in the lowest digit, so there is always room below them.
    Raises ValueError where no key fits (`before` not below `after`).
    """
    if after and not before < after:
        raise ValueError(f"no key between {before!r} and {after!r}")
    if not after:
        return _above(before)
    shared = 0
    while shared < len(after) and before[shared : shared + 1].ljust(1, "0") == after[shared]:
        shared += 1
    low = DIGITS.index(before[shared]) if shared < len(before) else 0
    high = DIGITS.index(after[shared])
    if high - low > 1:
        return after[:shared] + DIGITS[(low + high) // 2]
    if len(after) > shared + 1:
        return after[: shared + 1]
    return after[:shared] + DIGITS[low] + _above(before[shared + 1 :])


def keys_between(before: str, after: str, count: int) -> list[str]:
    """`count` rising keys between two keys, spread evenly so that they stay short."""
    if count == 0:
        return []
    middle = key_between(before, after)
    lower = (count - 1) // 2
    return [
        *keys_between(before, middle, lower),
        middle,
        *keys_between(middle, after, count - 1 - lower),
    ]


def _above(key: str) -> str:
    """A short key above `key`, with nothing over it."""
    if not key:
        return DIGITS[_MIDDLE]
    for place, digit in enumerate(key):
        if digit != DIGITS[-1]:
            return key[:place] + DIGITS[DIGITS.index(digit) + 1]
    return key + DIGITS[_MIDDLE]
