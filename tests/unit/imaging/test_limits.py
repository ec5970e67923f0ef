"""How much a header may ask for."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest

from tumorview.imaging import limits
from tumorview.imaging.errors import TooLargeError
from tumorview.imaging.limits import BoundedStream, has_too_many_items

_ITEM = b"\xfe\xff\x00\xe0"


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_READS", 20)
    monkeypatch.setattr(limits, "MAX_ITEMS", 5)
    monkeypatch.setattr(limits, "HEADER_BUDGET_BYTES", 100)


def _bounded(content: bytes) -> BoundedStream:
    return BoundedStream(io.BytesIO(content), Path("scan.dcm"))


def test_a_stream_gives_what_the_file_has() -> None:
    stream = _bounded(b"0123456789")
    assert stream.read(4) == b"0123"
    stream.seek(8)
    assert (stream.read(99), stream.tell()) == (b"89", 10)
    assert stream.refusal is None


def test_too_many_pieces_are_refused_and_remembered() -> None:
    stream = _bounded(bytes(90))
    for _ in range(20):
        stream.read(1)
    with pytest.raises(TooLargeError, match=r"scan\.dcm: .*more elements"):
        stream.read(1)
    assert stream.refusal is not None


def test_too_many_bytes_are_refused_and_a_huge_length_is_not_asked_for() -> None:
    stream = _bounded(bytes(300))
    with pytest.raises(TooLargeError, match="larger than"):
        stream.read(1 << 40)


def test_too_many_items_are_refused() -> None:
    stream = _bounded((_ITEM + bytes(4)) * 9)
    for _ in range(5):
        stream.read(8)
    with pytest.raises(TooLargeError):
        stream.read(8)


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_items_of_a_sequence_are_counted_and_not_those_within(order: str) -> None:
    def item(content: bytes) -> bytes:
        return struct.pack(f"{order}HHL", 0xFFFE, 0xE000, len(content)) + content

    nested = item(item(b"ab") * 20)
    assert not has_too_many_items(nested * 5)
    assert has_too_many_items(nested * 6)


def test_items_without_a_length_are_counted_by_their_tags() -> None:
    open_item = _ITEM + b"\xff\xff\xff\xff"
    assert has_too_many_items(open_item + _ITEM * 30)
    assert not has_too_many_items(b"no sequence at all, but long enough to look at")
