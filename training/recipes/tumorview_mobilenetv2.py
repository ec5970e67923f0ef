"""The bundled four-class model: MobileNet V2 with a class-activation head and a lesion head.

Command::

    python -m training train tumorview_mobilenetv2 --data DATA --out runs/mobilenetv2 \
        --weights WEIGHTS/mobilenet_v2_imagenet_notop.json

Reads `cheng`, `lgg` and the tumour-free part of `nickparvar` under DATA; the split is
``training/splits/tumorview_mobilenetv2.json``, by patient or near-duplicate cluster.
"""

from __future__ import annotations

from training.augment import AugmentOptions
from training.batches import Stratum, Variant
from training.data.cache import InputOptions
from training.fit import FitOptions, Stage
from training.networks.mobilenetv2_cam import NetworkOptions
from training.recipe import Recipe
from tumorview.inference.manifest import CropSpec, PercentileMapping

RECIPE = Recipe(
    id="tumorview_mobilenetv2",
    title="TumorView MobileNet V2, four classes",
    sources=("cheng", "lgg", "nickparvar"),
    seed=20261121,
    split_fractions=(0.65, 0.15, 0.20),
    input=InputOptions(
        side=256,
        intensity=PercentileMapping(lower=1.0, upper=99.5),
        crop=CropSpec(kind="foreground_square"),
    ),
    network=NetworkOptions(side=256, classes=4, feature_channels=256, dropout=0.2),
    augment=AugmentOptions(),
    strata=(
        Stratum("cheng", "glioma", 1000),
        Stratum("cheng", "meningioma", 1000),
        Stratum("cheng", "pituitary", 850),
        Stratum("cheng", "glioma", 250, Variant.HEALED),
        Stratum("cheng", "meningioma", 150, Variant.HEALED),
        Stratum("cheng", "glioma", 125, Variant.DOUBLED),
        Stratum("cheng", "meningioma", 75, Variant.DOUBLED),
        Stratum("lgg", "glioma", 900),
        Stratum("lgg", "no_tumor", 1100),
        Stratum("nickparvar", "no_tumor", 900),
    ),
    batch_size=32,
    fit=FitOptions(
        stages=(
            Stage("head", epochs=1, rate=2e-3, first_trained=None, warmup_epochs=0.1),
            Stage("trunk", epochs=10, rate=7e-4, first_trained=6, warmup_epochs=1.0),
        ),
    ),
)
