"""A residual network from tf.Module, tf.Variable and tf.nn alone, tumour or not.

    python -m training train resnet_core --data DATA/navoneel --out runs/resnet_core \
        --protocol published
    python -m training package runs/resnet_core --out models

Published: 224 x 224 x 3, a residual network without Keras, its own training loop with GradientTape,
binary cross-entropy, Adam with a schedule, `tf.distribute.MirroredStrategy` (``--replicas N``),
above 90 % after 80 epochs. The text as we have it says no more; eighteen layers of 16 to 128
filters, 32 images a batch, a rate that rises to 0.001 in three epochs and falls by a cosine, and a
split of 70/15/15 are our choice.

The packaged model is an ONNX file alone: the network is no Keras model, so there is no .keras.
An epoch on the 253 yes/no images takes some six seconds of processor time; docs/RESULTS.md has what
to expect.
"""

from __future__ import annotations

from training.networks.residual_core import CoreOptions
from training.published.core_learner import CoreLearner
from training.published.recipe import BINARY, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec

RECIPE = PublishedRecipe(
    id="resnet_core",
    version="0.1.0",
    title="Residual network without Keras",
    claim="accuracy above 0.90 after 80 epochs",
    description=(
        "Eighteen layers of 16 to 128 filters in tf.nn, one sigmoid unit over the global average; "
        "binary cross-entropy, Adam with a warm-up and a cosine, at most 0.001."
    ),
    classes=BINARY,
    activation="sigmoid",
    input=PublishedInput(224, CropSpec(kind="full_stretch")),
    fractions=(0.70, 0.15, 0.15),
    learner=CoreLearner(CoreOptions(), side=224, epochs=80, batch_size=32, rate=1e-3),
)
