"""Parts of a manifest of schema version 2 for the four classes of the tiny model."""

from __future__ import annotations

from typing import Any

DECISION: dict[str, Any] = {
    "threshold": 0.3,
    "sensitivity": 0.95,
    "specificity": 0.88,
    "chosen_on": "validation folds of drawn data",
}
CT_DECISION: dict[str, Any] = {**DECISION, "threshold": 0.6}
PREDICTION_SETS: dict[str, Any] = {
    "coverage": 0.9,
    "quantiles": [0.7, 0.8, 0.6, 0.7],
    "calibrated_on": "validation folds of drawn data",
}
GATE: dict[str, Any] = {"output": "feature_means", "method": "mahalanobis", "threshold": 9.0}
ACQUISITION: dict[str, Any] = {
    "output": "acquisition_logits",
    "labels": [
        {"id": "ct", "modality": "CT"},
        {"id": "t1", "modality": "MR", "sequence": "T1"},
        {"id": "t1c", "modality": "MR", "sequence": "T1 with contrast"},
        {"id": "t2", "modality": "MR", "sequence": "T2"},
        {"id": "flair", "modality": "MR", "sequence": "FLAIR"},
    ],
    "temperature": 1.0,
    "minimum_confidence": 0.8,
    "validated": ["ct", "t1", "t1c", "flair"],
}
RULES: list[dict[str, Any]] = [
    {
        "modality": "CT",
        "evidence": "On CT the evidence is weak: two sources, no images of other lesions.",
        "name_tumor_type": False,
        "decision": CT_DECISION,
    }
]
LESION_MAP: dict[str, Any] = {
    "kind": "lesion evidence map",
    "output": "lesion_map",
    "full_scale": 1.0,
}
