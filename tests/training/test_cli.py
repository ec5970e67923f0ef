"""The command line of training: one sentence and an exit code for each thing that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.cli import load_recipe, main, recipe_ids
from training.errors import DataError


def test_the_recipes_are_listed_with_what_they_make(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == list(recipe_ids())
    assert any(line.startswith("tumorview_mobilenetv2: The bundled") for line in lines)


def test_an_unknown_recipe_is_refused_with_the_names_of_the_others() -> None:
    with pytest.raises(DataError, match=r"no recipe.*'nonsense'.*tumorview_mobilenetv2"):
        load_recipe("nonsense")


def test_an_unknown_recipe_ends_with_one_sentence_and_code_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = main(["train", "nonsense", "--data", str(tmp_path), "--out", str(tmp_path / "run")])
    assert code == 1
    assert capsys.readouterr().err.startswith("training: there is no recipe of that name")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("arguments", [[], ["train"], ["train", "x", "--data", "d"]])
def test_wrong_use_ends_with_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_count_below_one_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train", "x", "--data", "d", "--out", "o", "--epochs", "0"])
    assert "must be at least 1" in capsys.readouterr().err


@pytest.mark.tensorflow
def test_missing_data_end_training_with_one_sentence_and_leave_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run = tmp_path / "run"
    code = main(
        ["train", "tumorview_mobilenetv2", "--data", str(tmp_path / "no"), "--out", str(run)]
    )
    assert code == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("training: no: the data folder does not exist")
    assert not run.exists()


@pytest.mark.tensorflow
def test_missing_weights_end_training_before_anything_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["--data", str(tmp_path), "--out", str(tmp_path / "run"), "--weights", "gone.json"]
    assert main(["train", "tumorview_mobilenetv2", *arguments]) == 1
    assert "gone.json: the ImageNet weights are not there" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_packaging_a_folder_that_is_no_run_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "models"
    assert main(["package", str(tmp_path), "--data", str(tmp_path), "--out", str(out)]) == 1
    assert "this is not a run folder" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.tensorflow
def test_a_recipe_is_described_with_its_own_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes", "resnet_core"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("A residual network from tf.Module")
    assert "--replicas" in text
    assert "--trunk" not in text
    assert main(["recipes", "inception_v3"]) == 0
    assert "--trunk" in capsys.readouterr().out


@pytest.mark.tensorflow
def test_an_option_of_another_recipe_is_wrong_use(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    places = ["--data", str(tmp_path), "--out", str(tmp_path / "run")]
    with pytest.raises(SystemExit) as stopped:
        main(["train", "small_cnn", *places, "--trunk", "xception"])
    assert stopped.value.code == 2
    assert "unrecognized arguments: --trunk" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["recipes", "--protocol", "grouped"])


@pytest.mark.tensorflow
def test_one_class_only_ends_a_published_recipe_with_one_sentence_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "yes").mkdir()
    (tmp_path / "yes" / "a.png").write_bytes(b"")
    run = tmp_path / "run"
    assert main(["train", "small_cnn", "--data", str(tmp_path), "--out", str(run)]) == 1
    assert "there is no folder of the class 'no_tumor'" in capsys.readouterr().err
    assert not run.exists()


@pytest.mark.tensorflow
def test_weights_that_a_published_recipe_cannot_use_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    places = ["--data", str(tmp_path), "--out", str(tmp_path / "run")]
    assert main(["train", "small_cnn", *places, "--weights", "imagenet"]) == 1
    assert "no trunk that could take weights" in capsys.readouterr().err
    assert main(["train", "xception", *places, "--weights", "gone.h5"]) == 1
    assert "gone.h5: the ImageNet weights are not there" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


@pytest.mark.tensorflow
def test_a_published_system_is_no_recipe_with_a_committed_split() -> None:
    with pytest.raises(DataError, match=r"re-creates a published system.*small_cnn"):
        load_recipe("small_cnn")


def test_a_strategy_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--data", "d", "--out", "o", "--strategy", "telepathy"]
    with pytest.raises(SystemExit):
        main(["train", "tumorview_mobilenetv2", *arguments])
    assert "mirrored" in capsys.readouterr().err


@pytest.mark.tensorflow
def test_workers_without_a_cluster_end_with_one_sentence_and_leave_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TF_CONFIG", raising=False)
    run = tmp_path / "run"
    arguments = ["--data", str(tmp_path), "--out", str(run), "--strategy", "multiworker"]
    assert main(["train", "tumorview_mobilenetv2", *arguments]) == 1
    assert "training: TF_CONFIG is not set" in capsys.readouterr().err
    assert not run.exists()
