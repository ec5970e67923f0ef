"""Which parts are measured, and which of them leak."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model
from tests.training.evaluation.drawn import class_folders, head
from training.errors import DataError
from training.evaluation.selection import Wanted, folder_selection, holds_sources
from tumorview.inference.manifest import Manifest
from tumorview.inference.registry import load_bundle


def _manifest(parent: Path, source: str = "") -> Manifest:
    sources = [
        {"name": source, "licence": "none", "used_for": ["training"], "images": 1, "groups": 1}
    ]
    changes = {"data_sources": sources if source else []}
    folder = make_model(parent, TinyModel(manifest_changes=changes))
    return load_bundle(search=[folder]).manifest


def test_a_folder_is_one_part_that_does_not_leak(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=2)
    found = folder_selection(folder, _manifest(tmp_path), Wanted(group_pattern=r"p\d"))
    (part,) = found.parts
    assert part.name == "clinic"
    assert not part.leaked
    assert len(part.records) == 16
    assert sum(record.label is None for record in part.records) == 4


def test_a_source_that_the_manifest_names_leaks(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=1)
    found = folder_selection(folder, _manifest(tmp_path, "clinic"), Wanted(group_pattern=r"p\d"))
    assert found.parts[0].leaked


def test_a_source_that_the_recipes_know_leaks_under_its_own_folder_name(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "nickparvar", patients=1)
    manifest = _manifest(tmp_path, "Brain Tumor MRI Dataset, class notumor")
    assert folder_selection(folder, manifest, Wanted(group_pattern=r"p\d")).parts[0].leaked


def test_a_user_may_say_that_the_model_knows_the_data(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=1)
    wanted = Wanted(group_pattern=r"p\d", leaked=True)
    assert folder_selection(folder, _manifest(tmp_path), wanted).parts[0].leaked


def test_the_twin_free_images_of_an_audit_narrow_a_part(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=2)
    audit = tmp_path / "audit.json"
    files = ["glioma/glp0_0.png", "no_tumor/nop1_1.png"]
    audit.write_text(json.dumps({"splits": [{"source": "x", "twin_free": files}]}), "utf-8")
    wanted = Wanted(group_pattern=r"p\d", only=audit)
    (part,) = folder_selection(folder, _manifest(tmp_path), wanted).parts
    assert sorted(record.path.name for record in part.records) == ["glp0_0.png", "nop1_1.png"]


def test_the_parts_of_an_official_split_are_kept_apart(tmp_path: Path) -> None:
    import cv2  # noqa: PLC0415 - here alone

    for part, count in (("Training", 3), ("Testing", 2)):
        for kind in ("glioma", "notumor"):
            folder = tmp_path / "set" / part / kind
            folder.mkdir(parents=True)
            for number in range(count):
                image, _ = head(number + 100 * len(part) + len(kind))
                cv2.imwrite(str(folder / f"{kind}{number}.png"), image)
    found = folder_selection(tmp_path / "set", _manifest(tmp_path), Wanted(group_pattern=r".+"))
    assert {part.name: len(part.records) for part in found.parts} == {
        "set, official test": 4,
        "set, official training": 6,
    }


def test_a_list_of_ids_and_a_limit_narrow_a_part(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=2)
    manifest = _manifest(tmp_path)
    everything = folder_selection(folder, manifest, Wanted(group_pattern=r"p\d")).parts[0].records
    names = tmp_path / "names.txt"
    names.write_text("\n".join(r.image_id for r in everything[3:6]) + "\n", encoding="utf-8")
    kept = folder_selection(folder, manifest, Wanted(group_pattern=r"p\d", only=names))
    assert kept.parts[0].records == everything[3:6]
    few = folder_selection(folder, manifest, Wanted(group_pattern=r"p\d", limit=4))
    assert len(few.parts[0].records) == 4


def test_a_list_that_names_nothing_is_refused(tmp_path: Path) -> None:
    folder = class_folders(tmp_path / "clinic", patients=1)
    names = tmp_path / "names.txt"
    names.write_text("somewhere/else.png\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.txt: none of the images"):
        folder_selection(folder, _manifest(tmp_path), Wanted(group_pattern=r"p\d", only=names))
    with pytest.raises(DataError, match="cannot be read"):
        folder_selection(
            folder, _manifest(tmp_path), Wanted(group_pattern=r"p\d", only=tmp_path / "no")
        )


def test_the_root_of_the_recipes_data_is_known_by_its_folders(tmp_path: Path) -> None:
    assert not holds_sources(tmp_path)
    (tmp_path / "cheng").mkdir()
    assert holds_sources(tmp_path)
