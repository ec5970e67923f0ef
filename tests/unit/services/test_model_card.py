from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model, write_manifest
from tumorview.inference.errors import ModelNotFoundError, ModelTamperedError
from tumorview.services.model_card import NO_CARD, read_model_card


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path))
    return tmp_path


def test_the_card_comes_with_version_hashes_use_and_limits(models: Path) -> None:
    folder = make_model(models)
    card = read_model_card("tiny")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (card.id, card.title, card.version) == ("tiny", "Tiny test model", "1.0.0")
    assert (
        card.manifest_sha256 == hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    )
    assert card.model_sha256 == hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    assert card.intended_use == manifest["intended_use"]
    assert card.out_of_scope_use == manifest["out_of_scope_use"]
    assert list(card.limits) == manifest["limits"]
    assert card.text == (folder / "MODEL_CARD.md").read_text("utf-8")
    assert card.problem == ""


def test_a_card_that_was_changed_is_not_shown_but_the_facts_are(models: Path) -> None:
    folder = make_model(models)
    (folder / "MODEL_CARD.md").write_text("# Never wrong\n", encoding="utf-8")
    card = read_model_card("tiny")
    assert card.text == ""
    assert "MODEL_CARD.md" in card.problem
    assert "is not the one that the manifest describes" in card.problem
    assert card.title == "Tiny test model"


def test_a_model_without_a_card_says_so(models: Path) -> None:
    folder = make_model(models)
    (folder / "MODEL_CARD.md").unlink()
    write_manifest(folder, TinyModel())
    card = read_model_card("tiny")
    assert (card.text, card.problem) == ("", NO_CARD)


def test_a_model_that_is_not_there_or_was_changed_has_no_card(models: Path) -> None:
    with pytest.raises(ModelNotFoundError):
        read_model_card("nowhere")
    folder = make_model(models)
    (folder / "model.onnx").write_bytes(b"other weights")
    with pytest.raises(ModelTamperedError):
        read_model_card("tiny")


def test_the_bundled_model_has_a_card() -> None:
    card = read_model_card()
    assert "## Limits" in card.text
    assert card.limits
    assert card.problem == ""
