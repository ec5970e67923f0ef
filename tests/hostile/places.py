"""Indexes, and what a file system holds besides plain files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import IMAGE, Case, content
from tests.hostile.raw import dicom, element, item, meta, text


def _index(*path: str) -> bytes:
    """A DICOMDIR that refers to one file."""
    record = element(0x00041430, *text("CS", "IMAGE")) + element(
        0x00041500, *text("CS", "\\".join(path))
    )
    head = meta().replace(b"1.2.840.10008.5.1.4.1.1.4\0", b"1.2.840.10008.1.3.10\0\0\0\0\0\0")
    return bytes(128) + b"DICM" + head + element(0x00041220, "SQ", item(record))


def _made(make: Callable[[Path], object]) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        make(path)
        return path

    return write


def _named(name: str | bytes) -> Callable[[Path], Path]:
    """A sound file under another name in the same folder."""

    def write(path: Path) -> Path:
        other = path.parent / os.fsdecode(name)
        other.write_bytes(dicom())
        return other

    return write


def _loop(path: Path) -> None:
    other = path.with_name(path.name + "-other")
    path.symlink_to(other)
    other.symlink_to(path)


def _socket(path: Path) -> None:
    # The path of a socket is short by law, whatever the folder.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(before)


def _deep(path: Path) -> Path:
    """A sound file so deep in folders that its path is longer than a system call takes."""
    before = Path.cwd()
    name = "d" * 200
    whole = path
    path.mkdir()
    os.chdir(path)
    try:
        for _ in range(22):
            Path(name).mkdir()
            os.chdir(name)
            whole = whole / name
        Path("x.dcm").write_bytes(dicom())
    finally:
        os.chdir(before)
    return whole / "x.dcm"


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(dicom())
        stream.truncate(8 << 30)


CASES: tuple[Case, ...] = (
    content("DICOMDIR", lambda: _index("IMAGES", "IM1"), "index_file"),
    content("DICOMDIR that leaves the folder", lambda: _index("..", "..", "etc"), "index_file"),
    content("DICOMDIR of absolute paths", lambda: _index("/etc/passwd"), "index_file"),
    Case("a folder named like a file", _made(Path.mkdir), frozenset({"not_an_image"})),
    Case("a named pipe", _made(os.mkfifo), frozenset({"not_an_image"})),
    Case("a socket", _made(_socket), frozenset({"not_an_image"})),
    Case(
        "a link to an endless device",
        _made(lambda path: path.symlink_to("/dev/zero")),
        frozenset({"not_an_image"}),
    ),
    Case(
        "a link to a terminal",
        _made(lambda path: path.symlink_to("/dev/tty")),
        frozenset({"not_an_image", "unreadable_file"}),
    ),
    Case("a link to itself", _made(_loop), frozenset({"unreadable_file"})),
    Case(
        "a link to nothing",
        _made(lambda path: path.symlink_to("nowhere")),
        frozenset({"unreadable_file"}),
    ),
    Case("no such file", lambda path: path, frozenset({"unreadable_file"})),
    Case(
        "a null byte in the name", lambda path: Path(f"{path}\0x"), frozenset({"unreadable_file"})
    ),
    Case("a name that is not UTF-8", _named(b"scan-\xff\xfe.dcm"), frozenset({IMAGE})),
    Case("a name of 250 letters", _named("n" * 250), frozenset({IMAGE})),
    Case("a name on two lines", _named("scan\n1.dcm"), frozenset({IMAGE})),
    Case("a name like an option", _named("--help"), frozenset({IMAGE})),
    Case("a name with a wrong ending", _named("scan.exe"), frozenset({IMAGE})),
    Case("a path longer than the system takes", _deep, frozenset({"unreadable_file"})),
    Case("8 GiB, most of it a hole", _made(_sparse), frozenset({IMAGE})),
)
