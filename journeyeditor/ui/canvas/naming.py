"""Editing the name of a card, stage or segment, or a lane's text, where it stands."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from journeyeditor.drawing.shapes import Key
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.editor import Ending, InPlaceEditor
from journeyeditor.ui.canvas.titles import NAMED, title_of
from journeyeditor.ui.canvas.walking import reading_order

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

FRAME = 3
"""Pixels of ground around the text."""
SMALLEST_WIDTH = 96
"""Pixels that the text has at least, however far away its node is."""


class Naming:
    """The editor of a name, while there is one."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._key: Key | None = None
        self._editor: InPlaceEditor | None = None
        self._least = 0.0

    def open(self, key: Key) -> bool:
        """Edit the name or text of a node; False where it has none."""
        if not self._view.editable(key) or self._view.ground.node(key) is None:
            return False
        self.close()
        self._canvas.select([key])
        lane = key[0] == "lane"
        said = tr("Text of the lane") if lane else tr("Name")
        text = self._view.name_of(key)
        editor = InPlaceEditor(self._canvas, self._canvas, text, said, FRAME, lines=lane)
        editor.finished.connect(self._finish)
        editor.cancelled.connect(self.close)
        editor.textChanged.connect(self._fit)
        self._key, self._editor = key, editor
        self.follow()
        editor.show()
        editor.setFocus()
        return True

    def follow(self) -> None:
        """Stay at the name's place when the view moves, the map changes or the text grows."""
        node = self._view.ground.node(self._key) if self._key else None
        if self._editor is None or node is None:
            self.close()
            return
        theme, scale = self._view.options.theme, self._view.panes.scale
        title = title_of(node, theme.text2 if node.key[0] == "lane" else theme.text)
        fill = {"card": theme.card, "lane": theme.lane}.get(node.key[0], theme.header)
        self._editor.dress(theme, fill, title.size * scale, title.leading * scale)
        place = self._view.panes.to_canvas(QRectF(*title[:4]))
        width = max(SMALLEST_WIDTH, place.width())
        self._editor.setFixedWidth(round(width) + 2 * FRAME)
        self._editor.move(round(place.x()) - FRAME, round(place.y()) - FRAME)
        self._least = place.height() + 2 * FRAME
        self._fit()

    def _fit(self) -> None:
        """As tall as the text, and enough to cover the name that it takes the place of."""
        if self._editor:
            height = max(self._least, self._editor.needed_height)
            self._editor.setFixedHeight(math.ceil(height))

    def finish(self) -> None:
        """Report what is being typed, if something is."""
        if self._editor:
            self._editor.finish()

    def close(self) -> None:
        """Stop editing without a change."""
        editor, self._editor, self._key = self._editor, None, None
        if editor:
            editor.dismiss()

    def _finish(self, text: str, ending: Ending) -> None:
        key = self._key
        self.close()
        if key is None:
            return
        changed = text != self._view.name_of(key)
        if changed and key[0] == "lane":
            self._canvas.lane_text_edited.emit(*key[1:], text)
        elif changed and text and self._view.named(key):
            self._canvas.renamed.emit(key, text)
        if ending in (Ending.NEXT, Ending.PREVIOUS):
            order = [other for other in reading_order(self._view.ground) if other[0] in NAMED]
            place = order.index(key) + (1 if ending is Ending.NEXT else -1)
            if 0 <= place < len(order):
                self.open(order[place])
