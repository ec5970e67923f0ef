"""How images are grouped and dealt: what leaks is counted, what must not be is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from tests.training.published.drawn import picture, write_yes_no
from training.errors import DataError, SplitError, TrainingError
from training.published.groups import group_images
from training.published.images import read_images
from training.published.layout import LabelledImage, read_class_folders
from training.published.protocols import (
    Division,
    divide,
    leak,
    read_division,
    rows_by_part,
    write_division,
)
from training.published.recipe import BINARY, PublishedInput
from tumorview.inference.manifest import CropSpec

THIRDS = (0.6, 0.2, 0.2)


def _images(labels: str, parts: str = "") -> list[LabelledImage]:
    return [
        LabelledImage(f"{number}", Path(f"{number}.png"), int(label), None)
        if not parts
        else LabelledImage(
            f"{number}",
            Path(f"{number}.png"),
            int(label),
            "test" if parts[number] == "t" else "training",
        )
        for number, label in enumerate(labels)
    ]


def test_grouped_parts_share_no_group_and_every_image_is_dealt() -> None:
    images = _images("01" * 60)
    groups = [f"g{number // 4}" for number in range(120)]
    division = divide(images, groups, protocol="grouped", fractions=THIRDS, seed=1)
    rows = rows_by_part(division, images, groups, 2)
    assert sorted(rows["training"] + rows["validation"] + rows["test"]) == list(range(120))
    learned = [groups[row] for row in rows["training"] + rows["validation"]]
    assert not leak(learned, [groups[row] for row in rows["test"]]).leaked
    assert len(rows["training"]) == pytest.approx(72, abs=4)


def test_the_published_protocol_deals_images_class_by_class_and_its_leak_is_counted() -> None:
    images = _images("0" * 40 + "1" * 60)
    groups = [f"g{number // 2}" for number in range(100)]
    division = divide(images, groups, protocol="published", fractions=THIRDS, seed=1)
    rows = rows_by_part(division, images, groups, 2)
    counts = {
        part: [sum(images[r].label == c for r in rows[part]) for c in (0, 1)] for part in rows
    }
    assert counts == {"training": [24, 36], "validation": [8, 12], "test": [8, 12]}
    found = leak([groups[r] for r in rows["training"]], [groups[r] for r in rows["test"]])
    expected = sum(groups[r] in {groups[i] for i in rows["training"]} for r in rows["test"])
    assert (found.images, found.shared, found.leaked) == (20, expected, True)
    assert found.words.startswith(f"LEAKED: {expected} of 20")


def test_an_official_test_part_is_kept_and_validation_comes_from_training() -> None:
    images = _images("01" * 20, parts="r" * 30 + "t" * 10)
    division = divide(images, ["g"] * 40, protocol="published", fractions=THIRDS, seed=1)
    assert set(division.parts["test"]) == {str(number) for number in range(30, 40)}
    assert len(division.parts["validation"]) == pytest.approx(7.5, abs=1)


def test_a_group_in_two_parts_is_refused_under_the_grouped_protocol_only() -> None:
    images = _images("010101")
    groups = ["a", "b", "c", "d", "e", "a"]
    parts = {"training": ("0", "1"), "validation": ("2", "3"), "test": ("4", "5")}
    with pytest.raises(SplitError, match=r"a group is in two parts.*'a', 'training', 'test'"):
        rows_by_part(Division("grouped", 1, parts), images, groups, 2)  # type: ignore[arg-type]
    rows = rows_by_part(Division("published", 1, parts), images, groups, 2)  # type: ignore[arg-type]
    assert rows["test"] == [4, 5]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((("0", "1"), ("2", "3"), ("4", "4")), "an image is in two parts"),
        ((("0", "1"), ("2", "3"), ("4", "9")), "an image that is not there"),
        ((("0", "1"), ("2", "3"), ("5",)), "the test part has no image of a class"),
        ((("0", "1"), ("3", "2"), ("5", "4")), "does not name an image of the data"),
    ],
)
def test_a_split_that_does_not_fit_the_data_is_refused(
    parts: tuple[tuple[str, ...], ...], reason: str
) -> None:
    images = _images("0101010")
    named = dict(zip(("training", "validation", "test"), parts, strict=True))
    with pytest.raises(SplitError, match=reason):
        rows_by_part(Division("published", 1, named), images, ["g"] * 7, 2)  # type: ignore[arg-type]


def test_too_few_groups_leave_a_part_without_a_class_and_are_refused() -> None:
    images = _images("0011")
    division = divide(images, ["a", "a", "b", "b"], protocol="grouped", fractions=THIRDS, seed=1)
    with pytest.raises(SplitError, match=r"no image of a class.*at least three groups"):
        rows_by_part(division, images, ["a", "a", "b", "b"], 2)


def test_a_division_survives_its_file_and_damage_is_told(tmp_path: Path) -> None:
    division = divide(_images("01"), ["a", "b"], protocol="published", fractions=THIRDS, seed=3)
    write_division(division, tmp_path / "split.json")
    assert read_division(tmp_path / "split.json") == division
    (tmp_path / "split.json").write_bytes(msgspec.json.encode({"protocol": "other"}))
    with pytest.raises(DataError, match=r"split\.json: the file is not a split"):
        read_division(tmp_path / "split.json")


def test_copies_are_one_group_also_mirrored_and_patients_of_a_table_stay_together(
    tmp_path: Path,
) -> None:
    images = read_class_folders(write_yes_no(tmp_path, count=3), BINARY)
    pictures = [picture(seed, tumor=False) for seed in range(5)]
    # Brighter and mirrored, as the copies of the real sets are.
    pictures.append(np.clip(pictures[0][:, ::-1] * 1.2, 0, 255).astype(np.uint8))
    groups = group_images(tmp_path, images, pictures)
    assert groups[5] == groups[0]
    assert len(set(groups)) == 5
    (tmp_path / "groups.csv").write_text("file,group\nno/no 01.png,P1\nyes/yes 00.png,P1\n")
    groups = group_images(tmp_path, images, pictures)
    assert groups[1] == groups[3] == "patient P1"
    assert groups[5] == groups[0]


def test_only_trusted_matches_name_a_patient(tmp_path: Path) -> None:
    images = read_class_folders(write_yes_no(tmp_path, count=2), BINARY)
    lines = ["file,patient_group,score", "no/no 00.png,A,0.95", "no/no 01.png,A,0.89"]
    (tmp_path / "matched_to_cheng.csv").write_text("\n".join(lines))
    groups = group_images(tmp_path, images, [picture(seed, tumor=False) for seed in range(4)])
    assert groups[0] == "patient A"
    assert groups[1].startswith("cluster")


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("file\nx.png\n", "lacks columns or rows"),
        ("file,patient_group,score\nx.png,A,high\n", "score is not a number"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, table: str, reason: str) -> None:
    images = read_class_folders(write_yes_no(tmp_path, count=1), BINARY)
    (tmp_path / "matched_to_cheng.csv").write_text(table)
    with pytest.raises(DataError, match=reason):
        group_images(tmp_path, images, [picture(1, tumor=False), picture(2, tumor=True)])


def test_an_unreadable_image_is_named(tmp_path: Path) -> None:
    root = write_yes_no(tmp_path, count=1)
    (root / "yes" / "broken.png").write_bytes(b"no picture")
    images = read_class_folders(root, BINARY)
    with pytest.raises(TrainingError, match=r"broken\.png: the image cannot be read"):
        read_images(images, PublishedInput(32, CropSpec(kind="full_stretch")))


def test_what_is_read_is_hashed_with_its_label(tmp_path: Path) -> None:
    images = read_class_folders(write_yes_no(tmp_path, count=1), BINARY)
    wanted = PublishedInput(16, CropSpec(kind="full_stretch"))
    first = read_images(images, wanted)
    assert first.pixels.shape == (2, 16, 16)
    assert first.pixels.max() > 250
    assert read_images(images, wanted).sha256 == first.sha256
    swapped = [replace(images[0], label=1), images[1]]
    assert read_images(swapped, wanted).sha256 != first.sha256
