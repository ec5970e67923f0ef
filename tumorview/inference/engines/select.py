"""Which engine runs the model.

`auto` takes Keras where the model has a Keras file, TensorFlow is installed and an NVIDIA driver
is present, because only then is TensorFlow the faster one; everywhere else ONNX Runtime. Nothing
is imported to find out: importing TensorFlow takes ten seconds.
"""

from __future__ import annotations

import importlib.util
import sys
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tumorview.inference.engines.base import InferenceEngine
from tumorview.inference.errors import EngineUnavailableError
from tumorview.inference.registry import ModelBundle


class EngineChoice(StrEnum):
    """What the user asks for."""

    AUTO = "auto"
    ONNX = "onnx"
    KERAS = "keras"


class DeviceChoice(StrEnum):
    """`cpu` keeps to the CPU even where there is an accelerator."""

    AUTO = "auto"
    CPU = "cpu"


_Choice = TypeVar("_Choice", bound=StrEnum)


def open_engine(
    bundle: ModelBundle,
    choice: EngineChoice | str = EngineChoice.AUTO,
    threads: int | None = None,
    device: DeviceChoice | str = DeviceChoice.AUTO,
) -> InferenceEngine:
    """Load the model into an engine. Keras takes some ten seconds: call it off the main thread.

    `threads` limits one forward pass on the CPU; None leaves it to the engine. Where `auto` tried
    the GPU in vain, the `device` of the ONNX engine says so.

    Raises
    ------
    EngineUnavailableError
        When the chosen engine is not installed, cannot start, or is not known.
    InferenceError
        When the model cannot be loaded (changed file, other shape than the manifest's).
    """
    wanted = _parse(EngineChoice, choice, "engine")
    accelerate = _parse(DeviceChoice, device, "device") is DeviceChoice.AUTO
    if threads is not None and threads < 1:
        raise EngineUnavailableError("an engine needs at least one thread", received=threads)
    if wanted is EngineChoice.KERAS:
        _need_tensorflow()
        return _open_keras(bundle, threads, accelerate=accelerate, require_gpu=False)
    if wanted is EngineChoice.ONNX:
        return _open_onnx(bundle, threads, accelerate=accelerate)
    reason = ""
    if accelerate and bundle.has("keras") and tensorflow_installed() and nvidia_driver_present():
        try:
            return _open_keras(bundle, threads, accelerate=True, require_gpu=True)
        except EngineUnavailableError as error:
            reason = error.reason
    if bundle.has("onnx"):
        return _open_onnx(bundle, threads, accelerate=accelerate, note=reason)
    _need_tensorflow()
    return _open_keras(bundle, threads, accelerate=accelerate, require_gpu=False)


def tensorflow_installed() -> bool:
    """True when TensorFlow and Keras could be imported; does not import them."""
    return all(importlib.util.find_spec(name) is not None for name in ("tensorflow", "keras"))


def nvidia_driver_present() -> bool:
    """True when an NVIDIA kernel driver is loaded (Linux) or its library is installed (Windows).

    Linux: the driver itself writes /proc/driver/nvidia/version, and under WSL 2 Windows puts
    libcuda.so into /usr/lib/wsl/lib. Native Windows counts as absent, since TensorFlow has had no
    GPU there since 2.10, and macOS has no NVIDIA driver.
    """
    if sys.platform != "linux":
        return False
    signs = ("/proc/driver/nvidia/version", "/usr/lib/wsl/lib/libcuda.so.1")
    return any(Path(sign).exists() for sign in signs)


def _open_onnx(
    bundle: ModelBundle, threads: int | None, *, accelerate: bool, note: str = ""
) -> InferenceEngine:
    from tumorview.inference.engines.onnx_engine import OnnxEngine  # noqa: PLC0415 - on demand

    return OnnxEngine(bundle, threads=threads, accelerate=accelerate, note=note)


def _open_keras(
    bundle: ModelBundle, threads: int | None, *, accelerate: bool, require_gpu: bool
) -> InferenceEngine:
    from tumorview.inference.engines.keras_engine import KerasEngine  # noqa: PLC0415 - on demand

    return KerasEngine(bundle, threads=threads, accelerate=accelerate, require_gpu=require_gpu)


def _need_tensorflow() -> None:
    if not tensorflow_installed():
        raise EngineUnavailableError(
            "TensorFlow is not installed, which the Keras engine needs",
            remedy='Install it with: pip install "tumorview[keras]", or with '
            '"tumorview[cuda]" for an NVIDIA GPU on Linux; or choose the engine onnx.',
        )


def _parse(kind: type[_Choice], value: str, what: str) -> _Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise EngineUnavailableError(
            f"there is no such {what}",
            received=str(value),
            remedy=f"Choose one of: {', '.join(kind)}.",
        ) from error
