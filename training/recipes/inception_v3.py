"""Inception V3, four classes.

    python -m training train inception_v3 --data DATA/nickparvar --out runs/inception_v3 \
        --protocol published --weights imagenet
    python -m training package runs/inception_v3 --out models

Published: four classes read from their folders, rescaled to [0, 1], turned, shifted and mirrored at
random, a diagram of the model, a ROC curve a class. The official training and test folders are
kept under the published protocol; validation is drawn from training. The text as we have it says no
more; 224 x 224, turns up to 15 degrees, shifts up to a tenth, a frozen trunk, dropout 0.3, a linear
head over the global average, Adam at 0.001, 32 images a batch and 12 epochs are our choice. The
trunk is given [0, 1] as the text says, not the input that Keras' ImageNet weights were made for.

Where the weights cannot be downloaded: ``--trunk mobilenet_v2 --weights FILE.json``, labelled as
another trunk everywhere. An epoch of 4,700 images then takes 100 to 150 s on one core with AVX-512.
"""

from __future__ import annotations

import keras

from training.networks.transfer import linear_head, transfer_network
from training.published.flow import Augmentation
from training.published.keras_learner import KerasLearner, Stage, Wanted
from training.published.recipe import FOUR_CLASSES, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec


def build(wanted: Wanted) -> keras.Model:
    """The trunk with four logits over its global average."""
    return transfer_network(
        wanted.trunk,
        wanted.trunk_name,
        scaling="unit",
        head=linear_head(4, dropout=0.3),
        pretrained=wanted.pretrained,
    )


RECIPE = PublishedRecipe(
    id="inception_v3",
    version="0.1.0",
    title="Inception V3",
    claim="no figure is stated in the text as we have it",
    description=(
        "Images turned, shifted and mirrored at random; a frozen ImageNet trunk, dropout 0.3, "
        "softmax of 4 over its global average; categorical cross-entropy, Adam at 0.001."
    ),
    classes=FOUR_CLASSES,
    activation="softmax",
    input=PublishedInput(224, CropSpec(kind="full_stretch")),
    fractions=(0.70, 0.15, 0.15),
    learner=KerasLearner(
        build=build,
        stages=(Stage("head", 12, lambda: keras.optimizers.Adam(1e-3), frozen_share=1.0),),
        batch_size=32,
        trunk="inception_v3",
        augmentation=Augmentation(rotation_degrees=15.0, shift=0.1, horizontal_flip=True),
    ),
)
