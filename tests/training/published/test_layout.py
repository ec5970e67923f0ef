"""Class folders: what is found, under which names, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.published.drawn import write_yes_no
from training.errors import DataError
from training.published.layout import read_class_folders
from training.published.recipe import BINARY, FOUR_CLASSES


def _touch(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")
    return root


def test_yes_and_no_are_the_two_classes(tmp_path: Path) -> None:
    images = read_class_folders(write_yes_no(tmp_path, count=2), BINARY)
    assert [(one.image_id, one.label, one.part) for one in images] == [
        ("no/no 00.png", 0, None),
        ("no/no 01.png", 0, None),
        ("yes/yes 00.png", 1, None),
        ("yes/yes 01.png", 1, None),
    ]


def test_train_and_test_folders_keep_their_parts_whatever_their_case(tmp_path: Path) -> None:
    root = _touch(tmp_path, "Train/Tumor/a.JPG", "Train/no_tumor/b.jpg", "TEST/tumor/c.png")
    _touch(tmp_path, "TEST/no_tumor/d.png", "pictures of the authors/e.png")
    images = read_class_folders(root, BINARY)
    assert {(one.path.name, one.label, one.part) for one in images} == {
        ("a.JPG", 1, "training"),
        ("b.jpg", 0, "training"),
        ("c.png", 1, "test"),
        ("d.png", 0, "test"),
    }


def test_four_classes_are_in_the_order_of_the_outputs(tmp_path: Path) -> None:
    names = ("notumor", "pituitary", "meningioma", "glioma")
    root = _touch(tmp_path, *(f"Training/{name}/x.jpg" for name in names))
    labels = {one.path.parent.name: one.label for one in read_class_folders(root, FOUR_CLASSES)}
    assert labels == {"glioma": 0, "meningioma": 1, "pituitary": 2, "notumor": 3}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere: the data folder does not exist.*--data"):
        read_class_folders(tmp_path / "nowhere", BINARY)


def test_one_class_alone_is_refused_with_the_names_that_would_do(tmp_path: Path) -> None:
    root = _touch(tmp_path, "yes/a.jpg")
    with pytest.raises(DataError, match=r"no folder of the class 'no_tumor'.*\['yes'\].*notumor"):
        read_class_folders(root, BINARY)


def test_a_class_folder_without_images_is_refused(tmp_path: Path) -> None:
    root = _touch(tmp_path, "yes/a.jpg", "no/readme.txt")
    with pytest.raises(DataError, match=r"no: the class folder holds no image"):
        read_class_folders(root, BINARY)
