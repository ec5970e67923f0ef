"""The series of another study that shows the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, SliceOrder
from tumorview.imaging.matching import best_match, is_same_sequence, main_axis

Cosines = tuple[float, float, float, float, float, float]
AXIAL: Cosines = (1, 0, 0, 0, 1, 0)
SAGITTAL: Cosines = (0, 1, 0, 0, 0, -1)
T1, T2 = "spin echo TR 600 TE 10", "spin echo TR 4200 TE 100"


def made(
    description: str,
    *,
    modality: str = "MR",
    sequence: str = "",
    orientation: Cosines | None = AXIAL,
    count: int = 20,
) -> Series:
    frames = tuple(
        FrameInfo(
            SourceRef(Path(f"{description}{k}.dcm")), 4, 4, ImageGeometry(orientation=orientation)
        )
        for k in range(count)
    )
    return Series(
        description, modality, description, 1, frames, SliceOrder.POSITION, sequence=sequence
    )


def test_plane_sequence_and_modality_have_to_be_the_same() -> None:
    now = made("T1 +C", sequence=T1)
    wrong = [
        made("T1 +C sag", sequence=T1, orientation=SAGITTAL),
        made("T1 +C as named", sequence=T2),
        made("T1 +C", modality="CT"),
        made("T1 +C scout", sequence=T1, count=1),
    ]
    assert best_match(now, wrong) is None
    right = made("ax post", sequence="spin echo TR 580 TE 11")
    assert best_match(now, [*wrong, right]) is right


def test_the_words_of_the_description_decide_then_the_length() -> None:
    now = made("T1 AX +C", sequence=T1)
    plain = made("T1 AX", sequence=T1)
    contrast = made("AX T1 +C", sequence=T1, count=90)
    other = made("AX T1 +C", sequence=T1, count=22)
    assert best_match(now, [plain, contrast]) is contrast
    assert best_match(now, [plain, contrast, other]) is other


def test_what_is_not_known_rules_nothing_out() -> None:
    now = made("T1", sequence=T1)
    unknown = made("T1", orientation=None)
    assert main_axis(unknown) is None
    assert best_match(now, [unknown]) is unknown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (T1, T1, True),
        (T1, "spin echo TR 520 TE 9", True),
        (T1, T2, False),
        (T1, "gradient echo TR 600 TE 10", False),
        ("inversion recovery TR 9000 TE 100 TI 2500", "inversion recovery TR 9000 TE 100", False),
        (T1, "", False),
        ("", "", False),
    ],
)
def test_sequences_are_the_same_within_a_fifth(one: str, other: str, same: bool) -> None:
    assert is_same_sequence(one, other) is same
    assert is_same_sequence(other, one) is same
