"""Inception-ResNet V2 with two dense layers, tumour or not.

    python -m training train inception_resnet_v2 --data DATA/navoneel \
        --out runs/inception_resnet_v2 --protocol published --weights imagenet
    python -m training package runs/inception_resnet_v2 --out models

Published: ImageNet base without top, layers up to the 780th frozen (the base has 780, so all of
it), global average pooling, two dense layers of 512 with ReLU and dropout 0.3, softmax of 2; SGD at
0.01 with Nesterov momentum 0.9, categorical cross-entropy. The text as we have it names neither
size, split nor epochs; 224 x 224, 70/15/15, 32 images a batch and 20 epochs are our choice. With
another trunk the same share of its layers is frozen.

Where the weights cannot be downloaded: ``--trunk mobilenet_v2 --weights FILE.json``, labelled as
another trunk everywhere. How long it takes was not measured.
"""

from __future__ import annotations

import keras

from training.networks.transfer import deep_head, transfer_network
from training.published.keras_learner import KerasLearner, Stage, Wanted
from training.published.recipe import BINARY, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec

PUBLISHED_DEPTH = 780
"""Layers of keras.applications.InceptionResNetV2 without its top."""

FROZEN_LAYERS = 780


def build(wanted: Wanted) -> keras.Model:
    """The trunk with two dense layers of 512 and two logits."""
    return transfer_network(
        wanted.trunk,
        wanted.trunk_name,
        scaling="signed",
        head=deep_head(2, units=512, dropout=0.3),
        pretrained=wanted.pretrained,
    )


RECIPE = PublishedRecipe(
    id="inception_resnet_v2",
    version="0.1.0",
    title="Inception-ResNet V2",
    claim="no figure is stated in the text as we have it",
    description=(
        "A frozen ImageNet trunk, global average, two dense layers of 512 with ReLU and dropout "
        "0.3, softmax of 2; categorical cross-entropy, SGD at 0.01 with Nesterov momentum 0.9."
    ),
    classes=BINARY,
    activation="softmax",
    input=PublishedInput(224, CropSpec(kind="full_stretch")),
    fractions=(0.70, 0.15, 0.15),
    learner=KerasLearner(
        build=build,
        stages=(
            Stage(
                "head",
                20,
                lambda: keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True),
                frozen_share=FROZEN_LAYERS / PUBLISHED_DEPTH,
            ),
        ),
        batch_size=32,
        trunk="inception_resnet_v2",
    ),
)
