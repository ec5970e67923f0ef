"""What a file says of text in its pixels."""

from __future__ import annotations

from enum import IntEnum


class BurnedIn(IntEnum):
    """Burned In Annotation (0028,0301), PS3.3 C.7.6.1 (table C.7-9); the gravest last."""

    NOTHING_SAID = 0
    """The attribute is NO, or is absent on an image that came from a scanner."""
    UNKNOWN = 1
    """It is absent on a secondary capture, or holds neither YES nor NO there."""
    YES = 2
