"""The official split of the four-class set: leaked, twin-free, and with other patients."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import cv2
import numpy as np
import pytest

from tests.training.evaluation.drawn import head
from training.errors import DataError, RunError
from training.run_folder import RunFacts, claim_run
from training.trust.numbers import NUMBERS_NAME, Decision, TrustNumbers, write_numbers

pytestmark = pytest.mark.tensorflow

_CLASSES = ("glioma", "meningioma", "pituitary", "notumor")
_NUMBERS = TrustNumbers(
    chosen_on="drawn images",
    images=8,
    groups=8,
    temperature=1.0,
    certainty_threshold=0.5,
    coverage=0.9,
    fewest_patients=2,
    quantiles=(0.5, 0.5, 0.5, 0.5),
    decision=Decision(0.5, 1.0, 1.0, 4, 4),
    decisions={},
    acquisition_temperature=None,
    iou_threshold=None,
)


@pytest.fixture
def module() -> ModuleType:
    """Imported late because TensorFlow comes with it."""
    return importlib.import_module("training.evaluation.official")


def _data(root: Path) -> Path:
    """Two official test images a class; the second glioma has a match that is not to be trusted."""
    folder = root / "nickparvar"
    lines = ["file,split,class,cheng_id,cheng_pid,patient_group,score"]
    for place, name in enumerate(_CLASSES):
        for part in ("Training", "Testing"):
            (folder / part / name).mkdir(parents=True)
        for number in range(2):
            file = f"Testing/{name}/{name}{number}.jpg"
            cv2.imwrite(str(folder / file), head(10 * place + number)[0])
            score = 0.5 if (place, number) == (0, 1) else 0.95
            lines.append(f"{file},Testing,{name},1,P,P{place}{number},{score}")
    (folder / "matched_to_cheng.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def _run(root: Path, fold: int) -> Path:
    run = root / f"fold{fold}"
    claim_run(run, RunFacts("tumorview_mobilenetv2", fold))
    return run


def test_an_official_image_belongs_to_the_patient_or_cluster_of_the_fold_file(
    module: ModuleType, tmp_path: Path
) -> None:
    records = {r.path.stem: r for r in module.read_official_test(_data(tmp_path))}
    assert len(records) == 8
    assert records["glioma0"].group == "cheng/P00"
    assert records["glioma1"].group == "nickparvar/unknown/glioma1"
    assert records["pituitary1"].group == "cheng/P21"
    # A picture without a tumour is of no patient of cheng, whatever it resembles.
    assert records["notumor0"].group.startswith("nickparvar/cluster-")
    assert [records[f"{name}0"].label for name in _CLASSES] == [0, 1, 2, 3]


@pytest.fixture
def options(module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Two folds whose models are right exactly on the patients that they learned from."""
    data = _data(tmp_path / "data")
    records = module.read_official_test(data)
    known = sorted({r.group for r in records if "/unknown/" not in r.group})
    folds = [known[0::2], known[1::2]]
    split = tmp_path / "folds.json"
    split.write_text(
        json.dumps({"name": "drawn", "seed": 1, "held_out_sources": [], "folds": folds}),
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "split_path", lambda _recipe: split)

    def remembered(run: Path, _images: object, _onnx: Path) -> np.ndarray:
        fold = int(run.name.removeprefix("fold"))
        logits = np.zeros((len(records), 4), np.float32)
        for row, record in enumerate(records):
            wrong = record.group in folds[fold]
            logits[row, (record.label + 1) % 4 if wrong else record.label] = 9
        return logits

    monkeypatch.setattr(module, "_logits", remembered)
    write_numbers(_NUMBERS, tmp_path / "trust" / NUMBERS_NAME)
    audit = tmp_path / "audit.json"
    audit.write_text(
        json.dumps({"splits": [{"twin_free": ["Testing/glioma/glioma1.jpg"]}]}), encoding="utf-8"
    )
    return module.OfficialOptions(
        runs=(_run(tmp_path, 0), _run(tmp_path, 1)),
        data=data,
        trust=tmp_path / "trust",
        out=tmp_path / "out",
        twin_free=audit,
        draws=20,
    )


def _recipe() -> object:
    return importlib.import_module("training.recipes.tumorview_mobilenetv2").RECIPE


def test_what_a_model_remembers_is_not_counted_where_patients_were_not_learned_from(
    module: ModuleType, options: object
) -> None:
    evaluation = module.official(options, _recipe())
    whole, twin_free, disjoint = evaluation.parts
    assert (whole.leaked, twin_free.leaked, disjoint.leaked) == (True, True, False)
    accuracy = [
        next(f.value for f in part.figures if f.name == "accuracy") for part in evaluation.parts
    ]
    # The first fold's model is wrong on its own test patients: four of the eight images.
    assert accuracy == [0.5, 1.0, 0.0]
    assert [part.images for part in evaluation.parts] == [8, 1, 7]
    assert "1 images whose patient is not known" in disjoint.note
    page = (options.out / "report.html").read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert "LEAKED" in page


def test_runs_of_other_folds_and_lists_of_other_images_are_refused(
    module: ModuleType, options: object, tmp_path: Path
) -> None:
    replace = importlib.import_module("dataclasses").replace
    twice = replace(options, runs=(options.runs[0], _run(tmp_path / "again", 0)))  # type: ignore[attr-defined]
    with pytest.raises(RunError, match="given twice"):
        module.official(twice, _recipe())
    other = tmp_path / "other"
    claim_run(other, RunFacts("another"))
    with pytest.raises(RunError, match="own fold file"):
        module.official(replace(options, runs=(other,)), _recipe())
    listed = tmp_path / "list.txt"
    listed.write_text("Testing/glioma/none.jpg\n", encoding="utf-8")
    with pytest.raises(DataError, match="twin-free"):
        module.official(replace(options, twin_free=listed), _recipe())


def test_a_run_without_a_trained_model_is_refused(module: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no trained model"):
        module._logits(_run(tmp_path, 0), np.zeros((1, 8, 8), np.uint8), tmp_path / "x.onnx")
