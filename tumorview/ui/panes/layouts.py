"""How panes share the room: rows and columns of cells of one size. Plain arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

GAP = 2
"""Between cells, in points."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`rows` by `columns` panes."""

    rows: int
    columns: int

    @property
    def count(self) -> int:
        """Number of panes."""
        return self.rows * self.columns

    @property
    def name(self) -> str:
        """Stable name, "2x3" for two rows of three."""
        return f"{self.rows}x{self.columns}"

    @property
    def action_id(self) -> str:
        """The action that chooses it."""
        return f"layout_{self.name}"

    def cells(self, room: QRect) -> tuple[QRect, ...]:
        """Where the panes lie in `room`, row by row, all of one size.

        Equal sizes are what makes linked zoom and place the same; up to a point a row and a column
        is left over at the far edges.
        """
        width = (room.width() - GAP * (self.columns - 1)) // self.columns
        height = (room.height() - GAP * (self.rows - 1)) // self.rows
        return tuple(
            QRect(
                room.left() + column * (width + GAP),
                room.top() + row * (height + GAP),
                width,
                height,
            )
            for row in range(self.rows)
            for column in range(self.columns)
        )


SINGLE = Layout(1, 1)
LAYOUTS: tuple[Layout, ...] = (
    SINGLE,
    Layout(1, 2),
    Layout(2, 1),
    Layout(2, 2),
    Layout(1, 3),
    Layout(2, 3),
)


def layout_named(name: str) -> Layout:
    """The layout of a stored name; one pane where there is none of that name."""
    return next((layout for layout in LAYOUTS if layout.name == name), SINGLE)
