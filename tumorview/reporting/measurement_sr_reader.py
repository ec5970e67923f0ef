"""A DICOM structured report -> marks, whoever wrote it, as far as its content is understood."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydicom.dataset import Dataset

from tumorview.domain.marks import Mark, MarkKind, Point, new_uid
from tumorview.domain.stored_marks import StoredMark, StoredMarks
from tumorview.imaging import dicom_tags as tags

SR_CLASSES = "1.2.840.10008.5.1.4.1.1.88."
"""Root of the SOP Class UIDs of structured reports (PS3.4 B.5)."""

_MEASUREMENT_GROUP = "125007"
_TRACKING_UID = "112040"
_IMAGE_REGION = "111030"
_COMMENT = "121106"
_LENGTHS = frozenset({"410668003", "121206", "G-D7FE"})
"""Length (SCT), Distance (DCM), Length (SRT, retired)."""
_ANGLES = frozenset({"1483009", "G-A193"})
_COBB_ANGLES = frozenset({"285285000"})
_REGION_VALUES = frozenset(
    {"42798000", "G-A166", "112031", "110852", "pixel-value", "112181", "112179", "112180"}
)
"""Area, and values of the pixels: they are worked out again from the image."""

_CONTEXT = frozenset({"HAS OBS CONTEXT", "HAS CONCEPT MOD", "HAS PROPERTIES"})
_DEEPEST = 16
_LONGEST_NAME = 64
_ARROW_WITHOUT_WORDS = "Arrow"
_ON_AXIS = 1e-3
"""Pixels; coordinates are stored in single precision."""


@dataclass(slots=True)
class _Reading:
    """What has been found so far."""

    marks: list[StoredMark] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Graphic:
    """SCOORD: a graphic on one frame of an image."""

    kind: str
    points: tuple[Point, ...]
    sop_instance_uid: str
    frame_number: int


def is_report(ds: Dataset) -> bool:
    """True for every kind of structured report."""
    return (tags.uid(ds, "SOPClassUID") or "").startswith(SR_CLASSES)


def read_marks(ds: Dataset) -> StoredMarks:
    """The marks of a report; what else its measurement groups hold is named.

    Values are not read: they follow from the pixels. A report without a measurement group has no
    marks and says so in `not_understood`.
    """
    reading = _Reading()
    groups = list(_groups(ds, 0))
    if not groups:
        reading.unknown.append("a report without measurement groups (TID 1500)")
    for group in groups:
        _read_group(group, reading)
    return StoredMarks(tuple(reading.marks), tuple(dict.fromkeys(reading.unknown)))


def _groups(item: Dataset, depth: int) -> Iterator[Dataset]:
    for child in tags.items(item, "ContentSequence"):
        if tags.text(child, "ValueType") != "CONTAINER":
            continue
        if _code(child) == _MEASUREMENT_GROUP:
            yield child
        elif depth < _DEEPEST:
            yield from _groups(child, depth + 1)


def _read_group(group: Dataset, reading: _Reading) -> None:
    children = tags.items(group, "ContentSequence")
    uid = next((tags.uid(c, "UID") for c in children if _code(c) == _TRACKING_UID), None)
    found: list[tuple[MarkKind, list[_Graphic], str]] = []
    has_region = any(_code(c) == _IMAGE_REGION for c in children)
    for child in children:
        kind, code = tags.text(child, "ValueType"), _code(child)
        if tags.text(child, "RelationshipType") in _CONTEXT:
            continue
        graphics = _graphics(child)
        if kind == "SCOORD" and code == _IMAGE_REGION:
            found.append(_region(child))
        elif kind == "NUM" and graphics and (of := _line_kind(code, graphics)) is not None:
            found.append((of, graphics, ""))
        elif kind == "TEXT" and code == _COMMENT:
            # A comment without coordinates says something of the group, in words only.
            found += [_spoken(tags.text(child, "TextValue"), g) for g in graphics]
        elif kind == "NUM" and has_region and code in _REGION_VALUES:
            continue
        else:
            reading.unknown.append(_name(child))
    for place, (of, graphics, text) in enumerate(found):
        # Several marks of one group would have one identity.
        _add(reading, of, graphics, text, uid if uid and place == 0 else new_uid())


def _add(reading: _Reading, kind: MarkKind, graphics: list[_Graphic], text: str, uid: str) -> None:
    images = {(graphic.sop_instance_uid, graphic.frame_number) for graphic in graphics}
    points = tuple(point for graphic in graphics for point in graphic.points)
    if len(images) != 1 or not graphics[0].sop_instance_uid:
        reading.unknown.append(f"{kind.value} on no image, or on several")
        return
    try:
        mark = Mark(kind, points, uid, text)
    except ValueError:
        reading.unknown.append(f"{kind.value} that cannot be drawn")
        return
    image, frame_number = images.pop()
    reading.marks.append(StoredMark(image, frame_number, mark))


def _line_kind(code: str, graphics: list[_Graphic]) -> MarkKind | None:
    counts = [len(g.points) if g.kind == "POLYLINE" else 0 for g in graphics]
    if code in _LENGTHS and counts == [2]:
        return MarkKind.DISTANCE
    if code in _ANGLES and counts == [3]:
        return MarkKind.ANGLE
    if code in (_ANGLES | _COBB_ANGLES) and counts == [2, 2]:
        return MarkKind.COBB
    return None


def _spoken(text: str, graphic: _Graphic) -> tuple[MarkKind, list[_Graphic], str]:
    if graphic.kind == "POLYLINE":
        return MarkKind.ARROW, [graphic], "" if text == _ARROW_WITHOUT_WORDS else text
    return MarkKind.TEXT, [graphic], text


def _region(item: Dataset) -> tuple[MarkKind, list[_Graphic], str]:
    graphic = _graphic(item)
    points = graphic.points
    if graphic.kind == "POLYLINE" and len(points) > 3 and points[0] == points[-1]:
        corners = points[:-1]
        if _is_upright_box(corners):
            return MarkKind.RECTANGLE, [_with(graphic, (corners[0], corners[2]))], ""
        return MarkKind.FREEHAND, [_with(graphic, corners)], ""
    if graphic.kind == "ELLIPSE" and len(points) == 4:
        box = _box(points)
        if all(_on_box_axis(point, box) for point in points):
            return MarkKind.ELLIPSE, [_with(graphic, box)], ""
        return MarkKind.FREEHAND, [_with(graphic, _tilted_ellipse(points))], ""
    if graphic.kind == "CIRCLE" and len(points) == 2:
        (x, y), radius = points[0], math.dist(points[0], points[1])
        corners = ((x - radius, y - radius), (x + radius, y + radius))
        return MarkKind.ELLIPSE, [_with(graphic, corners)], ""
    # No point at all: it cannot be drawn, which is then said.
    return MarkKind.FREEHAND, [_with(graphic, ())], ""


def _is_upright_box(corners: tuple[Point, ...]) -> bool:
    if len(corners) != 4:
        return False
    a, b, c, d = corners
    first = _same(a[1], b[1]) and _same(b[0], c[0]) and _same(c[1], d[1]) and _same(d[0], a[0])
    other = _same(a[0], b[0]) and _same(b[1], c[1]) and _same(c[0], d[0]) and _same(d[1], a[1])
    return first or other


def _box(points: tuple[Point, ...]) -> tuple[Point, Point]:
    columns, rows = [p[0] for p in points], [p[1] for p in points]
    return (min(columns), min(rows)), (max(columns), max(rows))


def _on_box_axis(point: Point, box: tuple[Point, Point]) -> bool:
    (x0, y0), (x1, y1) = box
    return _same(point[0], (x0 + x1) / 2) or _same(point[1], (y0 + y1) / 2)


def _tilted_ellipse(ends: tuple[Point, ...]) -> tuple[Point, ...]:
    """An outline in place of an ellipse whose axes do not run along rows and columns."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends
    x, y = (ax + bx) / 2, (ay + by) / 2
    major, minor = ((bx - ax) / 2, (by - ay) / 2), ((dx - cx) / 2, (dy - cy) / 2)
    steps = (2 * math.pi * k / 90 for k in range(90))
    return tuple(
        (
            x + major[0] * math.cos(t) + minor[0] * math.sin(t),
            y + major[1] * math.cos(t) + minor[1] * math.sin(t),
        )
        for t in steps
    )


def _graphics(item: Dataset) -> list[_Graphic]:
    children = tags.items(item, "ContentSequence")
    return [_graphic(c) for c in children if tags.text(c, "ValueType") == "SCOORD"]


def _graphic(item: Dataset) -> _Graphic:
    numbers = tags.decimals(item, "GraphicData")
    pairs = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    image, frame_number = "", 1
    for child in tags.items(item, "ContentSequence"):
        reference = tags.first_item(child, "ReferencedSOPSequence")
        if tags.text(child, "ValueType") == "IMAGE" and reference is not None:
            image = tags.uid(reference, "ReferencedSOPInstanceUID") or ""
            frame_number = max(tags.integer(reference, "ReferencedFrameNumber") or 1, 1)
    return _Graphic(tags.text(item, "GraphicType").upper(), pairs, image, frame_number)


def _with(graphic: _Graphic, points: tuple[Point, ...]) -> _Graphic:
    return _Graphic(graphic.kind, points, graphic.sop_instance_uid, graphic.frame_number)


def _code(item: Dataset) -> str:
    name = tags.first_item(item, "ConceptNameCodeSequence")
    return "" if name is None else tags.text(name, "CodeValue")


def _name(item: Dataset) -> str:
    concept = tags.first_item(item, "ConceptNameCodeSequence")
    meaning = "" if concept is None else tags.text(concept, "CodeMeaning")
    return (meaning or tags.text(item, "ValueType") or "content without a name")[:_LONGEST_NAME]


def _same(one: float, other: float) -> bool:
    return abs(one - other) < _ON_AXIS
