"""Changes of PNG and JPEG files that keep checksums and lengths right, most of the time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.dicom_mutator import MutateBytes

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NUMBERS = (0, 1, 2, 3, 4, 8, 16, 255, 256, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_MOST_PARTS = 200

Part = tuple[bytes, bytes]
"""Kind and body of a chunk or segment."""


def mutate(
    data: bytes, most: int, random: Random, mutate_bytes: MutateBytes, others: Sequence[bytes] = ()
) -> bytes:
    """A changed file of at most `most` bytes."""
    if random.random() < 0.05:
        return mutate_bytes(data, most)
    if data.startswith(PNG_SIGNATURE):
        changed = _with_parts(_chunks(data), random, mutate_bytes, others, _chunks, _change_header)
        made = PNG_SIGNATURE + b"".join(_chunk(*part, random) for part in changed)
    elif data.startswith(b"\xff\xd8"):
        changed = _with_parts(_segments(data), random, mutate_bytes, others, _segments, _as_it_is)
        made = b"\xff\xd8" + b"".join(_segment(*part, random) for part in changed)
    else:
        return mutate_bytes(data, most)
    return made if len(made) <= most else made[:most]


def _with_parts(
    parts: list[Part],
    random: Random,
    mutate_bytes: MutateBytes,
    others: Sequence[bytes],
    parse: Callable[[bytes], list[Part]],
    change_body: Callable[[Part, Random], bytes],
) -> list[Part]:
    for _ in range(random.choice((1, 1, 2))):
        if not parts:
            break
        place = random.randrange(len(parts))
        what = random.randrange(12)
        if what == 0 and place < len(parts) - 1:
            del parts[place]
        elif what == 1:
            parts.insert(random.randrange(len(parts)), parts[place])
        elif what == 2 and others:
            donor = parse(random.choice(others))
            if donor:
                parts.insert(place, random.choice(donor))
        elif what in {3, 4}:
            parts[place] = (parts[place][0], change_body(parts[place], random))
        else:
            kind, body = parts[place]
            parts[place] = (kind, mutate_bytes(body, len(body) + 16))
    return parts


def _chunks(data: bytes) -> list[Part]:
    """(type, body) of each chunk of a PNG, as far as they can be followed."""
    found: list[Part] = []
    position = len(PNG_SIGNATURE)
    while position + 12 <= len(data) and len(found) < _MOST_PARTS:
        (length,) = struct.unpack_from(">I", data, position)
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        if kind == b"IDAT":
            # The pixels themselves are what is changed, not their compression.
            inflater = zlib.decompressobj()
            try:
                body = b"*" + inflater.decompress(body, 1 << 16)
            except zlib.error:
                body = b"=" + body
        found.append((kind, body))
        position += 12 + length
    return found


def _chunk(kind: bytes, body: bytes, random: Random) -> bytes:
    if kind == b"IDAT":
        body = zlib.compress(body[1:], 1) if body[:1] == b"*" else body[1:]
    length = len(body) if random.random() < 0.998 else random.choice(_NUMBERS)
    checksum = zlib.crc32(kind + body)
    if random.random() < 0.003:
        checksum ^= 1
    return struct.pack(">I", length) + kind + body + struct.pack(">I", checksum)


def _change_header(part: Part, random: Random) -> bytes:
    kind, body = part
    if kind != b"IHDR" or len(body) != 13:
        return body
    columns, rows, bits, color, packing, filtering, interlace = struct.unpack(">IIBBBBB", body)
    what = random.randrange(4)
    if what == 0:
        columns, rows = (random.choice((1, 2, 3, 7, 8, 64, *_NUMBERS)) for _ in range(2))
    elif what == 1:
        bits, color = random.choice((1, 2, 4, 8, 16, 3)), random.choice((0, 2, 3, 4, 6, 5))
    elif what == 2:
        interlace = random.randint(0, 2)
    else:
        packing, filtering = random.randint(0, 1), random.randint(0, 1)
    return struct.pack(">IIBBBBB", columns, rows, bits, color, packing, filtering, interlace)


def _segments(data: bytes) -> list[Part]:
    """(marker, body) of each segment of a JPEG; the scan with what follows is the last."""
    found: list[Part] = []
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and len(found) < _MOST_PARTS:
        marker = data[position : position + 2]
        (length,) = struct.unpack_from(">H", data, position + 2)
        end = len(data) if marker == b"\xff\xda" else position + 2 + length
        found.append((marker, data[position + 4 : end]))
        position = end
        if length < 2:
            break
    return found


def _segment(marker: bytes, body: bytes, random: Random) -> bytes:
    # The length of a scan's header is 6 and 2 bytes a component (ITU-T T.81, B.2.3).
    length = 6 + 2 * body[0] if marker == b"\xff\xda" and body else len(body) + 2
    if random.random() < 0.005:
        length = random.choice(_NUMBERS)
    return marker + struct.pack(">H", length & 0xFFFF) + body


def _as_it_is(part: Part, random: Random) -> bytes:
    marker, body = part
    if 0xC0 <= marker[1] <= 0xCF and len(body) >= 6:
        numbers = bytearray(body)
        place = random.randrange(len(numbers))
        numbers[place] = random.choice((0, 1, 2, 3, 4, 8, 12, 16, 0x11, 0x22, 0x7F, 0xFF))
        return bytes(numbers)
    return body[: random.randint(0, len(body))]
