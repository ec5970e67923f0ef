from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model, write_manifest
from tumorview.inference.engines import select
from tumorview.inference.engines.select import (
    DeviceChoice,
    EngineChoice,
    nvidia_driver_present,
    open_engine,
)
from tumorview.inference.errors import EngineUnavailableError, ModelFileMissingError
from tumorview.inference.registry import load_bundle


def _without_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec

    def find_all_but(
        name: str, package: str | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return None if name == "tensorflow" else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_all_but)


def test_auto_is_onnx_where_there_is_no_nvidia_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path)
    monkeypatch.setattr(select, "nvidia_driver_present", lambda: False)
    engine = open_engine(load_bundle(search=[tmp_path]), threads=1)
    assert engine.name.startswith("ONNX Runtime")
    assert engine.device == "CPU, 1 thread"


def test_auto_is_onnx_where_the_model_has_no_keras_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path)
    monkeypatch.setattr(select, "nvidia_driver_present", lambda: True)
    assert open_engine(load_bundle(search=[tmp_path])).name.startswith("ONNX Runtime")


def test_auto_on_the_cpu_never_starts_tensorflow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"would not load")
    write_manifest(folder, TinyModel())
    monkeypatch.setattr(select, "nvidia_driver_present", lambda: True)
    engine = open_engine(load_bundle(search=[tmp_path]), device=DeviceChoice.CPU)
    assert engine.name.startswith("ONNX Runtime")


def test_keras_without_tensorflow_names_the_extra_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path)
    _without_tensorflow(monkeypatch)
    with pytest.raises(EngineUnavailableError, match=r'pip install "tumorview\[keras\]"'):
        open_engine(load_bundle(search=[tmp_path]), EngineChoice.KERAS)


def test_a_keras_only_model_without_tensorflow_names_the_extra_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"weights")
    (folder / "model.onnx").unlink()
    write_manifest(folder, TinyModel())
    _without_tensorflow(monkeypatch)
    with pytest.raises(EngineUnavailableError, match=r'pip install "tumorview\[keras\]"'):
        open_engine(load_bundle(search=[tmp_path]))


def test_onnx_for_a_model_without_an_onnx_file_says_what_there_is(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"weights")
    (folder / "model.onnx").unlink()
    write_manifest(folder, TinyModel())
    with pytest.raises(ModelFileMissingError, match=r"no onnx file.*keras"):
        open_engine(load_bundle(search=[tmp_path]), EngineChoice.ONNX)


@pytest.mark.parametrize(
    ("choice", "device", "threads", "words"),
    [
        ("torch", "auto", None, r"no such engine.*'torch'.*auto, onnx, keras"),
        ("auto", "tpu", None, r"no such device.*'tpu'.*auto, cpu"),
        ("onnx", "auto", 0, r"at least one thread.*0"),
    ],
)
def test_a_choice_that_does_not_exist_is_answered_with_those_that_do(
    tmp_path: Path, choice: str, device: str, threads: int | None, words: str
) -> None:
    make_model(tmp_path)
    with pytest.raises(EngineUnavailableError, match=words):
        open_engine(load_bundle(search=[tmp_path]), choice, threads, device)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_no_nvidia_driver_counts_where_tensorflow_has_no_gpu(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert not nvidia_driver_present()


def test_the_driver_is_recognised_by_the_file_that_it_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    present: set[str] = set()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "exists", lambda self: str(self) in present)
    assert not nvidia_driver_present()
    present.add("/proc/driver/nvidia/version")
    assert nvidia_driver_present()
