"""Computing with fewer bits: which numbers the layers use, and for how long they do."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import keras

FULL = "float32"


def policy_name(*, mixed: bool) -> str:
    """The Keras policy to train with.

    On a GPU the mixed one is float16 with Keras' own scaling of the loss; on a CPU bfloat16, whose
    range needs none. There it saves memory but seldom time.
    """
    if not mixed:
        return FULL
    return "mixed_float16" if _has_gpu() else "mixed_bfloat16"


def _has_gpu() -> bool:
    # Asking JAX for its GPUs by name is an error where it has none.
    return any(name.lower().startswith("gpu") for name in keras.distribution.list_devices())


@contextlib.contextmanager
def layers_of(policy: str) -> Iterator[None]:
    """Inside, new layers have that policy; those made before and after keep their own."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(policy)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)
