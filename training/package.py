"""A trained network -> a model folder that the application can load."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any, Literal

import msgspec

from training.card import CardText, model_card
from training.errors import RunError, TrainingError
from training.export_onnx import TOLERANCE, export_onnx, largest_difference
from training.golden import golden_inputs, write_golden
from tumorview.inference.gate import Gate, gate_content
from tumorview.inference.manifest import MANIFEST_NAME, Manifest, ModelFile, parse_manifest

LARGEST_FOLDER = 40 * 1024 * 1024
"""Bytes; what a model folder may weigh in all."""

Role = Literal["keras", "onnx", "golden", "card", "gate"]

_ROLES: dict[Role, str] = {
    "keras": "model.keras",
    "onnx": "model.onnx",
    "golden": "golden.npz",
    "card": "MODEL_CARD.md",
    "gate": "gate.npz",
}


def write_model_folder(
    model: Any, manifest: Manifest, card: CardText, parent: Path, *, gate: Gate | None = None
) -> Path:
    """Write ``parent/<id>`` with weights, ONNX, manifest, card, golden answers and the gate.

    `model` has the outputs that `manifest` names; the manifest's `files` are filled in here. The
    folder appears complete or not at all; one that was there before is replaced.

    Raises
    ------
    TrainingError
        When the ONNX file answers otherwise than Keras, or the folder is too large.
    RunError
        When it cannot be written.
    """
    partial = parent / f".{manifest.id}.partial"
    if partial.exists():
        shutil.rmtree(partial)
    try:
        partial.mkdir(parents=True)
        _fill(partial, model, manifest, card, gate)
        final = parent / manifest.id
        if final.exists():
            shutil.rmtree(final)
        partial.replace(final)
    except OSError as error:
        raise RunError(
            f"the model folder cannot be written: {error.strerror or error}", path=parent
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return final


def _fill(folder: Path, model: Any, manifest: Manifest, card: CardText, gate: Gate | None) -> None:
    side = manifest.input.height
    model.save(folder / _ROLES["keras"])
    export_onnx(model, folder / _ROLES["onnx"])
    difference = largest_difference(model, folder / _ROLES["onnx"], golden_inputs(side))
    if difference > TOLERANCE:
        raise TrainingError(
            f"the ONNX file differs from Keras by more than {TOLERANCE} in a probability",
            path=folder / _ROLES["onnx"],
            received=difference,
        )
    write_golden(folder / _ROLES["golden"], model, side, manifest.calibration_temperature)
    if gate is not None:
        (folder / _ROLES["gate"]).write_bytes(gate_content(gate))
    (folder / _ROLES["card"]).write_text(model_card(manifest, card, difference), encoding="utf-8")
    files = tuple(
        ModelFile(name, role, hashlib.sha256((folder / name).read_bytes()).hexdigest())
        for role, name in _ROLES.items()
        if (folder / name).is_file()
    )
    whole = msgspec.structs.replace(manifest, files=files)
    raw = msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
    parse_manifest(raw, folder / MANIFEST_NAME)
    (folder / MANIFEST_NAME).write_bytes(raw)
    size = sum(path.stat().st_size for path in folder.iterdir())
    if size > LARGEST_FOLDER:
        raise TrainingError("the model folder is too large", path=folder, received=size)
