"""ZIP archives, opened by themselves: sound ones are listed like folders, the rest is refused."""

from __future__ import annotations

import zipfile

from tests.hostile.case import BROKEN, IMAGE, NOTHING, Case, content
from tests.hostile.raw import dicom
from tests.zip_factory import (
    overlapping,
    renamed,
    with_flags,
    with_long_directory,
    with_size,
    with_wrong_checksum,
    zip_of,
    zip_with_link,
    zip_with_mode,
)

_PIPE = 0o010644


def _one(name: str = "a.dcm") -> bytes:
    return zip_of({name: dicom()})


def _utf8_flag_on_other_bytes() -> bytes:
    return with_flags(renamed(_one("scan-xy.dcm"), "scan-xy.dcm", b"scan-\xff\xfe.dcm"), 0x0800)


CASES: tuple[Case, ...] = (
    content("ZIP", _one, IMAGE),
    content("ZIP of stored members", lambda: zip_of({"a.dcm": dicom()}, zipfile.ZIP_STORED), IMAGE),
    content("ZIP with folders", lambda: zip_of({"s/1/a.dcm": dicom(), "s/": b""}), IMAGE),
    content("ZIP with nothing in it", lambda: zip_of({}), NOTHING),
    content("ZIP with litter alone", lambda: zip_of({"__MACOSX/._a.dcm": b"x"}), NOTHING),
    content("ZIP that leaves the folder", lambda: _one("../../a.dcm"), "archive_unsafe"),
    content("ZIP that leaves it by backslashes", lambda: _one("..\\..\\a.dcm"), "archive_unsafe"),
    content("ZIP that leaves it half-way", lambda: _one("s/../../a.dcm"), "archive_unsafe"),
    content("ZIP with an absolute name", lambda: _one("/etc/passwd"), "archive_unsafe"),
    content("ZIP with a drive letter", lambda: _one("C:\\windows\\a.dcm"), "archive_unsafe"),
    content("ZIP with a name on a server", lambda: _one("\\\\host\\share\\a"), "archive_unsafe"),
    content("ZIP with a member without a name", lambda: _one("./."), "archive_unsafe"),
    content(
        "ZIP with a null byte in a name",
        lambda: renamed(_one("scan.x.dcm"), "scan.x.dcm", b"scan\0x.dcm"),
        "archive_unsafe",
    ),
    content("ZIP with a link", lambda: zip_with_link("a.dcm", "/etc/passwd"), "archive_unsafe"),
    content("ZIP with a named pipe", lambda: zip_with_mode("a", b"", _PIPE), "archive_unsafe"),
    content(
        "ZIP with two members of one name",
        lambda: renamed(zip_of({"a.dcm": dicom(), "b.dcm": dicom()}), "b.dcm", "a.dcm"),
        "archive_unsafe",
    ),
    content("ZIP bomb", lambda: zip_of({"a.dcm": bytes(100 << 20)}), "too_large"),
    content(
        "ZIP bomb of many members",
        lambda: zip_of({f"{n}.dcm": bytes(1 << 20) for n in range(100)}),
        "too_large",
    ),
    content("ZIP that says to be endless", lambda: with_size(_one(), 0xFFFFFFF0), "too_large"),
    content("ZIP of overlapping members", lambda: overlapping(dicom(), 200), "archive_unsafe"),
    content("ZIP with a long directory", lambda: with_long_directory(400_000), "too_large"),
    content("ZIP with many members", lambda: with_long_directory(70_000), "too_large"),
    content("ZIP that is encrypted", lambda: with_flags(_one(), 0x1), "archive_encrypted"),
    content("ZIP with strong encryption", lambda: with_flags(_one(), 0x41), "archive_encrypted"),
    content("ZIP with a wrong checksum", lambda: with_wrong_checksum(_one()), "archive_damaged"),
    content("ZIP that says to be smaller", lambda: with_size(_one(), 10), "archive_damaged"),
    content("ZIP that says to be larger", lambda: with_size(_one(), 9000), "archive_damaged"),
    content("ZIP that is cut", lambda: _one()[:-30], "archive_damaged"),
    content("ZIP of its first bytes", lambda: _one()[:40], "archive_damaged"),
    content("ZIP without a directory", lambda: b"PK\x03\x04" + bytes(5000), "archive_damaged"),
    content(
        "ZIP with a method of its own",
        lambda: zip_of({"a.dcm": dicom()}, zipfile.ZIP_LZMA),
        "archive_damaged",
    ),
    content("ZIP with names that are not UTF-8", _utf8_flag_on_other_bytes, "archive_damaged"),
    content(
        "ZIP with names of an old code page",
        lambda: renamed(_one("scan-xy.dcm"), "scan-xy.dcm", b"scan-\xff\xfe.dcm"),
        IMAGE,
    ),
    content("ZIP in a ZIP", lambda: zip_of({"b.zip": _one()}), "archive_file"),
    content("ZIP of what is no image", lambda: zip_of({"a.txt": b"text" * 99}), "not_an_image"),
    content("ZIP of a broken image", lambda: zip_of({"a.dcm": dicom()[:400]}), *BROKEN),
)
