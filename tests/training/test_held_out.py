"""Held-out sources, and the training images that they show too."""

from __future__ import annotations

import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.data.held_out import read_held_out
from training.data.records import ImageRecord
from training.data.twins import twins_of_held_out
from training.errors import DataError


def _picture(seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    image = np.zeros((96, 96), np.uint8)
    cv2.ellipse(image, (48, 48), (36, 44), 0, 0, 360, 200, -1)
    cv2.ellipse(image, (48, 48), (32, 40), 0, 0, 360, 90, -1)
    for _ in range(14):
        place = (int(random.integers(22, 74)), int(random.integers(18, 78)))
        cv2.circle(image, place, int(random.integers(3, 9)), int(random.integers(30, 250)), -1)
    return image


def _navoneel(root: Path) -> Path:
    for kind, seeds in (("no", (1, 2)), ("yes", (3,))):
        folder = root / "navoneel" / kind
        folder.mkdir(parents=True)
        for seed in seeds:
            cv2.imwrite(str(folder / f"{kind}{seed}.jpg"), _picture(seed))
    return root


def test_navoneel_is_tumour_of_unknown_type_or_none(tmp_path: Path) -> None:
    records = read_held_out(_navoneel(tmp_path), ("navoneel",))
    assert {record.image_id: record.tumor for record in records} == {
        "navoneel/no/no1": False,
        "navoneel/no/no2": False,
        "navoneel/yes/yes3": True,
    }
    assert all(record.label in (None, 3) for record in records)


def test_a_lesion_in_a_box_has_an_area_on_the_scale_of_the_brain(tmp_path: Path) -> None:
    for name in ("images", "labels"):
        (tmp_path / "brats_t1ce" / name).mkdir(parents=True)
    brain = np.zeros((200, 200), np.uint8)
    brain[15:185, 40:160] = 120
    cv2.imwrite(str(tmp_path / "brats_t1ce/images/00012_7.jpg"), brain)
    cv2.imwrite(str(tmp_path / "brats_t1ce/images/00013_7.jpg"), brain)
    box = tmp_path / "brats_t1ce/labels/00012_7.txt"
    box.write_text("1 0.5 0.5 0.1 0.1\n", encoding="utf-8")
    boxed, unboxed = read_held_out(tmp_path, ("brats_t1ce",))
    # 170 rows are 170 mm, so the ellipse in a box of 20 x 20 pixels has 314 square millimetres.
    assert boxed.lesion_area_mm2 == pytest.approx(np.pi / 4 * 400, rel=0.1)
    assert unboxed.lesion_area_mm2 is None
    assert boxed.group == "brats_t1ce/00012"
    box.write_text("1 0.5 0.5\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"00012_7\.txt.*YOLO"):
        read_held_out(tmp_path, ("brats_t1ce",))


def test_pictures_without_a_brain_have_no_label(tmp_path: Path) -> None:
    for kind in ("mednist", "photos"):
        (tmp_path / "non_brain" / kind).mkdir(parents=True)
        cv2.imwrite(str(tmp_path / "non_brain" / kind / "a.jpg"), _picture(1))
    records = read_held_out(tmp_path, ("non_brain",))
    assert [record.tumor for record in records] == [None, None]
    assert len({record.group for record in records}) == 2


def test_a_missing_or_empty_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no folder 'non_brain'"):
        read_held_out(tmp_path, ("non_brain",))
    (tmp_path / "no_tumor_nondemented").mkdir()
    with pytest.raises(DataError, match="holds no images"):
        read_held_out(tmp_path, ("no_tumor_nondemented",))


def test_a_copy_of_a_held_out_picture_is_found_mirrored_too(tmp_path: Path) -> None:
    _navoneel(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(tmp_path / "navoneel/no/no1.jpg", own / "copy.jpg")
    cv2.imwrite(str(own / "mirrored.jpg"), _picture(2)[:, ::-1])
    cv2.imwrite(str(own / "other.jpg"), _picture(9))
    records = [
        ImageRecord(f"own/{path.stem}", path, 3, f"own/{path.stem}", "own", modality="MR")
        for path in sorted(own.glob("*.jpg"))
    ]
    assert twins_of_held_out(records, tmp_path) == ("own/copy", "own/mirrored")
    assert twins_of_held_out(records, tmp_path / "own") == ()
