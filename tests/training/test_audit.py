"""An audit finds what was hidden in a drawn data set, and writes it down."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training.tiny_data import head
from training.audit.audit import AuditOptions, run_audit
from training.audit.console import audit_lines
from training.audit.findings import Audit
from training.audit.reading import read_folders
from training.cli import main
from training.data.adapters import FolderOptions, read_folder
from training.data.splits import read_folds
from training.errors import DataError, RunError
from tumorview.domain.arrays import UInt8Array

SICK = (0.3, 0.4, 9, 240)


def _put(path: Path, image: UInt8Array) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), image)


def _flipped(image: UInt8Array) -> UInt8Array:
    return np.ascontiguousarray(image[:, ::-1])


def _set_with_a_leak(root: Path) -> Path:
    """Four pictures in training and four in the test part, of which one is a mirrored copy."""
    for number in range(2):
        _put(root / "train" / "yes" / f"y{number}.png", head(number, SICK)[0])
        _put(root / "train" / "no" / f"n{number}.png", head(10 + number)[0])
        _put(root / "test" / "no" / f"n{number}.png", head(30 + number)[0])
    _put(root / "test" / "yes" / "own.png", head(20, SICK)[0])
    _put(root / "test" / "yes" / "leaked.png", _flipped(head(1, SICK)[0]))
    return root


def _audit(out: Path, *folders: Path, pattern: str = "") -> Audit:
    return run_audit(AuditOptions(folders, out, reading=FolderOptions(pattern, one_class=True)))


def test_a_test_image_with_a_mirrored_copy_in_training_is_a_leak(tmp_path: Path) -> None:
    audit = _audit(tmp_path / "out", _set_with_a_leak(tmp_path / "set"))
    (leak,) = audit.splits
    assert (leak.test_images, leak.with_twin, leak.exact, leak.share) == (4, 1, 0, 0.25)
    assert leak.twin_free == ("test/no/n0.png", "test/no/n1.png", "test/yes/own.png")
    assert leak.shared_groups == 1
    (count,) = audit.twins
    assert (count.pairs, count.mirrored, count.exact, count.across_groups) == (1, 1, 0, 0)


def test_the_files_say_what_the_audit_found(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _audit(out, _set_with_a_leak(tmp_path / "set"))
    found = json.loads((out / "audit.json").read_bytes())
    assert found["splits"][0]["twin_free"] == [
        "test/no/n0.png",
        "test/no/n1.png",
        "test/yes/own.png",
    ]
    (pair,) = csv.DictReader((out / "pairs.csv").read_text().splitlines())
    assert {pair["first"], pair["second"]} == {"set/test/yes/leaked.png", "set/train/yes/y1.png"}
    assert (pair["turn"], pair["across_parts"], pair["conflict"]) == ("mirrored", "yes", "no")
    nearest = {
        row["test_image"]: row
        for row in csv.DictReader((out / "test_twins.csv").read_text().splitlines())
    }
    assert len(nearest) == 4
    assert nearest["set/test/yes/leaked.png"]["nearest_training_image"] == "set/train/yes/y1.png"
    assert float(nearest["set/test/yes/own.png"]["score"]) < 0.95
    sheet = cv2.imread(str(out / "twins.png"), cv2.IMREAD_GRAYSCALE)
    assert sheet is not None
    assert sheet.max() > 200
    page = (out / "audit.html").read_text()
    assert "data:image/png;base64,iVBOR" in page
    assert "http" not in page
    assert not list(out.glob("*.partial"))
    assert not (out / "conflicts.png").exists()


def test_copies_between_sources_and_contradicting_labels_are_found(tmp_path: Path) -> None:
    shared = head(5, SICK)[0]
    for number in range(3):
        _put(tmp_path / "one" / "glioma" / f"{number}.png", head(number, SICK)[0])
        _put(tmp_path / "two" / "no" / f"{number}.png", head(40 + number)[0])
    _put(tmp_path / "one" / "glioma" / "shared.png", shared)
    _put(tmp_path / "two" / "no" / "shared.png", shared)
    audit = _audit(tmp_path / "out", tmp_path / "one", tmp_path / "two")
    (count,) = audit.twins
    assert (count.first, count.second, count.exact, count.across_groups) == ("one", "two", 1, 1)
    (conflict,) = audit.conflicts
    assert {conflict.first_label, conflict.second_label} == {"glioma", "no_tumor"}
    assert conflict.exact
    assert (tmp_path / "out" / "conflicts.png").is_file()
    assert audit.joint_groups == 7


def test_a_tumour_of_unknown_type_contradicts_no_type(tmp_path: Path) -> None:
    shared = head(5, SICK)[0]
    _put(tmp_path / "one" / "glioma" / "a.png", shared)
    _put(tmp_path / "two" / "yes" / "a.png", shared)
    assert _audit(tmp_path / "out", tmp_path / "one", tmp_path / "two").conflicts == ()


def test_a_source_that_gives_the_class_away_is_said_to(tmp_path: Path) -> None:
    for number in range(4):
        _put(tmp_path / "one" / "glioma" / f"{number}.png", head(number, SICK)[0])
        # Brighter without a lesion: what a shortcut lives on.
        bright = np.asarray(np.clip(head(40 + number)[0] * 1.2 + 40, 0, 255), np.uint8)
        _put(tmp_path / "two" / "no" / f"{number}.png", bright)
    audit = _audit(tmp_path / "out", tmp_path / "one", tmp_path / "two")
    (told,) = audit.confounding
    assert told.rule_accuracy == 1
    assert told.majority == 0.5
    assert told.mutual_information_bits == pytest.approx(told.entropy_bits) == pytest.approx(1)
    assert told.table == {"no tumour": {"one": 0, "two": 4}, "tumour": {"one": 4, "two": 0}}
    (shortcut,) = audit.shortcuts
    assert (shortcut.scope, shortcut.accuracy, shortcut.auc) == ("all", 1.0, 1.0)


def test_patients_that_share_a_picture_are_said_to(tmp_path: Path) -> None:
    shared = head(3)[0]
    for name, image in (
        ("p1_a", head(1)[0]),
        ("p1_b", shared),
        ("p2_a", shared),
        ("p2_b", head(2)[0]),
    ):
        _put(tmp_path / "set" / "no" / f"{name}.png", image)
    audit = _audit(tmp_path / "out", tmp_path / "set", pattern="p[0-9]+")
    (count,) = audit.twins
    assert count.across_groups == 1
    assert audit.sources[0].groups == 2
    assert audit.joint_groups == 1


def test_files_that_cannot_be_used_are_listed_and_the_rest_is_audited(tmp_path: Path) -> None:
    folder = _set_with_a_leak(tmp_path / "set")
    (folder / "train" / "no" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    _put(folder / "train" / "yes" / "y0_mask.png", np.full((8, 8), 255, np.uint8))
    audit = _audit(tmp_path / "out", folder, pattern="[^/]+$")
    assert [fault.file for fault in audit.unreadable] == ["train/no/broken.png"]
    assert [fault.file for fault in audit.wrong_masks] == ["train/yes/y0_mask.png"]
    assert "8 x 8" in audit.wrong_masks[0].reason
    assert audit.images == 8


def test_pictures_without_contrast_are_no_twins(tmp_path: Path) -> None:
    for number in range(3):
        _put(tmp_path / "set" / "no" / f"{number}.png", np.full((20, 20), 7, np.uint8))
    audit = _audit(tmp_path / "out", tmp_path / "set", pattern="[^/]+$")
    assert audit.twins == ()
    assert audit.sources[0].blank == 3


def test_every_finding_is_printed(tmp_path: Path) -> None:
    audit = _audit(tmp_path / "out", _set_with_a_leak(tmp_path / "set"))
    text = "\n".join(audit_lines(audit))
    for part in ("no_tumor 4", "25.0%", "Twins (score of at least 0.95)", "tumour or none"):
        assert part in text


def test_names_are_escaped_in_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    _put(folder / "no" / "a.png", head(1)[0])
    (folder / "source.json").write_text('{"name": "<script>alert(1)</script>"}')
    _audit(tmp_path / "out", folder)
    page = (tmp_path / "out" / "audit.html").read_text()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_folders_of_one_name_are_refused(tmp_path: Path) -> None:
    for place in ("a", "b"):
        _put(tmp_path / place / "set" / "no" / "x.png", head(1)[0])
    with pytest.raises(DataError, match=r"two folders have the same name.*rename one"):
        read_folders([tmp_path / "a" / "set", tmp_path / "b" / "set"], FolderOptions())


def test_a_folder_of_broken_images_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no").mkdir()
    (tmp_path / "no" / "a.png").write_bytes(b"")
    with pytest.raises(DataError, match="none of the images can be read"):
        _audit(tmp_path / "out", tmp_path)


def test_a_report_that_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(tmp_path / "set" / "no" / "x.png", head(1)[0])
    (tmp_path / "file").write_text("in the way")
    arguments = ["data", "audit", str(tmp_path / "set"), "--out", str(tmp_path / "file" / "out")]
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert "the file cannot be written: Not a directory" in said
    assert "--out" in said


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    _put(tmp_path / "set" / "no" / "x.png", head(1)[0])
    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(RunError, match=r"audit\.json: .*No space left.*Make room"):
        _audit(tmp_path / "out", tmp_path / "set")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_command_line_audits_and_says_where_the_report_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _set_with_a_leak(tmp_path / "set")
    out = tmp_path / "out"
    assert main(["data", "audit", str(folder), "--out", str(out), "--score", "0.9"]) == 0
    assert "score of at least 0.9" in capsys.readouterr().out
    assert (out / "audit.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [["audit"], ["audit", "x", "--score", "2"], ["split", "x", "--folds", "1", "--out", "f"]],
)
def test_wrong_use_of_the_command_line_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["data", *arguments])
    assert stopped.value.code == 2


def _two_sources_with_a_shared_picture(root: Path) -> list[Path]:
    for number in range(6):
        _put(root / "one" / "glioma" / f"{number}.png", head(number, SICK)[0])
        _put(root / "one" / "no" / f"{number}.png", head(20 + number)[0])
        _put(root / "two" / "no" / f"{number}.png", head(40 + number)[0])
        _put(root / "two" / "yes" / f"{number}.png", head(60 + number, SICK)[0])
    _put(root / "two" / "yes" / "copy.png", _flipped(head(0, SICK)[0]))
    return [root / "one", root / "two"]


def test_folds_keep_twins_of_two_sources_together_and_classes_apart_evenly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = _two_sources_with_a_shared_picture(tmp_path)
    out = tmp_path / "folds" / "mine.json"
    command = ["data", "split", *map(str, folders), "--folds", "3", "--out", str(out)]
    assert main(command) == 0
    folds = read_folds(out)
    assert folds.name == "mine"
    fold_of = folds.fold_of()
    records = {r.image_id: r for folder in folders for r in read_folder(folder).records}
    assert set(fold_of) == {record.group for record in records.values()}
    own, copy = records["one/glioma/0.png"], records["two/yes/copy.png"]
    assert own.group != copy.group
    assert fold_of[own.group] == fold_of[copy.group]
    assert capsys.readouterr().out.count("no_tumor 4") == 3
    before = out.read_bytes()
    assert main(command) == 0
    assert out.read_bytes() == before


def test_too_few_groups_for_the_folds_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(tmp_path / "set" / "yes" / "a.png", head(1, SICK)[0])
    _put(tmp_path / "set" / "no" / "b.png", head(2)[0])
    out = tmp_path / "folds.json"
    assert main(["data", "split", str(tmp_path / "set"), "--out", str(out)]) == 1
    assert "fewer groups than folds (received: (2, 5))" in capsys.readouterr().err
    assert not out.exists()


def test_an_unreadable_image_stops_the_split(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(tmp_path / "set" / "yes" / "a.png", head(1, SICK)[0])
    _put(tmp_path / "set" / "no" / "b.png", head(2)[0])
    (tmp_path / "set" / "no" / "c.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    for pattern in ("", "[^/]+$"):
        command = ["data", "split", str(tmp_path / "set"), "--folds", "2", "--out"]
        assert main([*command, str(tmp_path / "f.json"), "--group-pattern", pattern]) == 1
        assert "c.png: the image cannot be read" in capsys.readouterr().err
