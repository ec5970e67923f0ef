"""Xception, first frozen and then fine-tuned, tumour or not.

    python -m training train xception --data DATA/navoneel --out runs/xception \
        --protocol published --weights imagenet
    python -m training package runs/xception --out models

Published: base frozen, then fine-tuned; a rescaling layer inside the model, a top of its own,
callbacks, 15 epochs, plots of loss and accuracy, classification metrics: 96 % accuracy and F1 97 %
on 50 images. One fifth of the 253 images of the yes/no set is 50, so the test part is a fifth. The
text as we have it says no more; 224 x 224, dropout 0.2, one unit over the global average, ten
epochs frozen with Adam at 0.001 and five fine-tuned at 0.00001, 32 images a batch and a rate that
is halved after three epochs without progress are our choice.

Where the weights cannot be downloaded: ``--trunk mobilenet_v2 --weights FILE.json``, labelled as
another trunk everywhere. A frozen epoch with that trunk took 18 to 47 seconds
on two cores that others used too; docs/RESULTS.md has what to expect.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras

from training.networks.transfer import linear_head, transfer_network
from training.published.keras_learner import KerasLearner, Stage, Wanted
from training.published.recipe import BINARY, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec


def build(wanted: Wanted) -> keras.Model:
    """Rescaling layer, trunk, dropout, one unit over the global average."""
    return transfer_network(
        wanted.trunk,
        wanted.trunk_name,
        scaling="signed",
        head=linear_head(1, dropout=0.2),
        pretrained=wanted.pretrained,
    )


def callbacks() -> Sequence[Any]:
    """Half the rate after three epochs without a lower validation loss."""
    return (keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=3),)


RECIPE = PublishedRecipe(
    id="xception",
    version="0.1.0",
    title="Xception",
    claim="accuracy 0.96, F1 0.97 on 50 images",
    description=(
        "An ImageNet trunk behind a rescaling layer, frozen for ten epochs with Adam at 0.001 and "
        "fine-tuned for five at 0.00001; dropout 0.2, one sigmoid unit over its global average; "
        "binary cross-entropy."
    ),
    classes=BINARY,
    activation="sigmoid",
    input=PublishedInput(224, CropSpec(kind="full_stretch")),
    fractions=(0.65, 0.15, 0.20),
    learner=KerasLearner(
        build=build,
        stages=(
            Stage("frozen", 10, lambda: keras.optimizers.Adam(1e-3), frozen_share=1.0),
            Stage("fine-tuned", 5, lambda: keras.optimizers.Adam(1e-5)),
        ),
        batch_size=32,
        trunk="xception",
        callbacks=callbacks,
    ),
)
