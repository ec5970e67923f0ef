"""Labelled folders are recognised by themselves; what is wrong with one is said in a sentence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training.tiny_data import head, write_data
from training.data.adapters import FolderData, FolderOptions, read_folder
from training.data.adapters.groups import official_split_leaks
from training.data.adapters.labels import label_name
from training.data.records import CLASS_IDS, NO_TUMOR
from training.errors import DataError
from tumorview.domain.arrays import UInt8Array

ONE_PATIENT_A_FILE = FolderOptions(group_pattern=r"[^/]+$")


def _put(path: Path, image: UInt8Array | None = None, *, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), head(seed)[0] if image is None else image)
    return path


def _mask(*, marked: bool) -> UInt8Array:
    mask = np.zeros((96, 96), np.uint8)
    mask[40:50, 40:50] = 255 * marked
    return mask


def _labels(data: FolderData) -> dict[str, str]:
    return {data.file_of(record): label_name(record) for record in data.records}


def _read(folder: Path) -> FolderData:
    return read_folder(folder, ONE_PATIENT_A_FILE)


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        (("train/tumor", "train/no_tumor"), ("tumor", "no_tumor")),
        (("Training/glioma", "Training/notumor"), ("glioma", "no_tumor")),
        (("yes", "no"), ("tumor", "no_tumor")),
        (("Meningioma_Tumor", "Pituitary Tumour"), ("meningioma", "pituitary")),
        (("HEALTHY", "Brain Tumor"), ("no_tumor", "tumor")),
        (("normal", "non_brain"), ("no_tumor", "not_brain")),
    ],
)
def test_class_folders_are_known_by_many_names(
    tmp_path: Path, folders: tuple[str, str], expected: tuple[str, str]
) -> None:
    for folder in folders:
        _put(tmp_path / folder / "a.jpg")
    data = _read(tmp_path)
    assert _labels(data) == {f"{f}/a.jpg": e for f, e in zip(folders, expected, strict=True)}


def test_a_tumour_of_unknown_type_is_a_tumour_and_no_class(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    healthy, sick = sorted(_read(tmp_path).records, key=lambda record: record.path.name)[::-1]
    assert (sick.label, sick.tumor, sick.mask_known) == (None, True, False)
    assert (healthy.label, healthy.tumor, healthy.mask_known) == (NO_TUMOR, False, True)
    assert healthy.lesion_area_mm2 == 0


def test_the_official_split_is_kept_as_a_fact(tmp_path: Path) -> None:
    for part in ("Training", "Testing"):
        for name in ("glioma", "notumor"):
            _put(tmp_path / part / name / "a.jpg")
    data = _read(tmp_path)
    assert Counter(data.official_parts.values()) == {"training": 2, "test": 2}
    assert data.official_parts[f"{tmp_path.name}/Testing/glioma/a.jpg"] == "test"


def test_masks_without_class_folders_tell_tumour_from_none(tmp_path: Path) -> None:
    for name, marked in (("a", True), ("b", False)):
        _put(tmp_path / "images" / f"{name}.jpg")
        _put(tmp_path / "masks" / f"{name}.png", _mask(marked=marked))
    data = _read(tmp_path)
    assert _labels(data) == {"images/a.jpg": "tumor", "images/b.jpg": "no_tumor"}
    assert [record.mask_path for record in data.records] == [
        tmp_path.resolve() / "masks" / "a.png",
        None,
    ]
    assert all(record.mask_known for record in data.records)


def test_a_mask_beside_its_image_keeps_the_class_of_the_folder(tmp_path: Path) -> None:
    for name in ("glioma", "meningioma"):
        _put(tmp_path / name / "x.png")
        _put(tmp_path / name / "x_mask.png", _mask(marked=True))
    data = _read(tmp_path)
    assert _labels(data) == {"glioma/x.png": "glioma", "meningioma/x.png": "meningioma"}
    assert all(record.mask_path and record.mask_known for record in data.records)


def test_masks_in_class_folders_of_their_own_find_their_images(tmp_path: Path) -> None:
    for name in ("glioma", "pituitary"):
        _put(tmp_path / "images" / name / "x.png")
        _put(tmp_path / "masks" / name / "x.png", _mask(marked=name == "glioma"))
    by_name = {label_name(record): record for record in _read(tmp_path).records}
    assert by_name["glioma"].mask_path == tmp_path.resolve() / "masks" / "glioma" / "x.png"
    # An empty mask of a tumour says that nobody drew it.
    assert not by_name["pituitary"].mask_known


def test_source_json_gives_name_licence_modality_and_sequence(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    (tmp_path / "source.json").write_text(
        '{"name": "Ward 3", "licence": "own", "modality": "MR", "sequence": "FLAIR"}'
    )
    data = _read(tmp_path)
    assert (data.source.key, data.source.name) == (tmp_path.name, "Ward 3")
    assert data.source.licence == "own"
    assert {(r.modality, r.sequence) for r in data.records} == {("MR", "FLAIR")}


def test_documented_sets_are_read_as_recipes_read_them(tmp_path: Path) -> None:
    data = read_folder(write_data(tmp_path) / "cheng")
    assert {label_name(record) for record in data.records} == set(CLASS_IDS[:3])
    assert data.source.licence == "CC BY 4.0"
    assert not data.clustered


def test_groups_csv_names_the_patients(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    (tmp_path / "groups.csv").write_text("file,group\nyes/a.png,p1\nno/b.png,p1\n")
    data = read_folder(tmp_path)
    assert {record.group for record in data.records} == {f"{tmp_path.name}/p1"}
    assert not data.clustered


def test_a_pattern_takes_the_patient_from_the_name(tmp_path: Path) -> None:
    for name in ("yes/p1_a.png", "no/p1_b.png", "no/p2_a.png"):
        _put(tmp_path / name)
    data = read_folder(tmp_path, FolderOptions(group_pattern=r"(p\d+)_"))
    assert sorted(record.group for record in data.records) == [
        f"{tmp_path.name}/{p}" for p in ("p1", "p1", "p2")
    ]


def test_without_patients_copies_form_a_group_across_the_official_split(tmp_path: Path) -> None:
    for part in ("train", "test"):
        for number, name in enumerate(("yes", "no")):
            _put(tmp_path / part / name / "own.png", seed=10 * number + len(part))
    lesion = head(50, (0.3, 0.4, 9, 240))[0]
    _put(tmp_path / "train" / "yes" / "copy.png", lesion)
    _put(tmp_path / "test" / "yes" / "copy.png", np.ascontiguousarray(lesion[:, ::-1]))
    data = read_folder(tmp_path)
    assert data.clustered
    groups = {data.file_of(record): record.group for record in data.records}
    assert groups["train/yes/copy.png"] == groups["test/yes/copy.png"]
    assert len(set(groups.values())) == 5
    assert official_split_leaks(data) == (groups["test/yes/copy.png"],)


def test_an_unreadable_image_is_named_the_rest_is_read_and_training_stops(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png", seed=1)
    _put(tmp_path / "no" / "b.png", seed=2)
    (tmp_path / "no" / "empty.png").write_bytes(b"")
    (tmp_path / "no" / "cut.png").write_bytes((tmp_path / "no" / "b.png").read_bytes()[:60])
    data = read_folder(tmp_path)
    assert len(data.records) == 2
    assert {item.path.name for item in data.unreadable} == {"empty.png", "cut.png"}
    with pytest.raises(DataError, match=r"empty\.png.* and 1 more.*data audit"):
        data.usable_records()


def test_what_is_readable_throughout_can_be_trained_on(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    assert len(_read(tmp_path).usable_records()) == 2


def test_tables_and_hidden_files_are_no_images(tmp_path: Path) -> None:
    for name in ("yes/a.png", "no/b.png", "__MACOSX/no/b.png", ".cache/no/b.png"):
        _put(tmp_path / name)
    (tmp_path / "notes.txt").write_text("read me")
    (tmp_path / "no" / "Thumbs").write_bytes(b"something else")
    assert len(_read(tmp_path).records) == 2


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere: the data folder does not exist"):
        read_folder(tmp_path / "nowhere")


def test_when_nothing_fits_the_error_lists_what_was_looked_for(tmp_path: Path) -> None:
    _put(tmp_path / "pictures" / "a.png")
    with pytest.raises(DataError, match=r"Looked for: labels\.csv.*glioma.*yes, no.*masks/a\.png"):
        read_folder(tmp_path)


def test_one_class_alone_is_refused_unless_it_is_wanted(tmp_path: Path) -> None:
    _put(tmp_path / "no" / "a.png")
    with pytest.raises(DataError, match=r"one class only.*'no_tumor'"):
        read_folder(tmp_path)
    assert len(read_folder(tmp_path, FolderOptions(one_class=True)).records) == 1


def test_a_class_that_a_part_lacks_is_named(tmp_path: Path) -> None:
    for name in ("train/glioma/a.png", "train/no_tumor/b.png", "test/glioma/c.png"):
        _put(tmp_path / name)
    with pytest.raises(DataError, match=r"the test part has no folder.*train/no_tumor"):
        _read(tmp_path)


def test_a_folder_named_after_no_class_is_named(tmp_path: Path) -> None:
    for name in ("glioma/a.png", "no_tumor/b.png", "metastasis/c.png"):
        _put(tmp_path / name)
    with pytest.raises(DataError, match=r"named after a class.*metastasis/c\.png.*glioma, men"):
        _read(tmp_path)


def test_an_image_without_its_mask_and_a_mask_without_its_image_are_named(tmp_path: Path) -> None:
    _put(tmp_path / "images" / "a.png")
    _put(tmp_path / "images" / "b.png")
    _put(tmp_path / "masks" / "a.png", _mask(marked=True))
    with pytest.raises(DataError, match=r"has no mask.*images/b\.png"):
        _read(tmp_path)
    _put(tmp_path / "masks" / "b.png", _mask(marked=False))
    _put(tmp_path / "masks" / "c.png", _mask(marked=True))
    with pytest.raises(DataError, match=r"the mask has no image.*masks/c\.png"):
        _read(tmp_path)


def test_a_mask_that_marks_a_lesion_where_there_is_none_is_refused(tmp_path: Path) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    _put(tmp_path / "no" / "b_mask.png", _mask(marked=True))
    with pytest.raises(DataError, match=r"b_mask\.png: the mask marks a lesion"):
        _read(tmp_path)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("file,group\nyes/a.png,p\n", r"gives an image no group.*no/b\.png"),
        ("file,group\nyes/a.png,p\nno/b.png,p\nno/c.png,p\n", r"not there.*no/c\.png"),
        ("file,group\nyes/a.png,p\nyes/a.png,q\nno/b.png,p\n", r"twice.*yes/a\.png"),
        ("name,group\nyes/a.png,p\n", r"lacks a column.*needs file"),
        ("file,group\n", "has no rows"),
    ],
)
def test_a_group_table_that_does_not_fit_is_refused(
    tmp_path: Path, table: str, sentence: str
) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    (tmp_path / "groups.csv").write_text(table)
    with pytest.raises(DataError, match=r"groups\.csv.*" + sentence):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [("(", "no regular expression"), (r"p\d+", r"does not fit a name.*no/b\.png")],
)
def test_a_group_pattern_that_does_not_fit_is_refused(
    tmp_path: Path, pattern: str, sentence: str
) -> None:
    _put(tmp_path / "yes" / "p1.png")
    _put(tmp_path / "no" / "b.png")
    with pytest.raises(DataError, match=sentence):
        read_folder(tmp_path, FolderOptions(group_pattern=pattern))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"sequence": "T9"}', r"source\.json: an unknown modality or sequence.*T9.*FLAIR"),
        ('{"modality": "PET"}', "unknown modality.*PET"),
        ('{"owner": "me"}', r"does not describe a source.*owner.*licence"),
        ("{", "does not describe a source"),
    ],
)
def test_a_source_file_that_says_something_unknown_is_refused(
    tmp_path: Path, content: str, sentence: str
) -> None:
    _put(tmp_path / "yes" / "a.png")
    _put(tmp_path / "no" / "b.png")
    (tmp_path / "source.json").write_text(content)
    with pytest.raises(DataError, match=sentence):
        _read(tmp_path)
