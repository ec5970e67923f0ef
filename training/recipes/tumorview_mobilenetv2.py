"""The bundled model: MobileNet V2 with heads for lesion map, tumour, type and acquisition.

Command, once a fold::

    python -m training train tumorview_mobilenetv2 --data DATA --out runs/fold0 --fold 0 \
        --weights WEIGHTS/mobilenet_v2_imagenet_notop.json

then ``python -m training crossval runs/fold* --data DATA --out runs/crossval`` and
``python -m training package runs/fold0 --data DATA --trust runs/crossval --out models``.

Reads `cheng`, `lgg`, the tumour-free part of `nickparvar` and three CT sources under DATA; the
folds are ``training/splits/tumorview_mobilenetv2.json``, by patient or near-duplicate cluster. The
file was written before anything was trained and names the sources that are held out, and the
images left out because a held-out source shows them too.

Duration: 3,416 pictures an epoch, nineteen epochs. Two folds side by side, each on one core with
AVX2, take about 350 s an epoch: an hour and three quarters for both; 3 GB of memory each.

Threads add in another order each time, so a second run is not the same to the last digit unless it
is asked for with --deterministic.
"""

from __future__ import annotations

from training.augment import AugmentOptions
from training.batches import Stratum, Variant
from training.card import CardText
from training.data.cache import InputOptions
from training.fit import FitOptions, Stage
from training.networks.lesion_network import NetworkOptions
from training.recipe import Recipe
from tumorview.inference.manifest import CropSpec, PercentileMapping

CARD = CardText(
    intended_use=(
        "Research and teaching: a first look at whether a single MR slice of the head shows a "
        "tumour, where, and which of three types it resembles (glioma, meningioma, pituitary "
        "tumour); on CT only whether a tumour is suspected. A person who can read such images "
        "judges every answer."
    ),
    out_of_scope_use=(
        "Not a medical device. Not for diagnosis, triage, treatment or any decision about a "
        "patient. Not for children, for images after surgery, for other organs, nor for tumours "
        "other than the three named: it has no class for them and will name one of its four all "
        "the same."
    ),
    limits=(
        "It judges one slice at a time and knows nothing of its neighbours or of other sequences.",
        (
            "Meningiomas and pituitary tumours were seen in contrast-enhanced T1 of two hospitals "
            "only; gliomas also in T1 and FLAIR of the TCGA patients. Tumours in T2 were not seen."
        ),
        (
            "Most pictures without a tumour come from other sources than the tumours. Slices of "
            "the same patients, made pairs and pasted lesions weaken that shortcut; they do not "
            "remove it."
        ),
        "Some pictures labelled 'no tumour' show other lesions; it was not taught to name those.",
        (
            "Sequences of the web pictures were told by eye, not by a radiologist; 72 of them "
            "turned out to be CT."
        ),
        "The lesion map says where the model sees a tumour; it is not an outline to measure by.",
        (
            "Small lesions are missed: low-grade glioma slices with a lesion below 80 of 256 x 256 "
            "pixels were left out of training, and are counted in the figures."
        ),
        (
            "One of the data sets (lgg) is licensed CC BY-NC-SA 4.0; check whether that suits your "
            "use of the weights."
        ),
    ),
    ct_evidence=(
        "Weak evidence: of CT with a tumour the model has seen one slice each of 38 patients, in "
        "about half of which the lesion can be seen, and lesions pasted into normal CT."
    ),
    training=(
        "MobileNet V2 with ImageNet weights, its features of four scales joined from the top down "
        "into a lesion map of a quarter of the input's side. The first six bottlenecks stayed "
        "frozen. Whether there is a tumour is judged from the most lesion-like place alone, the "
        "type from that place and the whole picture; each loss counts only where its label is "
        "known. AdamW, cosine rate, averaged weights, batches balanced over source and class. "
        "Against telling sources apart: strong changes of grey values, heads without their skull, "
        "tumour halves replaced by the mirrored healthy half, lesions pasted into healthy slices "
        "of other sources, and healthy tissue pasted the same way as decoys. The number of epochs "
        "was fixed beforehand; nothing was chosen by the tested fold."
    ),
    evaluation=(
        "Grouped five-fold cross-validation: every image was answered by the model that had not "
        "seen its patient (cheng, lgg, CT) or near-duplicate cluster (nickparvar, haemorrhage). "
        "All runs were ended after 16 of the 18 epochs of the second stage. Whatever is fitted to "
        "answers (temperature, thresholds, prediction sets) was fitted for one fold on the others. "
        "95 % intervals are a percentile bootstrap over groups. The sources are those of training, "
        "so these figures say nothing of other hospitals; what sources gave that were never "
        "trained on stands in docs/RESULTS.md. The bundled model is that of fold 0: the figures "
        "are those of the recipe and not of this one model."
    ),
    commands=(
        "for fold in 0 1 2 3 4; do",
        "    python -m training train tumorview_mobilenetv2 --data DATA --out runs/fold$fold \\",
        "        --fold $fold --weights WEIGHTS/mobilenet_v2_imagenet_notop.json",
        "done",
        "python -m training crossval runs/fold* --data DATA --out runs/crossval",
        "python -m training package runs/fold0 --data DATA --trust runs/crossval --out models",
        "python -m training evaluate models/tumorview-mobilenetv2 --data DATA",
    ),
)

_CT = "CT"

RECIPE = Recipe(
    id="tumorview_mobilenetv2",
    version="0.3.0",
    title="TumorView MobileNet V2",
    sources=(
        "cheng",
        "lgg",
        "nickparvar",
        "ct_stroke_normal",
        "ct_hemorrhage",
        "ct_mr_pairs",
    ),
    seed=20261121,
    input=InputOptions(
        side=256,
        intensity=PercentileMapping(lower=1.0, upper=99.5),
        crop=CropSpec(kind="foreground_square"),
    ),
    network=NetworkOptions(),
    augment=AugmentOptions(),
    strata=(
        Stratum("cheng", "glioma", 400),
        Stratum("cheng", "meningioma", 470),
        Stratum("cheng", "pituitary", 350),
        Stratum("cheng", "glioma", 110, Variant.HEALED),
        Stratum("cheng", "meningioma", 80, Variant.HEALED),
        Stratum("cheng", "glioma", 60, Variant.DOUBLED),
        Stratum("cheng", "meningioma", 40, Variant.DOUBLED),
        Stratum("lgg", "glioma", 320, sequence="FLAIR"),
        Stratum("lgg", "glioma", 140, sequence="T1"),
        Stratum("lgg", "glioma", 140, sequence="T1c"),
        Stratum("lgg", "no_tumor", 320, sequence="FLAIR"),
        Stratum("lgg", "no_tumor", 130, sequence="T1"),
        Stratum("lgg", "no_tumor", 130, sequence="T1c"),
        Stratum("lgg", "no_tumor", 60, Variant.PASTED, donors="cheng"),
        Stratum("lgg", "no_tumor", 30, Variant.DECOY, donors="cheng"),
        Stratum("nickparvar", "no_tumor", 300),
        Stratum("nickparvar", "no_tumor", 50, Variant.PASTED, donors="cheng"),
        Stratum("nickparvar", "no_tumor", 40, Variant.PASTED, donors="lgg"),
        Stratum("nickparvar", "no_tumor", 40, Variant.DECOY, donors="cheng"),
        Stratum("ct_stroke_normal", "no_tumor", 80, modality=_CT),
        Stratum("ct_stroke_normal", "no_tumor", 40, Variant.PASTED, _CT, donors="cheng"),
        Stratum("ct_stroke_normal", "no_tumor", 20, Variant.DECOY, _CT, donors="cheng"),
        Stratum("ct_hemorrhage", "no_tumor", 30, modality=_CT),
        Stratum("ct_mr_pairs", "tumor", 20, modality=_CT),
        Stratum("ct_mr_pairs", "tumor", 16, modality="MR"),
    ),
    batch_size=16,
    fit=FitOptions(
        stages=(
            Stage("heads", epochs=1, rate=2e-3, body_trained=False, warmup_epochs=0.1),
            Stage("body", epochs=18, rate=6e-4, body_trained=True, warmup_epochs=1.0),
        ),
    ),
    card=CARD,
)
