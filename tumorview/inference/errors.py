"""What can go wrong between pixels and probabilities."""

from __future__ import annotations

from typing import ClassVar

from tumorview.errors import TumorViewError


class InferenceError(TumorViewError):
    """Base of the inference room."""

    code: ClassVar[str] = "inference_failed"


class ManifestError(InferenceError):
    """A model folder's manifest is missing, unreadable or says something impossible."""

    code: ClassVar[str] = "model_manifest_invalid"


class ModelTamperedError(InferenceError):
    """A model file does not have the SHA-256 that its manifest states."""

    code: ClassVar[str] = "model_file_changed"


class ModelUnsafeError(InferenceError):
    """A model file asks for code or files that no model needs; it is not opened."""

    code: ClassVar[str] = "model_unsafe"


class ModelShapeError(InferenceError):
    """A model's inputs or outputs are not those that its manifest states."""

    code: ClassVar[str] = "model_shape_mismatch"


class ModelNotFoundError(InferenceError):
    """No model of that id in any model folder."""

    code: ClassVar[str] = "model_not_found"


class EngineUnavailableError(InferenceError):
    """The chosen engine is not installed or cannot start on this machine."""

    code: ClassVar[str] = "engine_unavailable"


class ModelFileMissingError(InferenceError):
    """A file that the manifest lists, or that an engine needs, is missing or unreadable."""

    code: ClassVar[str] = "model_file_missing"


class GateFileError(InferenceError):
    """The file with the numbers of the input gate is not what its method needs."""

    code: ClassVar[str] = "model_gate_invalid"
