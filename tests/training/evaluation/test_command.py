"""The local acceptance test: a model folder on a labelled folder, from end to end."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.model_factory import TinyModel, make_model
from tests.training.evaluation.drawn import MASK_SIDE, class_folders, head, measured, record
from training.cli import main
from training.data.records import CLASS_IDS, ImageRecord
from training.errors import DataError, RunError
from training.evaluation.asking import UNSTATED_THRESHOLD, Asker
from training.evaluation.command import gate_figures
from training.evaluation.measured import BINARY_IDS
from training.evaluation.pictures import input_look, model_picture
from tumorview.inference.registry import load_bundle

_PATIENT = r"[a-z]{2}p\d"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hospital's labelled folder."""
    return class_folders(tmp_path_factory.mktemp("data") / "clinic", patients=3)


def _arguments(model: Path, data: Path, out: Path) -> list[str]:
    words = ["evaluate", str(model), "--data", str(data), "--out", str(out)]
    return [*words, "--group-pattern", _PATIENT, "--no-sanity"]


def test_a_hospitals_folder_is_measured_and_reported(
    clinic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = make_model(tmp_path, TinyModel(trust=True))
    out = tmp_path / "report"
    assert main(_arguments(model, clinic, out)) == 0
    printed = capsys.readouterr().out
    assert printed.index("do not cover") < printed.index("clinic: 24 images, 12 patients")
    found = json.loads((out / "evaluation.json").read_bytes())
    (part,) = found["parts"]
    assert part["leaked"] is False
    names = {figure["name"] for figure in part["figures"]}
    assert {
        "accuracy",
        "macro_f1",
        "tumor_sensitivity",
        "tumor_specificity",
        "tumor_auc",
        "type_accuracy",
        "set_coverage",
        "set_size",
        "gate_false_refusal",
        "expected_calibration_error",
    } <= names
    assert np.array(part["confusion_matrix"]).sum() == 18
    with (out / "images.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 24
    assert all(row["gate_score"] and row["prediction_set"] for row in rows)
    text = (out / "report.html").read_text(encoding="utf-8")
    assert "clinic" in text
    assert str(tmp_path) not in text
    assert str(tmp_path) not in json.dumps(found)


def test_an_image_that_cannot_be_read_is_named_and_the_rest_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = class_folders(tmp_path / "clinic", patients=1)
    (folder / "glioma" / "glp0_0.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    out = tmp_path / "out"
    assert main(_arguments(make_model(tmp_path), folder, out)) == 0
    assert "1 images could not be used" in capsys.readouterr().out
    found = json.loads((out / "evaluation.json").read_bytes())
    assert found["parts"][0]["images"] == 7
    assert "glp0_0.png" in found["unreadable"][0]


def test_a_folder_that_is_not_there_ends_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = make_model(tmp_path)
    assert main(_arguments(model, tmp_path / "gone", tmp_path / "out")) == 1
    assert "gone: the data folder does not exist" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_model_folder_that_is_none_ends_with_one_sentence(
    clinic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(tmp_path, clinic, tmp_path / "out")) == 1
    assert "no model is installed" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["0", "1", "2.5"])
def test_a_threshold_that_is_no_inner_fraction_is_wrong_use(
    value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*_arguments(tmp_path, tmp_path, tmp_path), "--iou-threshold", value])
    assert stopped.value.code == 2
    assert "between 0 and 1" in capsys.readouterr().err


def _record(
    folder: Path, name: str, *, modality: str = "", mask_path: Path | None = None
) -> ImageRecord:
    return ImageRecord(
        image_id=name,
        path=folder / name,
        label=0,
        group=name,
        source="x",
        modality=modality,
        mask_path=mask_path,
    )


def test_a_sigmoid_model_answers_tumour_against_none(clinic: Path, tmp_path: Path) -> None:
    labels = (("no_tumor", "No tumour"), ("tumor", "Tumour"))
    model = make_model(tmp_path, TinyModel(labels=labels, activation="sigmoid"))
    asker = Asker(load_bundle(search=[model]), 0.5)
    found = asker.ask([_record(clinic / "glioma", "glp0_0.png")], "asking").measured
    asker.close()
    assert found.class_ids == BINARY_IDS
    assert found.probabilities.shape == (1, 2)
    assert found.heat is not None
    assert found.heat.shape == (1, MASK_SIDE, MASK_SIDE)
    assert found.suspected[0] == (found.tumor_probability[0] >= UNSTATED_THRESHOLD)


def test_labels_in_another_order_are_counted_under_their_own_names(
    clinic: Path, tmp_path: Path
) -> None:
    names = dict.fromkeys(CLASS_IDS, "x")
    turned = tuple((name, names[name]) for name in reversed(CLASS_IDS))
    record = _record(clinic / "glioma", "glp0_0.png")
    probabilities = []
    for name, labels in (("a", tuple(names.items())), ("b", turned)):
        asker = Asker(
            load_bundle(search=[make_model(tmp_path, TinyModel(name, labels=labels))]), 0.5
        )
        probabilities.append(asker.ask([record], "asking").measured.probabilities[0])
        asker.close()
    np.testing.assert_allclose(probabilities[0], probabilities[1][::-1])


def test_a_model_of_other_classes_is_refused(tmp_path: Path) -> None:
    labels = (("a", "A"), ("b", "B"), ("c", "C"))
    bundle = load_bundle(search=[make_model(tmp_path, TinyModel(labels=labels))])
    with pytest.raises(RunError, match="neither the four classes"):
        Asker(bundle, 0.5)


def test_the_rule_of_a_modality_decides_which_threshold_counts(
    clinic: Path, tmp_path: Path
) -> None:
    asker = Asker(load_bundle(search=[make_model(tmp_path, TinyModel(trust=True))]), 0.5)
    folder = clinic / "glioma"
    records = [_record(folder, "glp0_0.png", modality=name) for name in ("MR", "CT")]
    found = asker.ask(records, "asking").measured
    asker.close()
    thresholds = np.array([0.3, 0.6])
    np.testing.assert_array_equal(found.suspected, found.tumor_probability >= thresholds)
    assert found.acquisitions is not None
    assert set(found.acquisitions) <= {"CT", "T1", "T1c", "T2", "FLAIR"}


def test_a_mask_lies_on_the_models_crop(tmp_path: Path) -> None:
    image, mask = head(1, (30, 60, 10))
    cv2.imwrite(str(tmp_path / "a.png"), image)
    cv2.imwrite(str(tmp_path / "m.png"), mask)
    look = input_look(load_bundle(search=[make_model(tmp_path)]).manifest)
    record = _record(tmp_path, "a.png", mask_path=tmp_path / "m.png")
    tensor, cells = model_picture(record, look)
    assert tensor.shape == (look.height, look.width, look.channels)
    row, column = (float(np.average(axis, weights=cells)) for axis in np.indices(cells.shape))
    assert (column, row) == pytest.approx((30 / 96 * MASK_SIDE, 60 / 96 * MASK_SIDE), abs=0.6)


def test_a_mask_of_another_size_is_told(tmp_path: Path) -> None:
    image, mask = head(1, (30, 60, 10))
    cv2.imwrite(str(tmp_path / "a.png"), image)
    cv2.imwrite(str(tmp_path / "m.png"), mask[:50])
    asker = Asker(load_bundle(search=[make_model(tmp_path)]), 0.5)
    record = _record(tmp_path, "a.png", mask_path=tmp_path / "m.png")
    with pytest.raises(DataError, match=r"none of the images.*m\.png: the mask has another size"):
        asker.ask([record], "asking")
    asker.close()


def test_the_gate_is_judged_by_strangers_of_any_part_against_the_brains_of_each() -> None:
    brains = [record(i, 0) for i in range(4)]
    strangers = [record(10 + i, None, brain=False, group=f"s{i}") for i in range(3)]
    near = replace(measured(brains), gate_scores=np.array([0.1, 0.2, 0.3, 0.4]))
    far = replace(measured(brains), gate_scores=np.array([0.1, 0.2, 0.95, 0.99]))
    strange = replace(measured(strangers), gate_scores=np.array([0.5, 0.9, 0.6]))
    parts = [("near", near), ("far", far), ("non_brain", strange), ("ungated", measured(brains))]
    found = {figure.class_id: figure for figure in gate_figures(parts, draws=20)}
    assert set(found) == {"near", "far"}
    assert found["near"].value == 1.0
    assert found["far"].value == pytest.approx(0.5)
    assert found["near"].images == 7
    assert gate_figures(parts[:2], draws=20) == ()
