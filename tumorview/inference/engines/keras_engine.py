"""TensorFlow: the reference engine, and the one that runs on an NVIDIA GPU.

The only file of the application that imports TensorFlow and Keras, and only when an engine is
made: that import takes some ten seconds.
"""

from __future__ import annotations

import contextlib
import os
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.checks import Shape, check_batch, check_network, output_names
from tumorview.inference.engines.quiet import without_native_chatter
from tumorview.inference.errors import EngineUnavailableError, InferenceError
from tumorview.inference.keras_archive import check_keras_archive
from tumorview.inference.registry import ModelBundle

_EXTRA = (
    'Install it with: pip install "tumorview[keras]", or with "tumorview[cuda]" for an NVIDIA GPU '
    "on Linux; or choose the engine onnx."
)


class KerasEngine:
    """A Keras model traced once for any batch; `infer` may be called from several threads.

    Making one takes some ten seconds the first time (the import), so make it in a thread of work.

    Parameters
    ----------
    bundle
        Must list a Keras file.
    threads
        Threads of one operation on the CPU. TensorFlow takes this once a process: it holds for
        the first engine and is left alone afterwards.
    accelerate
        False keeps to the CPU.
    require_gpu
        True raises EngineUnavailableError where TensorFlow finds no working GPU.
    """

    def __init__(
        self,
        bundle: ModelBundle,
        *,
        threads: int | None = None,
        accelerate: bool = True,
        require_gpu: bool = False,
    ) -> None:
        path = bundle.verified_path("keras")
        check_keras_archive(path)
        tf, keras = _import_tensorflow(threads)
        found = _first_gpu(tf)
        gpu = found if accelerate else None
        if require_gpu and gpu is None:
            raise EngineUnavailableError(
                "TensorFlow finds no GPU although an NVIDIA driver is present",
                remedy='Install the CUDA libraries with: pip install "tumorview[cuda]".',
            )
        self._tf = tf
        self._manifest = bundle.manifest
        self._name = f"TensorFlow {tf.__version__}, Keras {keras.__version__}"
        self._device = "CPU" if gpu is None else _gpu_words(tf, gpu)
        self._placement = "/CPU:0" if gpu is None else "/GPU:0"
        with tf.device(self._placement):
            model = _load(keras, path)
            self._function: Any = self._trace(model, path)
        try:
            self.infer(self._zeros())
        except InferenceError as error:
            if gpu is None:
                raise
            raise EngineUnavailableError(
                f"TensorFlow cannot use the GPU ({error.reason})",
                remedy="Choose the device cpu or the engine onnx.",
            ) from error

    @property
    def name(self) -> str:
        """Name and version of TensorFlow and Keras."""
        return self._name

    @property
    def device(self) -> str:
        """What the model runs on, for people."""
        return self._device

    def infer(self, batch: Float32Array) -> EngineOutput:
        """Run float32[batch, height, width, channels]; raises InferenceError only."""
        check_batch(self._manifest, batch)
        function = self._function
        if function is None:
            raise InferenceError("the engine was closed")
        try:
            with self._tf.device(self._placement):
                answer = function(self._tf.constant(batch))
            arrays = {
                field: np.asarray(tensor.numpy(), dtype=np.float32)
                for field, tensor in answer.items()
            }
        except Exception as error:
            raise InferenceError(
                f"TensorFlow failed while running the model ({type(error).__name__})"
            ) from error
        return EngineOutput(**arrays)

    def close(self) -> None:
        """Free the model; a call that is running keeps it until it is done."""
        self._function = None

    def _zeros(self) -> Float32Array:
        size = self._manifest.input
        return np.zeros((1, size.height, size.width, size.channels), np.float32)

    def _trace(self, model: Any, path: Path) -> Any:
        """Check the model against the manifest and make one graph of it with a free batch."""
        tf = self._tf
        manifest = self._manifest
        outputs = _named(model.output, model)
        check_network(
            manifest,
            {str(tensor.name): _shape(tensor) for tensor in model.inputs},
            {name: _shape(tensor) for name, tensor in outputs.items()},
            path,
        )
        wanted = output_names(manifest)
        size = manifest.input

        def forward(batch: Any) -> dict[str, Any]:
            answer = _named(model(batch, training=False), model)
            return {key: tf.cast(answer[name], tf.float32) for key, name in wanted.items()}

        signature = [tf.TensorSpec([None, size.height, size.width, size.channels], tf.float32)]
        return tf.function(forward, input_signature=signature).get_concrete_function()


def _import_tensorflow(threads: int | None) -> tuple[Any, Any]:
    # Both are read once, at the import; what a user has set already is left alone.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    try:
        with without_native_chatter(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import keras  # noqa: PLC0415 - it imports TensorFlow
            import tensorflow as tf  # noqa: PLC0415 - ten seconds, only for who asks for it
    except Exception as error:
        raise EngineUnavailableError(
            f"TensorFlow cannot be imported ({type(error).__name__}: {error})", remedy=_EXTRA
        ) from error
    if keras.backend.backend() != "tensorflow":
        raise EngineUnavailableError(
            "Keras is set to another backend than tensorflow",
            received=keras.backend.backend(),
            remedy="Unset KERAS_BACKEND, or choose the engine onnx.",
        )
    tf.get_logger().setLevel("ERROR")
    # Ampere and later GPUs multiply in TF32 (10-bit mantissa) unless told otherwise, and then
    # differ from the CPU in the third digit.
    tf.config.experimental.enable_tensor_float_32_execution(False)
    if threads is not None:
        # RuntimeError: TensorFlow has started before and keeps the number it has.
        with contextlib.suppress(RuntimeError):
            tf.config.threading.set_intra_op_parallelism_threads(threads)
    return tf, keras


def _first_gpu(tf: Any) -> Any:
    gpus = tf.config.list_physical_devices("GPU")
    for gpu in gpus:
        # Without growth TensorFlow takes the whole memory of the GPU at once. RuntimeError: it
        # has started before, with growth on since it was started here.
        with contextlib.suppress(RuntimeError):
            tf.config.experimental.set_memory_growth(gpu, True)
    return gpus[0] if gpus else None


def _gpu_words(tf: Any, gpu: Any) -> str:
    details = tf.config.experimental.get_device_details(gpu)
    return f"GPU 0 ({details.get('device_name', 'unknown model')})"


def _load(keras: Any, path: Path) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return keras.models.load_model(path, compile=False, safe_mode=True)
    except Exception as error:
        text = str(error).strip().splitlines()
        raise InferenceError(
            f"Keras cannot load the model ({text[0] if text else type(error).__name__})",
            path=path,
            remedy="Install the model folder again, or update TensorFlow.",
        ) from error


def _named(answer: Any, model: Any) -> dict[str, Any]:
    """Outputs by name, whether the model gives a dict, a list or a single tensor."""
    if isinstance(answer, dict):
        return dict(answer)
    tensors = answer if isinstance(answer, list | tuple) else [answer]
    return dict(zip(model.output_names, tensors, strict=True))


def _shape(tensor: Any) -> Shape:
    return tuple(None if side is None else int(side) for side in tensor.shape)
