"""Marks as values."""

from __future__ import annotations

import math

import pytest

from tumorview.domain.marks import Mark, MarkKind, new_uid


@pytest.mark.parametrize(
    ("kind", "count"),
    [(MarkKind.DISTANCE, 3), (MarkKind.ANGLE, 2), (MarkKind.FREEHAND, 2), (MarkKind.TEXT, 2)],
)
def test_a_mark_has_the_points_of_its_kind(kind: MarkKind, count: int) -> None:
    with pytest.raises(ValueError, match=f"Received: {count}"):
        Mark(kind, ((1.0, 2.0),) * count, "1", "text")


def test_a_mark_lies_somewhere_and_a_text_says_something() -> None:
    with pytest.raises(ValueError, match="where an image can be"):
        Mark(MarkKind.DISTANCE, ((1.0, 2.0), (math.nan, 2.0)), "1")
    with pytest.raises(ValueError, match="says something"):
        Mark(MarkKind.TEXT, ((1.0, 2.0),), "1")


def test_a_changed_mark_is_another_value_with_the_same_identity() -> None:
    mark = Mark(MarkKind.ARROW, ((1.0, 2.0), (3.0, 4.0)), new_uid(), "here")
    moved = mark.moved(1.0, -1.0)
    assert moved.points == ((2.0, 1.0), (4.0, 3.0))
    assert mark.points == ((1.0, 2.0), (3.0, 4.0))
    assert mark.with_point(1, (9.0, 9.0)).points == ((1.0, 2.0), (9.0, 9.0))
    assert moved.uid == mark.uid != new_uid()
    assert moved.text == "here"
