"""What each figure means, in words for a reader of images."""

from __future__ import annotations

from training.evaluation.intervals import Figure

_WORDS = {
    "accuracy": "most probable class is the true one (accuracy)",
    "macro_f1": "macro-F1 over the classes that occur",
    "expected_calibration_error": "gap between stated probability and truth (ECE)",
    "sensitivity": "called so when it is (sensitivity)",
    "specificity": "not called so when it is not (specificity)",
    "auc": "area under the ROC curve, against all others",
    "f1": "F1",
    "tumor_sensitivity": "tumours suspected at the threshold (sensitivity)",
    "tumor_sensitivity_over_1cm2": "tumours over 1 cm² suspected at the threshold",
    "tumor_specificity": "tumour-free images not suspected (specificity)",
    "tumor_auc": "tumour against no tumour, area under the ROC curve",
    "tumor_sensitivity_at_specificity_85": "tumours suspected where 85 % of the tumour-free images "
    "are not (a point of the ROC curve)",
    "type_accuracy": "type right among tumours of known type",
    "type_macro_f1": "macro-F1 of the type among tumours",
    "type_f1": "F1 of the type among tumours",
    "set_coverage": "true class is in the prediction set, every patient counted once",
    "set_coverage_promised": "true class reaches its threshold, every patient counted once",
    "set_coverage_by_image": "true class is in the prediction set, every image counted once",
    "set_size": "classes in a prediction set, mean",
    "gate_auroc": "input gate tells brain images from other pictures (area under the ROC curve)",
    "gate_false_refusal": "brain images that the input gate refuses",
    "gate_refused_strangers": "pictures without a brain that the input gate refuses",
    "acquisition_modality": "CT or MR told right from the picture",
    "acquisition_sequence": "CT or MR sequence told right from the picture",
    "heatmap_pointing": "highest point of the heatmap lies on the lesion",
    "heatmap_iou": "overlap of heatmap and lesion (IoU), mean",
    "heatmap_relevance_inside": "share of the heatmap that lies on the lesion, mean",
    "heatmap_relevance_by_chance": "the same of a heatmap without any knowledge",
}


def words_of(figure: Figure) -> str:
    """A figure's name for people, with its class."""
    text = _WORDS.get(figure.name, figure.name.replace("_", " "))
    return text if figure.class_id is None else f"{figure.class_id.replace('_', ' ')}: {text}"
