"""ResNet-50 on images cropped to the brain's contour, tumour or not.

    python -m training train resnet50 --data DATA/navoneel --out runs/resnet50 \
        --protocol published --weights imagenet
    python -m training package runs/resnet50 --out models

Published: crop to the brain's contour, 240 x 240 x 3 in [0, 1], split 70/15/15, sigmoid. The text
as we have it says no more of the head and of training; a frozen trunk, a global average with one
unit, Adam at 0.01, 32 images a batch and 40 epochs are our choice. (At 0.001 and after 13 epochs of
six steps, the conv4 trunk still called every image a tumour, and its validation loss was still
falling.) The trunk is given [0, 1] as the text says, not the input that Keras' ImageNet weights
were made for.

Where the weights cannot be downloaded: ``--trunk resnet50v2_conv4 --weights FILE.json``, labelled
as another trunk everywhere. An epoch of 177 images then takes 20 to 25 s on one core with AVX-512.
"""

from __future__ import annotations

import keras

from training.networks.transfer import linear_head, transfer_network
from training.published.keras_learner import KerasLearner, Stage, Wanted
from training.published.recipe import BINARY, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec


def build(wanted: Wanted) -> keras.Model:
    """The trunk with one unit over its global average."""
    return transfer_network(
        wanted.trunk,
        wanted.trunk_name,
        scaling="unit",
        head=linear_head(1, dropout=0.0),
        pretrained=wanted.pretrained,
    )


RECIPE = PublishedRecipe(
    id="resnet50",
    version="0.2.0",
    title="ResNet-50",
    claim="no figure is stated for this network; its text's small network: see small_cnn",
    description=(
        "Images cropped to the brain's contour; a frozen ImageNet trunk, one sigmoid unit over its "
        "global average; binary cross-entropy, Adam at 0.01."
    ),
    classes=BINARY,
    activation="sigmoid",
    input=PublishedInput(240, CropSpec(kind="brain_contour", threshold=45 / 255)),
    fractions=(0.70, 0.15, 0.15),
    learner=KerasLearner(
        build=build,
        stages=(Stage("head", 40, lambda: keras.optimizers.Adam(1e-2), frozen_share=1.0),),
        batch_size=32,
        trunk="resnet50",
    ),
)
