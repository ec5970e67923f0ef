"""ZIP archives as programs, and as attackers, write them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
_FLAGS_IN_CENTRAL, _FLAGS_IN_LOCAL = 8, 6


def zip_of(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return stream.getvalue()


def zip_with_mode(name: str, data: bytes, mode: int) -> bytes:
    """One member with a Unix mode: a link holds its target as content."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(info, data)
    return stream.getvalue()


def zip_with_link(name: str, target: str) -> bytes:
    """A symbolic link as the only member."""
    return zip_with_mode(name, target.encode(), stat.S_IFLNK | 0o777)


def renamed(archive: bytes, old: str, new: str | bytes) -> bytes:
    """`archive` with every name `old` written over by one of the same length."""
    replacement = new if isinstance(new, bytes) else new.encode()
    assert len(replacement) == len(old)
    assert archive.count(old.encode()) >= 2
    return archive.replace(old.encode(), replacement)


def with_flags(archive: bytes, flags: int) -> bytes:
    """`archive` with general purpose flags set in every header."""
    changed = bytearray(archive)
    for mark, offset in ((LOCAL, _FLAGS_IN_LOCAL), (CENTRAL, _FLAGS_IN_CENTRAL)):
        at = changed.find(mark)
        while at >= 0:
            (before,) = struct.unpack_from("<H", changed, at + offset)
            struct.pack_into("<H", changed, at + offset, before | flags)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def with_wrong_checksum(archive: bytes) -> bytes:
    """`archive` whose first member has another checksum than its content."""
    changed = bytearray(archive)
    for mark, offset in ((LOCAL, 14), (CENTRAL, 16)):
        at = changed.find(mark) + offset
        changed[at] ^= 0xFF
    return bytes(changed)


def with_size(archive: bytes, size: int) -> bytes:
    """`archive` whose first member says that it inflates to `size` bytes."""
    changed = bytearray(archive)
    struct.pack_into("<L", changed, changed.find(LOCAL) + 22, size)
    struct.pack_into("<L", changed, changed.find(CENTRAL) + 24, size)
    return bytes(changed)


def overlapping(data: bytes, count: int) -> bytes:
    """An archive whose `count` members all have the bytes of the first one."""
    whole = zip_of({"member000": data})
    start = whole.find(CENTRAL)
    head, entry = whole[:start], whole[start : whole.find(END)]
    entries = b"".join(entry.replace(b"member000", b"member%03d" % n) for n in range(count))
    end = struct.pack("<4s4H2LH", END, 0, 0, count, count, len(entries), len(head), 0)
    return head + entries + end


def with_long_directory(count: int) -> bytes:
    """An archive whose directory has `count` entries for one empty member."""
    whole = zip_of({"a": b""}, zipfile.ZIP_STORED)
    start = whole.find(CENTRAL)
    head, entry = whole[:start], whole[start : whole.find(END)]
    said = min(count, 0xFFFF)
    end = struct.pack("<4s4H2LH", END, 0, 0, said, said, len(entry) * count, len(head), 0)
    return head + entry * count + end
