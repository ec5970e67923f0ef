"""The small network that the text of the ResNet-50 system describes, tumour or not.

    python -m training train small_cnn --data DATA/navoneel --out runs/small_cnn \
        --protocol published
    python -m training package runs/small_cnn --out models

Published: zero padding 2, 32 filters of 7 x 7, batch normalisation, ReLU, two maximum poolings of
4 x 4, flatten, sigmoid, on images cropped to the brain's contour, 240 x 240 x 3 in [0, 1], split
70/15/15; validation accuracy 0.8889, loss 0.4237. The text as we have it names no optimiser and no
number of epochs; Adam at 0.001, 32 images a batch and 24 epochs are our choice, and the best epoch
by validation accuracy is kept.

An epoch on the 253 yes/no images took half a minute on two cores that others used too;
docs/RESULTS.md says what has been measured.
"""

from __future__ import annotations

import keras

from training.networks.small_cnn import small_cnn
from training.published.keras_learner import KerasLearner, Stage
from training.published.recipe import BINARY, PublishedInput, PublishedRecipe
from tumorview.inference.manifest import CropSpec

RECIPE = PublishedRecipe(
    id="small_cnn",
    version="0.1.0",
    title="Small convolutional network",
    claim="validation accuracy 0.8889, validation loss 0.4237",
    description=(
        "Images cropped to the brain's contour, one convolution, two poolings, one sigmoid unit; "
        "binary cross-entropy, Adam at 0.001."
    ),
    classes=BINARY,
    activation="sigmoid",
    input=PublishedInput(240, CropSpec(kind="brain_contour", threshold=45 / 255)),
    fractions=(0.70, 0.15, 0.15),
    learner=KerasLearner(
        build=lambda wanted: small_cnn(wanted.side),
        stages=(Stage("all", 24, lambda: keras.optimizers.Adam(1e-3)),),
        batch_size=32,
    ),
)
