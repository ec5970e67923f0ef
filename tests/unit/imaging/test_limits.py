"""How much a header may ask for."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from pydicom.uid import JPEGLSLossless

from tests.dicom_factory import make_dataset, save_encapsulated, write_dicom
from tumorview.cli import ExitCode, main
from tumorview.imaging.decode_pool import POOL
from tumorview.imaging.errors import DecoderCrashedError, TooLargeError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.limits import BoundedStream, Limits, has_too_many_items, limits, use_limits

_PICTURE = np.arange(64, dtype=np.uint8).reshape(8, 8)
_ITEM = b"\xfe\xff\x00\xe0"


@pytest.fixture(autouse=True)
def small_limits() -> Iterator[None]:
    before = limits()
    use_limits(Limits(reads=20, items=5, header_bytes=100))
    yield
    use_limits(before)


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


def test_empty_elements_are_counted_though_one_read_is_all_they_need() -> None:
    use_limits(Limits(elements=5))
    stream = _bounded(bytes(90))
    for _ in range(5):
        stream.read(8)
    with pytest.raises(TooLargeError, match="more elements"):
        stream.read(8)


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


def test_a_user_can_raise_the_limits(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", np.zeros((8, 8), np.uint16))
    use_limits(Limits(frame_bytes=100))
    with pytest.raises(TooLargeError, match="--limits") as caught:
        open_image(path)
    assert "file_limits" in caught.value.sentence()
    use_limits(Limits(frame_bytes=100).times(2))
    assert open_image(path).read_frame().stored_values.shape == (8, 8)


def test_decoders_get_the_memory_of_the_limits(tmp_path: Path) -> None:
    dataset = make_dataset(np.zeros((8, 8), np.uint8))
    path = tmp_path / "a.dcm"
    save_encapsulated(dataset, path, [bytes(imagecodecs.jpegls_encode(_PICTURE))], JPEGLSLossless)
    POOL.close()
    # No codec fits into that.
    use_limits(Limits(decoder_bytes=1 << 20))
    try:
        with pytest.raises((DecoderCrashedError, TooLargeError)):
            open_image(path).read_frame()
    finally:
        POOL.close()
        use_limits(Limits())
    assert np.array_equal(open_image(path).read_frame().stored_values, _PICTURE)


@pytest.mark.parametrize("factor", ["0", "-1", "65", "many"])
def test_a_factor_out_of_range_is_a_usage_error(
    factor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", "a.dcm", "--limits", factor]) == ExitCode.USAGE
    assert "--limits" in capsys.readouterr().err


def test_the_command_line_sets_the_limits(tmp_path: Path) -> None:
    main(["analyze", str(tmp_path / "missing.dcm"), "--limits", "3"])
    assert limits() == Limits().times(3)
