"""The decoders that the application uses are those that were measured best."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import RLELossless

from tests import conformance
from tests.decoder_choice.__main__ import table
from tests.decoder_choice.candidates import FAMILIES, candidates, use_of
from tests.decoder_choice.frames import Case, made
from tests.decoder_choice.measure import Score, scores
from tests.dicom_factory import make_dataset, save
from tumorview.imaging.decoders import COMPRESSED

RIGHT, WRONG, REFUSED, ENDED, USED = 2, 3, 4, 5, 9


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    text = conformance.DOCUMENT.read_text(encoding="utf-8")
    lines = conformance.section(text, "choice").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] in FAMILIES]


def test_every_candidate_has_its_row(rows: list[list[str]]) -> None:
    expected = {(family, one.name) for one in candidates() for family in one.families}
    assert {(row[0], row[1]) for row in rows} == expected
    assert [row[USED] for row in rows] == [use_of(row[1], row[0]) for row in rows]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_decoder_in_use_got_every_frame_right(family: str, rows: list[list[str]]) -> None:
    (used,) = (row for row in rows if row[0] == family and row[USED] == "first")
    right, total = (int(number) for number in used[RIGHT].split(" of "))
    assert right == total > 5
    assert used[WRONG] == used[REFUSED] == used[ENDED] == "0"


def test_the_families_are_all_compressed_transfer_syntaxes() -> None:
    assert sorted(uid for uids in FAMILIES.values() for uid in uids) == sorted(COMPRESSED)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_measurement_tells_right_from_wrong(tmp_path: Path) -> None:
    pixels = np.arange(60, dtype=np.uint16).reshape(6, 10)
    cases = []
    for number, change in enumerate((0, 1, 2)):
        path = tmp_path / f"{number}.dcm"
        save(make_dataset(pixels), path, transfer_syntax=RLELossless)
        np.save(path.with_suffix(".npy"), pixels + np.uint16(change))
        cases.append(Case("RLE", path, pixels, tolerance=1, is_timed=number == 0))
    found = scores(cases, ["RLE"])
    assert {score.decoder.name for score in found} == {
        "imagecodecs (RLE)",
        "pydicom (RLE, in Python)",
    }
    for score in found:
        assert score.words == Counter({"right": 2, "wrong": 1})
        assert score.seconds is not None
        assert score.seconds > 0


def test_the_table_gives_times_as_ratios_to_the_fastest() -> None:
    one, other = (c for c in candidates() if "RLE" in c.families)
    found = [
        Score(one, "RLE", Counter(right=3), 4, 0, 0.25),
        Score(other, "RLE", Counter(right=2, wrong=1), 4, 1, 1.0),
        Score(other, "RLE", Counter(refused=3), 4, 4, None),
    ]
    lines = table(found).splitlines()[-3:]
    assert "| 3 of 3 | 0 | 0 | 0 | 0 of 4 | 1.0 |" in lines[0]
    assert "| 2 of 3 | 1 | 0 | 0 | 1 of 4 | 4.0 |" in lines[1]
    assert "| 0 of 3 | 0 | 3 | 0 | 4 of 4 |  |" in lines[2]


def test_every_family_has_made_frames_and_a_timed_one(tmp_path: Path) -> None:
    cases = list(made(tmp_path))
    assert {case.family for case in cases if case.is_timed} == set(FAMILIES)
    assert all(case.path.is_file() for case in cases)
