"""Numbers that are typed, within bounds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.chrome.numbers import describe_number, read_number

_WIDTH = 76


class BoundedNumber(QLineEdit):
    """A number; `value` is the last one that made sense.

    Where an empty field has `empty` words, it stands for 0.
    """

    changed = Signal()

    def __init__(
        self, name: str, bounds: tuple[float, float], *, whole: bool = False, empty: str = ""
    ) -> None:
        super().__init__()
        self.value, self._bounds, self._whole = 0.0, bounds, whole
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPlaceholderText(empty)
        self.setFixedWidth(scaled(_WIDTH))
        self.textEdited.connect(self._read)

    def show_value(self, value: float) -> None:
        """Show a number."""
        self.value = value
        self.setText("" if self.placeholderText() and not value else describe_number(value))
        self._tell()

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        if self._typed() is not None:
            return ""
        least, most = self._bounds
        return tr(
            "{name}: “{text}” is no number from {least} to {most}.",
            name=self.accessibleName(),
            text=self.text(),
            least=tr.number(least),
            most=tr.number(most),
        )

    def _typed(self) -> float | None:
        if self.placeholderText() and not self.text().strip():
            return 0.0
        number, (least, most) = read_number(self.text()), self._bounds
        if number is None or not least <= number <= most or (self._whole and number % 1):
            return None
        return number

    def _read(self) -> None:
        typed = self._typed()
        if typed is not None:
            self.value = typed
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.problem)


class Measure(QWidget):
    """Fields in a row with × between them, and what they are counted in."""

    changed = Signal()

    def __init__(self, *fields: BoundedNumber, unit: str = "") -> None:
        super().__init__()
        self.fields = fields
        parts: list[QWidget | int] = []
        for field in fields:
            parts += [label("×", "secondary"), field] if parts else [field]
            field.changed.connect(self.changed)
        line([*parts, label(unit, "secondary"), 1], QHBoxLayout(self))
        self.setFocusProxy(fields[0])

    @property
    def values(self) -> list[float]:
        """One for each field."""
        return [field.value for field in self.fields]

    @property
    def problem(self) -> str:
        """What is wrong with the first field that is wrong."""
        return next((it.problem for it in self.fields if it.problem), "")

    def show_values(self, *values: float) -> None:
        """Show a number in each field."""
        for field, value in zip(self.fields, values, strict=True):
            field.show_value(value)


def millimetres(*names: str, bounds: tuple[float, float]) -> Measure:
    """A field for each named length."""
    return Measure(*(BoundedNumber(name, bounds) for name in names), unit=tr("mm"))
