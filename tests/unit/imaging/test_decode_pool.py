"""Decoding in processes of their own: what happens there stays there."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from tests.dicom_factory import write_dicom
from tumorview.cli import main
from tumorview.imaging import decode_pool, decode_worker
from tumorview.imaging.decode_jobs import Job
from tumorview.imaging.decode_pool import POOL, DecodePool, RefusedByDecoderError
from tumorview.imaging.errors import DecoderCrashedError, DecodeTimeoutError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.limits import limits

WHERE = Path("scan.dcm")
SMALL = Job("png", 64)
PNG = bytes(imagecodecs.png_encode(np.arange(64, dtype=np.uint8).reshape(8, 8)))

# A worker that reads a job and then does what `{}` says, with the answers' stream as `out`.
_SCRIPT = """
import os, struct, sys, time
out, lengths = sys.stdout.buffer, struct.Struct("<QQ")
head, body = lengths.unpack(sys.stdin.buffer.read(16))
sys.stdin.buffer.read(head + body)
def say(head, body=b"", size=None):
    out.write(lengths.pack(len(head), len(body) if size is None else size) + head + body)
    out.flush()
"""


@pytest.fixture
def pool() -> Iterator[DecodePool]:
    own = DecodePool()
    yield own
    own.close()


def _replace_worker(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    monkeypatch.setattr(decode_pool, "_command", lambda: [sys.executable, "-c", _SCRIPT + does])


def test_a_picture_is_decoded_and_the_process_is_kept_for_the_next(pool: DecodePool) -> None:
    for _ in range(3):
        array = pool.decode(SMALL, PNG, WHERE)
        np.testing.assert_array_equal(array.ravel(), np.arange(64))
        assert array.dtype == np.uint8
    assert len(pool._idle) == 1


def test_what_the_decoder_refuses_is_told_in_its_own_words(pool: DecodePool) -> None:
    with pytest.raises(RefusedByDecoderError, match="not a PNG image"):
        pool.decode(SMALL, b"no picture", WHERE)
    assert pool.decode(SMALL, PNG, WHERE).shape == (8, 8)


@pytest.mark.parametrize(
    "does",
    [
        "os.abort()",
        "os._exit(0)",
        "say(b'not json')",
        "out.write(b'\\xff' * 16); out.flush()",
        "say(b'x' * 70000)",
        """say(b'{"dtype": "|O", "shape": [1]}', b"12345678")""",
        """say(b'{"dtype": "|u1", "shape": [9, 9]}', b"short")""",
        """say(b'{"dtype": "|u1", "shape": [-1, -5]}', b"12345")""",
        """say(b'{"dtype": "|u1", "shape": [4611686018427387904, 4]}', b"", 0)""",
        """say(b'{"dtype": "|u1", "shape": [5]}', b"123", 5); out.close(); os._exit(0)""",
    ],
)
def test_a_process_that_ends_or_talks_nonsense_is_an_error_and_replaced(
    does: str, pool: DecodePool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _replace_worker(patch, does)
        with pytest.raises(DecoderCrashedError, match=r"scan\.dcm.*other images are not affected"):
            pool.decode(SMALL, PNG, WHERE)
    assert pool.decode(SMALL, PNG, WHERE).shape == (8, 8)


def test_a_process_that_never_answers_is_ended(
    pool: DecodePool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode_pool, "_WAIT_SECONDS", 0.2)
    monkeypatch.setattr(decode_pool, "_WAIT_FACTOR", 0.0)
    _replace_worker(monkeypatch, "time.sleep(600)")
    with pytest.raises(DecodeTimeoutError, match="too long to decode"):
        pool.decode(SMALL, PNG, WHERE)


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="the system cannot limit CPU time")
def test_a_process_that_computes_for_ever_is_ended_by_the_system(
    pool: DecodePool, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 20))\n"
    _replace_worker(monkeypatch, limit + "while True: pass")
    with pytest.raises(DecodeTimeoutError):
        pool.decode(SMALL, PNG, WHERE)


def test_a_worker_that_died_while_it_waited_is_replaced(pool: DecodePool) -> None:
    pool.decode(SMALL, PNG, WHERE)
    pool._idle[0]._process.kill()
    pool._idle[0]._process.wait()
    assert pool.decode(SMALL, PNG, WHERE).shape == (8, 8)


def test_threads_decode_at_the_same_time(pool: DecodePool) -> None:
    found: list[int] = []

    def ask() -> None:
        found.extend(int(pool.decode(SMALL, PNG, WHERE).sum()) for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [64 * 63 // 2] * 20


def test_a_larger_job_may_take_longer() -> None:
    small = decode_worker.allowed_seconds(SMALL, 100)
    assert decode_worker.allowed_seconds(Job("png", 1 << 28), 100) > small
    assert decode_worker.allowed_seconds(SMALL, 100 << 20) > small


def test_a_compressed_file_waits_for_no_process_to_start(tmp_path: Path) -> None:
    POOL.close()
    path = tmp_path / "a.dcm"
    from pydicom.uid import RLELossless  # noqa: PLC0415 - beside its only use

    write_dicom(path, np.arange(64, dtype=np.uint16).reshape(8, 8), transfer_syntax=RLELossless)
    opened = open_image(path)
    assert len(POOL._idle) == 1
    assert opened.read_frame().stored_values.shape == (8, 8)


def test_the_packaged_application_starts_itself_as_a_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = decode_pool._command()
    assert command[:-1] == [sys.executable, decode_pool.WORKER_ARGUMENT]
    assert int(command[-1]) == limits().decoder_bytes
    started = subprocess.run(
        [sys.executable, "-m", "tumorview", *command[1:]],
        input=b"",
        capture_output=True,
        check=False,
    )
    assert (started.returncode, started.stdout, started.stderr) == (0, b"", b"")
    assert main(["--decode-workers"]) != 0
