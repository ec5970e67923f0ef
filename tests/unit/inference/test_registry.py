from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model, sha256_of, write_manifest
from tumorview.inference.errors import (
    InferenceError,
    ManifestError,
    ModelFileMissingError,
    ModelNotFoundError,
    ModelTamperedError,
)
from tumorview.inference.registry import list_models, load_bundle, verify_all


def _change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))


def test_a_bundle_carries_the_hashes_of_manifest_and_weights(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    bundle = load_bundle("tiny", [tmp_path])
    assert bundle.folder == folder
    assert bundle.manifest_sha256 == sha256_of(folder / "manifest.json")
    assert bundle.model_sha256 == sha256_of(folder / "model.onnx")
    assert bundle.read_verified("golden") == (folder / "golden.npz").read_bytes()


def test_the_places_come_before_the_names_in_the_order_of_models(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for place, name in [(second, "alpha"), (first, "zeta"), (first, "beta")]:
        make_model(place, TinyModel(id=name))
    listed = list_models([first, second])
    assert [listing.id for listing in listed] == ["beta", "zeta", "alpha"]
    assert [listing.problem for listing in listed] == [None, None, None]
    assert load_bundle(search=[first, second]).manifest.id == "beta"


def test_a_broken_folder_is_listed_with_its_problem_beside_the_others(tmp_path: Path) -> None:
    make_model(tmp_path, TinyModel(id="good"))
    make_model(tmp_path, TinyModel(id="bad", manifest_changes={"colour": "blue"}))
    (tmp_path / "empty").mkdir()
    incomplete = make_model(tmp_path, TinyModel(id="incomplete"))
    (incomplete / "model.onnx").unlink()
    listed = {listing.id: listing for listing in list_models([tmp_path])}
    assert listed["good"].problem is None
    assert "colour" in str(listed["bad"].problem)
    assert isinstance(listed["empty"].problem, ModelFileMissingError)
    assert "model.onnx" in str(listed["incomplete"].problem)
    assert load_bundle("good", [tmp_path]).manifest.id == "good"


def test_files_and_hidden_folders_among_the_models_are_passed_over(tmp_path: Path) -> None:
    make_model(tmp_path)
    (tmp_path / "README.md").write_text("models", encoding="utf-8")
    (tmp_path / ".cache").mkdir()
    assert [listing.id for listing in list_models([tmp_path, tmp_path / "missing"])] == ["tiny"]


def test_a_place_that_may_not_be_entered_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path / "open")
    closed = tmp_path / "closed"
    exists = Path.exists

    def exists_or_refused(self: Path) -> bool:
        if closed in self.parents:
            raise PermissionError(13, "Permission denied")
        return exists(self)

    monkeypatch.setattr(Path, "exists", exists_or_refused)
    assert [one.id for one in list_models([closed, tmp_path / "open"])] == ["tiny"]
    assert load_bundle(search=[closed, tmp_path / "open"]).manifest.id == "tiny"


def test_a_place_may_be_a_model_folder_itself(tmp_path: Path) -> None:
    assert load_bundle(search=[make_model(tmp_path)]).manifest.id == "tiny"


def test_the_chosen_places_are_searched_before_the_bundled_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path / "one", TinyModel(id="mine"))
    make_model(tmp_path / "two", TinyModel(id="mine-too"))
    places = [str(tmp_path / "one"), str(tmp_path / "two")]
    monkeypatch.setenv("TUMORVIEW_MODELS", os.pathsep.join(places))
    assert load_bundle().manifest.id == "mine"
    assert [listing.id for listing in list_models()][:2] == ["mine", "mine-too"]


def test_the_second_folder_with_one_id_is_listed_as_unused(tmp_path: Path) -> None:
    make_model(tmp_path / "a")
    make_model(tmp_path / "b")
    first, second = list_models([tmp_path / "a", tmp_path / "b"])
    assert first.problem is None
    assert "comes first" in str(second.problem)
    assert load_bundle("tiny", [tmp_path / "a", tmp_path / "b"]).folder.parent.name == "a"


def test_an_unknown_id_is_answered_with_the_models_there_are(tmp_path: Path) -> None:
    make_model(tmp_path)
    with pytest.raises(ModelNotFoundError, match=r"received: 'huge'.*Installed models: tiny\."):
        load_bundle("huge", [tmp_path])


def test_no_model_at_all_is_answered_with_the_places(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="no model is installed") as caught:
        load_bundle(search=[tmp_path / "nowhere"])
    assert "nowhere" in str(caught.value)


def test_a_broken_default_model_is_told_and_not_replaced_by_another(tmp_path: Path) -> None:
    make_model(tmp_path, TinyModel(id="a", manifest_changes={"labels": None}))
    make_model(tmp_path, TinyModel(id="b"))
    with pytest.raises(ManifestError, match="labels"):
        load_bundle(search=[tmp_path])
    with pytest.raises(ManifestError, match="labels"):
        load_bundle("a", [tmp_path])
    assert load_bundle("b", [tmp_path]).manifest.id == "b"


def test_changed_weights_are_refused_with_their_name_and_both_hashes(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    stated = sha256_of(folder / "model.onnx")
    _change_a_byte(folder / "model.onnx")
    with pytest.raises(ModelTamperedError) as caught:
        load_bundle(search=[tmp_path])
    sentence = str(caught.value)
    assert sentence.startswith("model.onnx: ")
    assert stated[:12] in sentence
    assert sha256_of(folder / "model.onnx")[:12] in sentence


def test_a_file_changed_after_loading_is_noticed_when_it_is_read(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    bundle = load_bundle(search=[tmp_path])
    _change_a_byte(folder / "model.onnx")
    with pytest.raises(ModelTamperedError):
        bundle.read_verified("onnx")
    with pytest.raises(ModelTamperedError):
        bundle.verified_path("onnx")


def test_files_that_are_not_needed_to_start_are_verified_on_demand(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    _change_a_byte(folder / "golden.npz")
    bundle = load_bundle(search=[tmp_path])
    with pytest.raises(ModelTamperedError, match=r"golden\.npz"):
        verify_all(bundle)


def test_a_role_that_is_not_listed_is_named(tmp_path: Path) -> None:
    make_model(tmp_path)
    with pytest.raises(ModelFileMissingError, match="lists no keras file"):
        load_bundle(search=[tmp_path]).read_verified("keras")


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.onnx"
    folder = make_model(tmp_path / "models")
    shutil.move(folder / "model.onnx", outside)
    (folder / "model.onnx").symlink_to(outside)
    with pytest.raises(ManifestError, match="inside its model folder"):
        load_bundle(search=[tmp_path / "models"])


def test_a_manifest_linked_from_elsewhere_is_refused(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "models")
    shutil.move(folder / "manifest.json", tmp_path / "manifest.json")
    (folder / "manifest.json").symlink_to(tmp_path / "manifest.json")
    with pytest.raises(ManifestError, match="inside its model folder"):
        load_bundle(search=[tmp_path / "models"])


def test_a_model_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "elsewhere")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "linked").symlink_to(folder, target_is_directory=True)
    assert load_bundle(search=[tmp_path / "models"]).manifest.id == "tiny"


def test_a_loop_of_links_is_a_problem_and_not_a_hang(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.onnx").unlink()
    (folder / "model.onnx").symlink_to(folder / "model.onnx")
    with pytest.raises(ModelFileMissingError, match=r"model\.onnx"):
        load_bundle(search=[tmp_path])


def test_a_folder_or_a_pipe_in_place_of_the_weights_is_refused(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.onnx").unlink()
    (folder / "model.onnx").mkdir()
    with pytest.raises(ManifestError, match="ordinary file"):
        load_bundle(search=[tmp_path])
    if hasattr(os, "mkfifo"):
        (folder / "model.onnx").rmdir()
        os.mkfifo(folder / "model.onnx")
        with pytest.raises(ManifestError, match="ordinary file"):
            load_bundle(search=[tmp_path])


def test_a_huge_manifest_is_refused_unread(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    with (folder / "manifest.json").open("ab") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(ManifestError, match="larger than a manifest can be"):
        load_bundle(search=[tmp_path])


def test_the_keras_weights_name_the_model_where_both_are_listed(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"weights")
    write_manifest(folder, TinyModel())
    bundle = load_bundle(search=[tmp_path])
    assert bundle.model_sha256 == sha256_of(folder / "model.keras")


def test_every_problem_of_a_model_is_an_inference_error(tmp_path: Path) -> None:
    make_model(tmp_path, TinyModel(id="bad", manifest_changes={"labels": 3}))
    (tmp_path / "empty").mkdir()
    assert all(isinstance(one.problem, InferenceError) for one in list_models([tmp_path]))
