"""Building blocks of `Path` commands."""

from typing import Any, cast

Commands = tuple[tuple[str | float, ...], ...]

_ARC = 0.5522847498
"""How far, in radii, the handles of a cubic quarter circle reach."""


def moved(commands: Commands, dx: float, dy: float, scale: float = 1.0) -> Commands:
    """The commands enlarged by `scale`, then moved."""
    found: list[tuple[str | float, ...]] = []
    for command in cast(tuple[tuple[Any, ...], ...], commands):
        match command:
            case (letter, x, y):
                found.append((letter, x * scale + dx, y * scale + dy))
            case (letter, x1, y1, x2, y2, x, y):
                first, second = (
                    (x1 * scale + dx, y1 * scale + dy),
                    (x2 * scale + dx, y2 * scale + dy),
                )
                found.append((letter, *first, *second, x * scale + dx, y * scale + dy))
            case _:
                found.append(command)
    return tuple(found)


def line(x1: float, y1: float, x2: float, y2: float) -> Commands:
    return (("M", x1, y1), ("L", x2, y2))


def rectangle(x: float, y: float, width: float, height: float) -> Commands:
    """A rectangle; clockwise where both sizes have the same sign."""
    return (
        ("M", x, y),
        ("L", x + width, y),
        ("L", x + width, y + height),
        ("L", x, y + height),
        ("Z",),
    )


def rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Commands:
    """A rectangle with rounded corners; an ellipse where the radii are half the sizes."""
    right, bottom, hx, hy = x + width, y + height, rx * (1 - _ARC), ry * (1 - _ARC)
    return (
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - hx, y, right, y + hy, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - hy, right - hx, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + hx, bottom, x, bottom - hy, x, bottom - ry),
        ("L", x, y + ry),
        ("C", x, y + hy, x + hx, y, x + rx, y),
        ("Z",),
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Commands:
    hx, hy = rx * _ARC, ry * _ARC
    return (
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry),
        ("C", cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy),
        ("C", cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry),
        ("C", cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy),
        ("Z",),
    )


def circle(cx: float, cy: float, radius: float) -> Commands:
    return ellipse(cx, cy, radius, radius)


def diamond(cx: float, cy: float, radius: float) -> Commands:
    """A square standing on its corner; `radius` from its middle to a corner."""
    return (
        ("M", cx, cy - radius),
        ("L", cx + radius, cy),
        ("L", cx, cy + radius),
        ("L", cx - radius, cy),
        ("Z",),
    )
