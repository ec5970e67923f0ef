"""No hostile file crashes, hangs or floods the reader; each is an image or a clear refusal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.all_cases import FAMILIES
from tests.hostile.case import Case

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="peak memory is read from /proc"
)

if sys.platform.startswith("linux"):
    from tests.hostile.judge import Judge

CPU_SECONDS = 5.0
PEAK_MIB = 600.0

_CASES = [(family, case) for family, cases in FAMILIES.items() for case in cases]


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """One process for all files; it is replaced when a file ends it."""
    process = Judge()
    yield process
    process.close()


@pytest.mark.parametrize(
    "case", [case for _, case in _CASES], ids=[f"{family}: {case.name}" for family, case in _CASES]
)
def test_a_hostile_file_is_an_image_or_a_clear_refusal(
    case: Case, judge: Judge, tmp_path: Path
) -> None:
    verdict = judge.judge(case.write(tmp_path / "file"))
    assert verdict.outcome in case.expected, verdict
    # A limit on what a file may cost, not a measure of speed.
    assert verdict.seconds < CPU_SECONDS, verdict
    assert verdict.peak_mib < PEAK_MIB, verdict
    assert "Traceback" not in verdict.sentence


def test_cases_have_names_of_their_own() -> None:
    names = [(family, case.name) for family, case in _CASES]
    assert len(set(names)) == len(names)
    assert len(names) >= 150


def test_the_judge_survives_a_file_that_ends_it(judge: Judge, tmp_path: Path) -> None:
    sound = FAMILIES["structure"][0].write(tmp_path / "file")
    judge.judge(sound)
    assert judge._process is not None
    judge._process.kill()
    judge._process.wait()
    with pytest.raises(BrokenPipeError):
        judge.judge(sound)
    judge.close()
    assert judge.judge(sound).outcome == "empty_file"
