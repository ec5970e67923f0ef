"""The process that reads headers: paths on its standard input, headers on its standard output.

Reading a header is a thousand small steps of Python, and while they are taken the window of the
same process waits for its turn at each of its own. A message is a length (an unsigned 64-bit
number) and so many bytes: a path as the system writes it, or a header in MessagePack. Neither side
ever unpickles anything. An empty answer says that whoever asked has to read the file, and will find
out what is wrong with it.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from pathlib import Path
from typing import IO, Any

import msgspec

from tumorview.imaging.decode_pool import POOL
from tumorview.imaging.decode_worker import own_output
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.image_file import open_image
from tumorview.imaging.limits import Limits, use_limits

LENGTH = struct.Struct("<Q")


def encoded(header: ImageHeader) -> bytes:
    """`header` in MessagePack; paths as the system writes them, which need not be text."""
    return msgspec.msgpack.encode(header, enc_hook=_path_bytes)


def decoded(data: bytes) -> ImageHeader:
    """The header in `data`. Raises msgspec.DecodeError where there is none, or a damaged one."""
    known: dict[bytes, Path] = {}

    def path_of(kind: type, value: object) -> object:
        if kind is not Path or not isinstance(value, bytes):
            raise TypeError(f"not a {kind.__name__}")
        # The frames of a file share its path.
        return known.setdefault(value, Path(os.fsdecode(value)))

    header: ImageHeader = msgspec.msgpack.decode(data, type=ImageHeader, dec_hook=path_of)
    return header


def _path_bytes(value: Any) -> bytes:
    if isinstance(value, Path):
        return os.fsencode(value)
    raise NotImplementedError(f"a header does not hold {type(value).__name__}")


def main(limits: str) -> int:
    """Answer paths until there are no more, within `limits` (a `Limits` in JSON)."""
    paths, answers = sys.stdin.buffer, own_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that asks
    use_limits(msgspec.json.decode(limits, type=Limits))
    POOL.prepare_nothing()
    while len(length := paths.read(LENGTH.size)) == LENGTH.size:
        (size,) = LENGTH.unpack(length)
        _send(answers, _answer(paths.read(size)))
    return 0


def _answer(path: bytes) -> bytes:
    try:
        return encoded(open_image(Path(os.fsdecode(path))).header)
    except Exception:  # noqa: BLE001 - whoever asked reads the file and says why it cannot be read
        return b""


def _send(answers: IO[bytes], data: bytes) -> None:
    answers.write(LENGTH.pack(len(data)) + data)
    answers.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
