"""The bundled four-class model: MobileNet V2 with a class-activation head and a lesion head.

Command::

    python -m training train tumorview_mobilenetv2 --data DATA --out runs/mobilenetv2 \
        --weights WEIGHTS/mobilenet_v2_imagenet_notop.json

Reads `cheng`, `lgg` and the tumour-free part of `nickparvar` under DATA; the split is
``training/splits/tumorview_mobilenetv2.json``, by patient or near-duplicate cluster.

Duration: 6,336 pictures an epoch, eleven epochs; one hour on two cores that did other work too
(235 to 615 s an epoch), 3 GB of memory.

Expected: macro-F1 0.90 on validation; on the test part accuracy 0.885 (0.861 to 0.910), macro-F1
0.884 (0.844 to 0.913), 0.922 on the patients of cheng alone (docs/RESULTS.md). Threads add in
another order each time, so a second run is not the same to the last digit.
"""

from __future__ import annotations

from training.augment import AugmentOptions
from training.batches import Stratum, Variant
from training.card import CardText
from training.data.cache import InputOptions
from training.fit import FitOptions, Stage
from training.networks.mobilenetv2_cam import NetworkOptions
from training.recipe import Recipe
from tumorview.inference.manifest import CropSpec, PercentileMapping

CARD = CardText(
    intended_use=(
        "Research and teaching: a first look at which of four classes a single MR slice of the "
        "head resembles (glioma, meningioma, pituitary tumour, no tumour), with a heatmap of "
        "what spoke for each class. A person who can read such images judges every answer."
    ),
    out_of_scope_use=(
        "Not a medical device. Not for diagnosis, triage, treatment or any decision about a "
        "patient. Not for CT, for children, for images after surgery, for other organs, nor for "
        "tumours other than the three named: it has no class for them and will name one of its "
        "four all the same."
    ),
    limits=(
        "It judges one slice at a time and knows nothing of its neighbours or of other sequences.",
        (
            "Meningiomas and pituitary tumours were seen in contrast-enhanced T1 of two hospitals "
            "only; gliomas also in T1 and FLAIR of the TCGA patients. T2 of tumours was not seen."
        ),
        (
            "Most pictures without a tumour come from other sources than the tumours; made pairs "
            "and slices of the same patients weaken that shortcut, but do not remove it."
        ),
        "Some pictures labelled 'no tumour' show other lesions; it was not taught to name those.",
        "Nothing was measured on sources that it was not trained on, and CT is not validated.",
        (
            "The heatmap has 16 x 16 cells and shows what the model went by; it is not the outline "
            "of a lesion."
        ),
        (
            "Small lesions are missed: low-grade glioma slices with a lesion below 80 of 256 x 256 "
            "pixels were left out of training, and are counted in the figures."
        ),
        (
            "One of the data sets (lgg) is licensed CC BY-NC-SA 4.0; check whether that suits your "
            "use of the weights."
        ),
    ),
    training=(
        "MobileNet V2 with ImageNet weights, its 1/32 features joined with those of 1/16, and a "
        "linear head over a global average. A second head learned the share of lesion in each "
        "cell from the masks and is not shipped. Bottlenecks below the sixth stayed frozen. AdamW, "
        "cosine rate, label smoothing 0.05, averaged weights, batches balanced over source and "
        "class; strong changes of grey values, and made pairs in which a tumour half is replaced "
        "by the mirrored healthy half, against telling sources apart. The kept epoch is the best "
        "by macro-F1 on validation groups, on which temperature and certainty threshold were "
        "fitted too."
    ),
    evaluation=(
        "On the test part of the split: patients (cheng, lgg) and near-duplicate clusters "
        "(nickparvar) of which no image was used for training or tuning. 95 % intervals are a "
        "percentile bootstrap over those groups (1000 draws). The sources are those of training, "
        "so these figures say nothing of other hospitals."
    ),
    commands=(
        "python -m training train tumorview_mobilenetv2 --data DATA --out runs/mobilenetv2 \\",
        "    --weights WEIGHTS/mobilenet_v2_imagenet_notop.json",
        "python -m training package runs/mobilenetv2 --data DATA --out models",
        "python -m training evaluate models/tumorview-mobilenetv2 --data DATA",
    ),
)

RECIPE = Recipe(
    id="tumorview_mobilenetv2",
    version="0.1.0",
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
    card=CARD,
)
