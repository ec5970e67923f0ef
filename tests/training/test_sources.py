"""Reading the data sets: what is missing or broken is named in one sentence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.data.cache import InputOptions, build_cache
from training.data.pixels import read_pixels
from training.data.records import CLASS_IDS, ImageRecord
from training.data.sources import (
    MINIMUM_TUMOR_PIXELS,
    read_cheng,
    read_gray,
    read_lgg,
    read_nickparvar_no_tumor,
    read_sources,
)
from training.errors import DataError
from tumorview.inference.manifest import CropSpec, PercentileMapping

OPTIONS = InputOptions(
    side=32, intensity=PercentileMapping(1.0, 99.5), crop=CropSpec(kind="full_square")
)


def _cheng(root: Path, rows: str) -> Path:
    folder = root / "cheng"
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    (folder / "cases.csv").write_text("id,label,pid,patient_group\n" + rows, encoding="utf-8")
    cv2.imwrite(str(folder / "images" / "1.jpg"), np.full((40, 40), 99, np.uint8))
    return root


def test_a_missing_data_folder_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere: the data folder does not exist.*--data DIR"):
        read_sources(tmp_path / "nowhere", ("cheng",))


def test_a_data_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no folder 'lgg'"):
        read_sources(tmp_path, ("lgg",))


def test_patients_are_grouped_by_patient_group_and_not_by_pid(tmp_path: Path) -> None:
    root = _cheng(tmp_path, "1,glioma,MR0001A,MR0001\n")
    (record,) = read_cheng(root)
    assert record.group == "cheng/MR0001"
    assert record.label == CLASS_IDS.index("glioma")
    assert record.plane == "axial"
    assert not record.mask_known


@pytest.mark.shared_data
def test_every_image_of_cheng_has_a_plane(shared_data: Path) -> None:
    planes = Counter(record.plane for record in read_cheng(shared_data))
    assert planes == {"axial": 993, "coronal": 1046, "sagittal": 1025}


def test_an_unknown_label_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not one of glioma"):
        read_cheng(_cheng(tmp_path, "1,metastasis,p,p\n"))


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "cheng"
    folder.mkdir()
    (folder / "cases.csv").write_text("id,label\n1,glioma\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"cases\.csv.*patient_group"):
        read_cheng(tmp_path)


def test_an_image_that_the_table_names_but_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"missing.*'2'"):
        read_cheng(_cheng(tmp_path, "1,glioma,p,p\n2,glioma,p,p\n"))


def test_each_panel_of_lgg_is_a_picture_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "lgg"
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    few = MINIMUM_TUMOR_PIXELS - 1
    (folder / "slices.csv").write_text(
        f"name,patient,slice,tumor_pixels\nA_1,A,1,0\nA_2,A,2,{few}\n", encoding="utf-8"
    )
    panels = np.repeat(np.array([[10, 100, 200]], np.uint8), 8, axis=0).repeat(8, axis=1)
    for name in ("A_1", "A_2"):
        cv2.imwrite(str(folder / "images" / f"{name}.jpg"), panels)
    records = read_lgg(tmp_path)
    assert [record.sequence for record in records] == ["T1", "FLAIR", "T1c"] * 2
    assert {record.group for record in records} == {"lgg/A"}
    means = [read_pixels(record).values.mean() for record in records[:3]]
    assert means == pytest.approx([10, 100, 200], abs=4)
    assert [record.label for record in records] == [3, 3, 3, 0, 0, 0]
    assert [record.trainable for record in records] == [True] * 3 + [False] * 3


def test_the_wrongly_labelled_pictures_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "nickparvar" / "Training" / "notumor"
    folder.mkdir(parents=True)
    random = np.random.default_rng(1)
    for name in ("Tr-no_0001", "Tr-no_1306", "Tr-no_0233"):
        cv2.imwrite(str(folder / f"{name}.jpg"), random.integers(0, 255, (40, 40), np.uint8))
    assert [record.image_id for record in read_nickparvar_no_tumor(tmp_path)] == [
        "nickparvar/Tr-no_0001"
    ]


@pytest.mark.parametrize("content", [b"", b"no image at all"])
def test_an_unreadable_image_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"broken\.jpg: the image cannot be read"):
        read_gray(path)


def test_a_mask_of_another_size_is_refused_and_no_cache_is_left(tmp_path: Path) -> None:
    image, mask = tmp_path / "1.png", tmp_path / "1-mask.png"
    cv2.imwrite(str(image), np.eye(40, dtype=np.uint8) * 200)
    cv2.imwrite(str(mask), np.zeros((20, 20), np.uint8))
    record = ImageRecord("a", image, 0, "g", "s", mask_path=mask, mask_known=True)
    with pytest.raises(DataError, match=r"1-mask\.png: the mask has another size"):
        build_cache([record], OPTIONS, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_mask_is_cut_out_as_the_image_is(tmp_path: Path) -> None:
    image = np.full((64, 64), 120, np.uint8)
    image[::2] = 60
    mask = np.zeros((64, 64), np.uint8)
    mask[8:24, 40:56] = 255
    image[mask > 0] = 255
    paths = tmp_path / "1.png", tmp_path / "1-mask.png"
    cv2.imwrite(str(paths[0]), image)
    cv2.imwrite(str(paths[1]), mask)
    record = ImageRecord("a", paths[0], 0, "g", "s", mask_path=paths[1], mask_known=True)
    cache = build_cache([record], OPTIONS, tmp_path / "cache")
    lesion = cv2.resize(cache.masks[0], (32, 32), interpolation=cv2.INTER_AREA) > 200
    assert lesion.sum() == pytest.approx(64, abs=4)
    assert cache.images[0][lesion].min() > 240
    again = build_cache([record], OPTIONS, tmp_path / "cache")
    np.testing.assert_array_equal(again.images, cache.images)
