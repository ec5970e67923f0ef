"""What an ICC profile is called: nothing of it is applied (ICC.1, PS3.3 C.11.15)."""

from __future__ import annotations

import struct

_HEAD_BYTES = 128
_MOST_TAGS = 100
_MOST_TEXT = 128
UNNAMED = "unnamed profile"


def profile_description(profile: bytes) -> str:
    """The profile's own description; `UNNAMED` when it has none, "" when these are no profile."""
    if len(profile) < _HEAD_BYTES + 4 or profile[36:40] != b"acsp":
        return ""
    (count,) = struct.unpack_from(">L", profile, _HEAD_BYTES)
    for index in range(min(count, _MOST_TAGS)):
        entry = _HEAD_BYTES + 4 + 12 * index
        if entry + 12 > len(profile):
            break
        name, offset, size = struct.unpack_from(">4sLL", profile, entry)
        if name == b"desc":
            text = _text(profile[offset : offset + min(size, 4096)])
            return "".join(c for c in text if c.isprintable()).strip()[:_MOST_TEXT] or UNNAMED
    return UNNAMED


def is_srgb(description: str) -> bool:
    """Whether a profile or Color Space (0028,2002) of that name is that of sRGB."""
    return "srgb" in description.casefold()


def _text(tag: bytes) -> str:
    """The text of a textDescriptionType or multiLocalizedUnicodeType."""
    kind = tag[:4]
    if kind == b"desc" and len(tag) >= 12:
        (length,) = struct.unpack_from(">L", tag, 8)
        return tag[12 : 12 + length].decode("ascii", "replace")
    if kind == b"mluc" and len(tag) >= 28:
        length, offset = struct.unpack_from(">LL", tag, 20)
        return tag[offset : offset + length].decode("utf-16-be", "replace")
    return ""
