"""The fuzzer's parts, its targets over the seeds, and a few seconds of the real thing."""

from __future__ import annotations

import importlib.util
import json
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import dicom_mutator, raster_mutator, seeds
from tests.fuzz.dicom_tree import build, parse
from tests.fuzz.minimise import minimise
from tests.fuzz.targets import PIECE_NUMBERS, TARGETS, small_limits
from tests.fuzz.verdict import judge
from tests.hostile import raw
from tumorview.imaging.decode_pool import POOL
from tumorview.imaging.limits import limits

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="hangs and memory are measured as Linux does"
)


@pytest.fixture(scope="module")
def dicom_files() -> list[bytes]:
    """Seeds of the DICOM targets."""
    return seeds.dicom_seeds()


@pytest.fixture(autouse=True)
def _no_decoders_left() -> Iterator[None]:
    yield
    POOL.close()


def _scramble(random: Random) -> dicom_mutator.MutateBytes:
    """Stands in for libFuzzer's own mutation."""

    def mutate(data: bytes, most: int) -> bytes:
        changed = bytearray(data)
        for _ in range(min(len(data), 3)):
            changed[random.randrange(len(data))] = random.randrange(256)
        return bytes(changed[:most])

    return mutate


def test_the_seeds_are_small_many_and_always_the_same(dicom_files: list[bytes]) -> None:
    assert len(dicom_files) > 250
    assert all(0 < len(data) <= seeds.LARGEST for data in dicom_files)
    assert seeds.dicom_seeds() == dicom_files
    assert len(seeds.raster_seeds()) > 60


def test_a_file_is_taken_apart_and_put_together_again(dicom_files: list[bytes]) -> None:
    same = sum(build(parse(data)) == data for data in dicom_files)
    assert same > 0.9 * len(dicom_files)  # others lie in ways that the tree does not keep
    nested = raw.dicom(extra=raw.element(0x00081140, "SQ", raw.item(raw.element(1, "LO", b"ab"))))
    tree = parse(nested)
    (sequence,) = (e for e in tree.elements if e.tag == 0x00081140)
    assert sequence.items is not None
    assert sequence.items[0].elements is not None
    sequence.items[0].elements[0].value = b"abcd"
    assert len(build(tree)) == len(nested) + 2


@pytest.mark.parametrize("target", ["header", "dicom", "raster"])
def test_changed_files_keep_to_their_size_and_often_to_their_form(
    target: str, dicom_files: list[bytes], tmp_path: Path
) -> None:
    files = seeds.raster_seeds() if target == "raster" else dicom_files
    mutate = raster_mutator.mutate if target == "raster" else dicom_mutator.mutate
    read = 0
    for seed in range(60):
        random = Random(seed)
        made = mutate(files[seed % len(files)], 9000, random, _scramble(random), files)
        again = Random(seed)
        assert made == mutate(files[seed % len(files)], 9000, again, _scramble(again), files)
        assert len(made) <= 9000
        with small_limits():
            verdict = judge(TARGETS[target], made, tmp_path / "file")
        assert verdict.finding is None, verdict.finding
        read += verdict.outcome == "done"
    assert read >= 5  # else nothing gets past the first bytes


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_passes_its_seeds(target: str, dicom_files: list[bytes], tmp_path: Path) -> None:
    files = {"raster": seeds.raster_seeds(), "pieces": seeds.piece_seeds(PIECE_NUMBERS)}
    done = 0
    with small_limits():
        for data in files.get(target, dicom_files[:: 4 if target == "dicom" else 2]):
            verdict = judge(TARGETS[target], data, tmp_path / "file")
            assert verdict.finding is None, verdict.finding
            done += verdict.outcome == "done"
    assert done >= 15


def test_limits_are_as_before_behind_the_small_ones() -> None:
    before = limits()
    with small_limits():
        assert limits().frame_bytes < before.frame_bytes
    assert limits() == before


def test_what_no_input_may_do_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(data: bytes, _: Path) -> None:
        struct.unpack("<L", data)

    def flood(data: bytes, _: Path) -> None:
        assert bytearray(b"x") * (400 << 20)

    def hang(_data: bytes, _: Path) -> None:
        while True:
            try:
                time.sleep(0)
            except Exception:  # noqa: BLE001 - even this does not hold it up
                continue

    path = tmp_path / "file"
    assert judge(fault, b"abcd", path).outcome == "done"
    found = judge(fault, b"ab", path).finding
    assert found is not None
    assert (found.kind, found.signature) == ("exception", "error in test_fuzz.py:fault")
    assert judge(flood, b"", path).outcome == "flood"
    monkeypatch.setattr("tests.fuzz.verdict.CPU_SECONDS", 0.2)
    assert judge(hang, b"", path).outcome == "hang"


def test_an_error_that_only_a_last_resort_kept_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("nobody thought of this")

    monkeypatch.setattr("tumorview.imaging.dicom_file.image_header", broken)
    verdict = judge(TARGETS["header"], raw.dicom(), tmp_path / "file")
    assert verdict.outcome == "unforeseen"
    assert judge(TARGETS["header"], b"no image", tmp_path / "file").outcome == "not_an_image"


def test_an_input_is_made_smaller_as_long_as_it_shows_the_same() -> None:
    data = bytes(100) + b"fault" + bytes(300)
    assert minimise(data, lambda d: b"fault" in d) == b"fault"
    assert minimise(data, lambda _: False) == data


def test_a_few_seconds_of_fuzzing_find_nothing(tmp_path: Path, checkout: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed (pip install atheris)")
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "15", "--target", "pieces"]
    subprocess.run([*command, "--corpus", str(tmp_path)], cwd=checkout, check=True, timeout=110)
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["findings"] == []
    (run,) = report["runs"]
    assert run["executions"] > 0
    assert run["edges"] > 0
    assert any((tmp_path / "corpus" / "pieces").iterdir())
