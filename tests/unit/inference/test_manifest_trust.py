from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.model_factory import TinyModel, make_model
from tests.trust_parts import (
    ACQUISITION,
    CT_DECISION,
    DECISION,
    GATE,
    LESION_MAP,
    PREDICTION_SETS,
    RULES,
)
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.errors import ManifestError
from tumorview.inference.manifest import MANIFEST_NAME, Manifest, parse_manifest

_WHOLE: dict[str, Any] = {
    "schema_version": 2,
    "validated_modalities": ["MR", "CT"],
    "heatmap": LESION_MAP,
    "decision": DECISION,
    "prediction_sets": PREDICTION_SETS,
    "gate": GATE,
    "acquisition": ACQUISITION,
    "modality_rules": RULES,
}
_GATE_FILE = {"name": "gate.npz", "role": "gate", "sha256": "0" * 64}


def _parse(tmp_path: Path, changes: dict[str, Any], *gate_files: dict[str, str]) -> Manifest:
    path = make_model(tmp_path, TinyModel(manifest_changes=changes)) / MANIFEST_NAME
    content = json.loads(path.read_bytes())
    content["files"] += gate_files
    return parse_manifest(json.dumps(content).encode(), path)


def test_a_manifest_of_the_second_version_is_read_with_all_its_parts(tmp_path: Path) -> None:
    manifest = _parse(tmp_path, _WHOLE, _GATE_FILE)
    assert manifest.heatmap is not None
    assert manifest.heatmap.kind is HeatmapKind.LESION_EVIDENCE
    assert manifest.decision is not None
    assert manifest.decision.threshold == DECISION["threshold"]
    assert manifest.prediction_sets is not None
    assert manifest.prediction_sets.quantiles == (0.7, 0.8, 0.6, 0.7)
    assert manifest.gate is not None
    assert manifest.gate.method == "mahalanobis"
    assert manifest.acquisition is not None
    assert [label.sequence for label in manifest.acquisition.labels][:2] == ["", "T1"]


def test_a_rule_holds_for_its_own_modality_alone(tmp_path: Path) -> None:
    manifest = _parse(tmp_path, _WHOLE, _GATE_FILE)
    rule = manifest.rule_for("CT")
    assert rule is not None
    assert rule.decision is not None
    assert (rule.name_tumor_type, rule.decision.threshold) == (False, CT_DECISION["threshold"])
    assert manifest.rule_for("MR") is None


def test_every_new_part_is_optional(tmp_path: Path) -> None:
    manifest = _parse(tmp_path, {"schema_version": 2})
    assert manifest.decision is None
    assert manifest.prediction_sets is None
    assert manifest.gate is None
    assert manifest.acquisition is None
    assert manifest.modality_rules == ()


@pytest.mark.parametrize(
    "part", ["decision", "prediction_sets", "acquisition", "modality_rules", "heatmap"]
)
def test_the_first_version_has_none_of_the_new_parts(tmp_path: Path, part: str) -> None:
    changes = {
        "schema_version": 1,
        "validated_modalities": ["MR", "CT"],
        part: _WHOLE[part],
    }
    with pytest.raises(ManifestError, match=f"schema_version 1 does not know .* {part}"):
        _parse(tmp_path, changes)


_ONLY_MR = {"validated_modalities": ["MR"]}
_NO_NONE = {"labels": [{"id": one, "name": one.upper()} for one in "abcd"]}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"decision": {**DECISION, "threshold": 1.0}}, "threshold"),
        ({"decision": {**DECISION, "sensitivity": 1.2}}, "sensitivity"),
        ({"decision": {**DECISION, "chosen_on": ""}}, "chosen_on"),
        ({"decision": {**DECISION, "youden": 0.5}}, "youden"),
        ({"prediction_sets": {**PREDICTION_SETS, "quantiles": [0.5]}}, "one quantile a label"),
        ({"prediction_sets": {**PREDICTION_SETS, "coverage": 1.0}}, "coverage"),
        ({"gate": {**GATE, "method": "energy"}}, "energy"),
        ({"gate": {**GATE, "output": "logits"}}, "two meanings"),
        ({"gate": {**GATE, "threshold": None}}, "threshold"),
        ({"gate": None}, "belong together"),
        ({"acquisition": {**ACQUISITION, "output": "feature_means"}}, "two meanings"),
        ({"acquisition": {**ACQUISITION, "labels": ACQUISITION["labels"][:1]}}, "two labels"),
        ({"acquisition": {**ACQUISITION, "labels": ACQUISITION["labels"][:1] * 2}}, "two labels"),
        ({"acquisition": {**ACQUISITION, "validated": ["pd"]}}, "does not have"),
        ({"acquisition": {**ACQUISITION, "temperature": 0.0}}, "temperature"),
        ({**_ONLY_MR, "modality_rules": []}, "modality that is not validated"),
        (
            {**_ONLY_MR, "acquisition": {**ACQUISITION, "validated": ["t1"]}},
            "rule for a modality that is not validated",
        ),
        ({"modality_rules": RULES * 2}, "two rules"),
        ({"modality_rules": [{**RULES[0], "evidence": "two\nlines"}]}, "evidence"),
        ({"heatmap": {**LESION_MAP, "feature_layer": "top"}}, "no feature_layer"),
        (
            {"heatmap": {**LESION_MAP, "kind": "class activation map", "output": "maps"}},
            "needs its feature_layer",
        ),
        ({**_NO_NONE, "heatmap": None, "decision": None}, 'id "no_tumor"'),
        ({**_NO_NONE, "heatmap": None, "modality_rules": []}, 'id "no_tumor"'),
        ({**_NO_NONE, "decision": None, "modality_rules": []}, 'id "no_tumor"'),
    ],
)
def test_parts_that_cannot_be_right_are_refused_in_one_sentence(
    tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(ManifestError) as caught:
        _parse(tmp_path, {**_WHOLE, **changes}, _GATE_FILE)
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.startswith("manifest.json: ")
    assert "\n" not in sentence


def test_a_gate_without_its_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="belong together"):
        _parse(tmp_path, _WHOLE)


def test_two_files_for_one_gate_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="belong together"):
        _parse(tmp_path, _WHOLE, _GATE_FILE, {**_GATE_FILE, "name": "other.npz"})
