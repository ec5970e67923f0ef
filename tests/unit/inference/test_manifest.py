from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.model_factory import TinyModel, make_model
from tumorview.inference.errors import ManifestError
from tumorview.inference.manifest import (
    MANIFEST_NAME,
    Manifest,
    PercentileMapping,
    parse_manifest,
)


def _parse(tmp_path: Path, **changes: Any) -> Manifest:
    folder = make_model(tmp_path, TinyModel(manifest_changes=changes))
    path = folder / MANIFEST_NAME
    return parse_manifest(path.read_bytes(), path)


def test_a_complete_manifest_is_read_with_its_values(tmp_path: Path) -> None:
    manifest = _parse(
        tmp_path,
        intensity={"kind": "percentile", "lower": 1.0, "upper": 99.0},
        calibration_temperature=1.7,
    )
    assert manifest.intensity == PercentileMapping(lower=1.0, upper=99.0)
    assert manifest.calibration_temperature == 1.7
    assert [label.id for label in manifest.class_labels][-1] == "no_tumor"
    assert manifest.file_for("onnx") is not None
    assert manifest.file_for("keras") is None


_TWO = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
_FILE = {"name": "model.onnx", "role": "onnx", "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"colour": "blue"}, "colour"),
        ({"labels": None}, "labels"),
        ({"schema_version": 3}, "schema_version"),
        ({"labels": [_TWO[0]]}, "two labels"),
        ({"labels": [_TWO[0], _TWO[0]]}, "different ids"),
        ({"activation": "sigmoid"}, "exactly two labels"),
        ({"activation": "relu"}, "activation"),
        ({"calibration_temperature": 0.0}, "calibration_temperature"),
        ({"calibration_temperature": "warm"}, "calibration_temperature"),
        ({"files": [_FILE, _FILE]}, "listed twice"),
        ({"files": [{**_FILE, "role": "golden"}]}, "neither a keras nor an onnx"),
        ({"files": [{**_FILE, "name": "../model.onnx"}]}, "name"),
        ({"files": [{**_FILE, "name": "/etc/passwd"}]}, "name"),
        ({"files": [{**_FILE, "sha256": "abc"}]}, "sha256"),
        ({"input": {"height": 0, "width": 32, "channels": 1}}, "height"),
        ({"input": {"height": 32, "width": 32, "channels": 2}}, "channels"),
        ({"intensity": {"kind": "guess"}}, "guess"),
        ({"validated_modalities": ["mr"]}, "validated_modalities"),
        ({"intensity": {"kind": "percentile", "lower": 60.0, "upper": 40.0}}, "percentile"),
        ({"ct_intensity": {"kind": "percentile", "lower": 60.0, "upper": 40.0}}, "percentile"),
        ({"intensity": {"kind": "window", "center": 40.0, "width": 0.0}}, "width"),
        (
            {
                "heatmap": {
                    "kind": "class activation map",
                    "output": "logits",
                    "feature_layer": "f",
                    "full_scale": 1.0,
                }
            },
            "same output",
        ),
    ],
)
def test_a_manifest_that_cannot_be_right_is_refused_in_one_sentence(
    tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(ManifestError) as caught:
        _parse(tmp_path, **changes)
    sentence = str(caught.value)
    assert words in sentence
    assert sentence.startswith("manifest.json: ")
    assert "Install the model folder again" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "raw",
    [b"", b"not json", b"[]", b"{", b'{"id": "\xff\xfe"}', b"[" * 100_000, b"null"],
    ids=["empty", "text", "list", "cut", "not utf-8", "deep", "null"],
)
def test_bytes_that_are_no_manifest_are_refused(raw: bytes) -> None:
    with pytest.raises(ManifestError, match=r"manifest\.json"):
        parse_manifest(raw, Path("model") / MANIFEST_NAME)


def test_every_key_that_has_no_default_is_required(tmp_path: Path) -> None:
    path = make_model(tmp_path) / MANIFEST_NAME
    whole = json.loads(path.read_bytes())
    optional = {"heatmap", "certainty_threshold", "minimum_source_side"}
    for key in sorted(set(whole) - optional):
        part = {k: v for k, v in whole.items() if k != key}
        with pytest.raises(ManifestError, match=key):
            parse_manifest(json.dumps(part).encode(), path)
