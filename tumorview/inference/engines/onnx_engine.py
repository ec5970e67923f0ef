"""ONNX Runtime: the engine for the CPU, and for the accelerators that its build brings along."""

from __future__ import annotations

import contextlib
import re
import textwrap
import threading
from pathlib import Path
from typing import Any

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.checks import Shape, check_batch, check_network, output_names
from tumorview.inference.errors import EngineUnavailableError, InferenceError
from tumorview.inference.registry import ModelBundle
from tumorview.machine import available_cores

_FATAL = 4
"""Severity of ONNX Runtime's own log: its errors come as exceptions and are told by ours."""

_MOST_THREADS = 8
"""A network of this size gains nothing beyond; the rest is left to decoding."""

# In order of preference. Reduced precision is turned off wherever a provider has it on by default
# (TF32, the Neural Engine's float16), so that every device gives the same probabilities.
_ACCELERATORS: dict[str, tuple[str, dict[str, str]]] = {
    "CUDAExecutionProvider": (
        "GPU (CUDA)",
        {"use_tf32": "0", "arena_extend_strategy": "kSameAsRequested"},
    ),
    "DmlExecutionProvider": ("GPU (DirectML)", {}),
    "CoreMLExecutionProvider": (
        "GPU (Core ML)",
        {"ModelFormat": "MLProgram", "MLComputeUnits": "CPUAndGPU"},
    ),
}


class OnnxEngine:
    """A session of ONNX Runtime; `infer` may be called from several threads at once.

    Parameters
    ----------
    bundle
        Must list an ONNX file. Its bytes are verified and handed over in memory: without a path
        ONNX Runtime has no folder in which to look for external data, so weights outside the
        verified file cannot come in.
    threads
        Threads of one forward pass; by default the cores that this process may use, at most 8.
    accelerate
        False keeps to the CPU.
    note
        Why another engine was not used, to be told in `device`.
    """

    def __init__(
        self,
        bundle: ModelBundle,
        *,
        threads: int | None = None,
        accelerate: bool = True,
        note: str = "",
    ) -> None:
        path = bundle.verified_path("onnx")
        content = bundle.read_verified("onnx")
        ort = _import_runtime()
        self._manifest = bundle.manifest
        self._threads = threads or min(available_cores(), _MOST_THREADS)
        self._name = f"ONNX Runtime {ort.__version__}"
        session, remark = self._start(ort, content, path, accelerate=accelerate)
        running = session.get_providers()[0]
        if running in _ACCELERATORS:
            self._device = _ACCELERATORS[running][0]
        else:
            words = f"CPU, {self._threads} thread{'s' if self._threads != 1 else ''}"
            self._device = "; ".join(part for part in (words, note, remark) if part)
        self._input_name = check_network(
            self._manifest,
            {node.name: _shape(node.shape) for node in session.get_inputs()},
            {node.name: _shape(node.shape) for node in session.get_outputs()},
            path,
        )
        self._outputs = output_names(self._manifest)
        # DirectML does not allow two runs of one session at a time.
        self._one_at_a_time: contextlib.AbstractContextManager[Any] = (
            threading.Lock() if running == "DmlExecutionProvider" else contextlib.nullcontext()
        )
        self._session = session

    @property
    def name(self) -> str:
        """Name and version of the runtime."""
        return self._name

    @property
    def device(self) -> str:
        """What the model runs on, for people."""
        return self._device

    def infer(self, batch: Float32Array) -> EngineOutput:
        """Run float32[batch, height, width, channels]; raises InferenceError only."""
        check_batch(self._manifest, batch)
        session = self._session
        if session is None:
            raise InferenceError("the engine was closed")
        try:
            with self._one_at_a_time:
                answer = session.run(list(self._outputs.values()), {self._input_name: batch})
        except Exception as error:
            raise InferenceError(
                f"ONNX Runtime failed while running the model ({_short(error)})"
            ) from error
        arrays = (np.asarray(array, dtype=np.float32) for array in answer)
        return EngineOutput(**dict(zip(self._outputs, arrays, strict=True)))

    def close(self) -> None:
        """Free the session; a call that is running keeps it until it is done."""
        self._session = None

    def _start(self, ort: Any, content: bytes, path: Path, *, accelerate: bool) -> tuple[Any, str]:
        """A session on the best device that works, and why a better one does not."""
        remark = ""
        present = ort.get_available_providers()
        accelerator = next((name for name in _ACCELERATORS if name in present), None)
        if accelerate and accelerator is not None:
            reason = "it did not start"
            try:
                session = self._open(ort, content, accelerator)
                if session.get_providers()[0] == accelerator:
                    return session, ""
            except Exception as error:  # noqa: BLE001 - whatever a driver raises, the CPU is left
                reason = _short(error)
            remark = f"{_ACCELERATORS[accelerator][0]} not used: {reason}"
        try:
            return self._open(ort, content, None), remark
        except Exception as error:
            raise InferenceError(
                f"ONNX Runtime cannot load the model ({_short(error)})",
                path=path,
                remedy="Install the model folder again, or update onnxruntime.",
            ) from error

    def _open(self, ort: Any, content: bytes, accelerator: str | None) -> Any:
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL
        # Threads that spin between two images take the cores from decoding and from the window.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        providers: list[Any] = ["CPUExecutionProvider"]
        if accelerator is not None:
            providers.insert(0, (accelerator, _ACCELERATORS[accelerator][1]))
        if accelerator == "DmlExecutionProvider":
            options.enable_mem_pattern = False  # DirectML requires it
        # Its own fallback prints to stdout and leaves no trace; ours is told in `device`.
        return ort.InferenceSession(
            content, sess_options=options, providers=providers, enable_fallback=0
        )


def _import_runtime() -> Any:
    try:
        import onnxruntime  # noqa: PLC0415 - 0.2 s that only an analysis needs
    except ImportError as error:
        raise EngineUnavailableError(
            f"ONNX Runtime cannot be imported ({error})",
            remedy="Install it with: pip install onnxruntime",
        ) from error
    onnxruntime.set_default_logger_severity(_FATAL)
    onnxruntime.disable_telemetry_events()
    return onnxruntime


def _shape(dimensions: list[Any]) -> Shape:
    return tuple(side if isinstance(side, int) else None for side in dimensions)


def _short(error: BaseException) -> str:
    """The first line of an error without the runtime's prefix, for a sentence."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return textwrap.shorten(re.sub(r"^\[ONNXRuntimeError\]( : \S+)* : ", "", lines[0]), 160)
