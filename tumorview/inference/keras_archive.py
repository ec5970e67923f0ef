"""What a ``.keras`` file may ask for before Keras is given it.

Loading a model builds whatever its configuration names. Keras' own safe mode has been got round
more than once (CVE-2024-3660, CVE-2025-1550, CVE-2025-8747, CVE-2026-1462), and layers and weights
have read files of the machine (CVE-2025-12058, CVE-2026-1669), so the file is read here first, and
without Keras: layers, operations and initialisers of Keras are all that a network needs, and its
weights are numbers that lie in the file.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tumorview.inference.errors import ModelUnsafeError

_MEMBERS = frozenset({"config.json", "metadata.json", "model.weights.h5"})
_LARGEST_CONFIG = 32 << 20
_LARGEST_ARCHIVE = 1 << 30

_PARTS = re.compile(
    r"keras(\.src)?"
    r"\.(layers|ops|initializers|regularizers|constraints|activations|models|optimizers|losses|metrics)"
    r"(\.[a-z0-9_]+)*"
)
_OTHERS = frozenset(
    {
        *(("keras", name) for name in ("DTypePolicy", "Functional", "Model", "Sequential")),
        *((None, name) for name in ("__keras_tensor__", "__tensor__")),
    }
)

_WITH_CODE = frozenset({"Lambda", "TFSMLayer", "TorchModuleWrapper", "JaxLayer", "FlaxLayer"})
"""Layers of Keras that run code or models from elsewhere."""

_WITH_FILES = frozenset({"IndexLookup", "IntegerLookup", "StringLookup", "TextVectorization"})
"""Layers of Keras that read a vocabulary from a file that they name."""

_MOST_WEIGHTS = 100_000
"""Groups and arrays of a weights file."""

_REMEDY = "Do not use it, and ask where it came from: a model of TumorView has nothing of the kind."


def check_keras_archive(path: Path) -> None:
    """Read the archive's list and configuration.

    Raises
    ------
    ModelUnsafeError
        It holds other files than Keras writes, or names something else than parts of Keras that
        are built from numbers.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = archive.infolist()
            names = {one.filename for one in listed}
            if names != _MEMBERS or len(listed) != len(_MEMBERS):
                raise _unsafe(path, "holds other files than a Keras model does", sorted(names)[:5])
            sizes = {one.filename: one.file_size for one in listed}
            if sizes["config.json"] > _LARGEST_CONFIG or sum(sizes.values()) > _LARGEST_ARCHIVE:
                raise _unsafe(path, "is larger than a model is", sum(sizes.values()))
            config = json.loads(archive.read("config.json"))
            weights = archive.read("model.weights.h5")
    except (zipfile.BadZipFile, OSError, ValueError, RecursionError, NotImplementedError) as error:
        raise _unsafe(path, "cannot be read", type(error).__name__) from error
    for part in _parts(config):
        _check(part, path)
    _check_weights(weights, path)


def _check(part: dict[str, Any], path: Path) -> None:
    module, name = part.get("module"), part["class_name"]
    registered = part.get("registered_name")
    known = (module, name) in _OTHERS or (
        isinstance(module, str) and _PARTS.fullmatch(module) is not None
    )
    own = registered is None or registered == name
    if not known or not own or name in _WITH_CODE | _WITH_FILES or not str(name).isidentifier():
        raise _unsafe(path, "asks for something that is no part of Keras", f"{module}.{name}"[:120])


def _check_weights(content: bytes, path: Path) -> None:
    """Refuse links, arrays that lie in other files, and arrays that announce more than is there."""
    import h5py  # noqa: PLC0415 - comes with Keras, without which nobody calls this

    try:
        with h5py.File(io.BytesIO(content), "r") as file:
            waiting, seen = [file["/"]], 0
            while waiting:
                group = waiting.pop()
                for name in group:
                    seen += 1
                    if (
                        seen > _MOST_WEIGHTS
                        or type(group.get(name, getlink=True)) is not h5py.HardLink
                    ):
                        raise _unsafe(path, "has weights that lie elsewhere", name[:120])
                    member = group[name]
                    if isinstance(member, h5py.Group):
                        waiting.append(member)
                    elif _is_elsewhere(member) or member.nbytes > _LARGEST_ARCHIVE:
                        raise _unsafe(path, "has weights that lie elsewhere", name[:120])
    except (OSError, KeyError, ValueError, RuntimeError, TypeError) as error:
        raise _unsafe(path, "has weights that cannot be read", type(error).__name__) from error


def _is_elsewhere(array: Any) -> bool:
    return bool(array.is_virtual or array.external)


def _parts(config: Any) -> Iterator[dict[str, Any]]:
    """Every object that the configuration names, however deep."""
    waiting = [config]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "class_name" in one:
                yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _unsafe(path: Path, reason: str, received: object) -> ModelUnsafeError:
    return ModelUnsafeError(
        f"the Keras file {reason}", path=path, received=received, remedy=_REMEDY
    )
