"""A Keras file is read before Keras is given it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tumorview.inference.errors import ModelUnsafeError
from tumorview.inference.keras_archive import check_keras_archive

h5py = pytest.importorskip("h5py", reason="h5py comes with TensorFlow, which is not installed")

_LAYER = {
    "module": "keras.layers",
    "class_name": "Dense",
    "registered_name": None,
    "config": {
        "kernel_initializer": {
            "module": "keras.initializers",
            "class_name": "Zeros",
            "registered_name": None,
        }
    },
}


def _weights(write: Callable[[Any], object] = lambda _file: None) -> bytes:
    stream = io.BytesIO()
    with h5py.File(stream, "w") as file:
        file["layers/dense/vars/0"] = np.zeros((3, 4), np.float32)
        write(file)
    return stream.getvalue()


def _archive(path: Path, *parts: Any, extra: str = "", weights: bytes | None = None) -> Path:
    config = {"module": "keras.src.models.functional", "class_name": "Functional", "config": parts}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("metadata.json", "{}")
        archive.writestr("model.weights.h5", _weights() if weights is None else weights)
        if extra:
            archive.writestr(extra, b"x")
    return path


def test_the_bundled_models_pass(checkout: Path) -> None:
    found = list((checkout / "models").glob("*/model.keras"))
    assert found
    for path in found:
        check_keras_archive(path)


def test_layers_operations_and_initialisers_pass(tmp_path: Path) -> None:
    operation = {"module": "keras.src.ops.numpy", "class_name": "Max", "registered_name": "Max"}
    check_keras_archive(_archive(tmp_path / "m.keras", _LAYER, operation))


@pytest.mark.parametrize(
    "part",
    [
        {"module": "os", "class_name": "system"},
        {"module": "builtins", "class_name": "function", "config": "eval"},
        {"module": "keras.layers", "class_name": "Lambda"},
        {"module": "keras.layers", "class_name": "TFSMLayer"},
        {"module": "keras.layers", "class_name": "JaxLayer"},
        {"module": "keras.layers", "class_name": "StringLookup"},
        {"module": "keras.src.layers.preprocessing", "class_name": "TextVectorization"},
        {"module": "keras.utils", "class_name": "get_file"},
        {"module": "keras.src.utils.file_utils", "class_name": "get_file"},
        {"module": "keras.config", "class_name": "enable_unsafe_deserialization"},
        {"module": "keras.layers", "class_name": "Dense", "registered_name": "evil>Dense"},
        {"module": "keras.layers..os", "class_name": "Dense"},
        {"module": "keras.layersx", "class_name": "Dense"},
        {"module": None, "class_name": "__lambda__"},
        {"module": 5, "class_name": "Dense"},
        {"class_name": "Dense"},
        {"module": "keras.layers", "class_name": "a.b"},
    ],
)
def test_what_is_no_part_of_keras_is_refused_however_deep(
    part: dict[str, Any], tmp_path: Path
) -> None:
    hidden = {**_LAYER, "config": {"a": [{"b": [[part]]}]}}
    with pytest.raises(ModelUnsafeError, match=r"m\.keras: the Keras file asks for"):
        check_keras_archive(_archive(tmp_path / "m.keras", _LAYER, hidden))


def _virtual(file: Any) -> None:
    layout = h5py.VirtualLayout((4,), np.float32)
    layout[:] = h5py.VirtualSource("/etc/hostname", "data", (4,))
    file.create_virtual_dataset("layers/more", layout)


@pytest.mark.parametrize(
    "write",
    [
        lambda file: file.__setitem__("layers/more", h5py.ExternalLink("/etc/hostname", "data")),
        lambda file: file.__setitem__("layers/more", h5py.SoftLink("/layers")),
        lambda file: file.create_dataset(
            "layers/more", (4,), np.uint8, external=[("/etc/hostname", 0, 4)]
        ),
        _virtual,
        lambda file: file.create_dataset("layers/more", (1 << 40,), np.float32, chunks=(1024,)),
    ],
    ids=["external link", "soft link", "external storage", "virtual", "a bomb"],
)
def test_weights_that_lie_elsewhere_are_refused(
    write: Callable[[Any], object], tmp_path: Path
) -> None:
    path = _archive(tmp_path / "m.keras", _LAYER, weights=_weights(write))
    with pytest.raises(ModelUnsafeError, match="weights that lie elsewhere"):
        check_keras_archive(path)


@pytest.mark.parametrize("weights", [b"", b"text", _weights()[:300]])
def test_weights_that_are_no_sound_file_are_refused(weights: bytes, tmp_path: Path) -> None:
    with pytest.raises(ModelUnsafeError, match="weights that cannot be read"):
        check_keras_archive(_archive(tmp_path / "m.keras", _LAYER, weights=weights))


@pytest.mark.parametrize("extra", ["../escape", "assets/a.py", "config.json"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_other_files_in_the_archive_are_refused(extra: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnsafeError, match="other files"):
        check_keras_archive(_archive(tmp_path / "m.keras", _LAYER, extra=extra))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x80\x04pickle", b"\x89HDF\r\n\x1a\n"])
def test_what_is_no_archive_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "m.keras"
    path.write_bytes(content)
    with pytest.raises(ModelUnsafeError, match="cannot be read"):
        check_keras_archive(path)


def test_a_configuration_that_inflates_without_end_is_not_inflated(tmp_path: Path) -> None:
    path = tmp_path / "m.keras"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", b" " * (40 << 20))
        archive.writestr("metadata.json", "{}")
        archive.writestr("model.weights.h5", b"")
    with pytest.raises(ModelUnsafeError, match="larger than a model"):
        check_keras_archive(path)
