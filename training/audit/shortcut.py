"""What can be told without looking at a brain: from the source's name, or from grey values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from training.audit.findings import Confounding, Shortcut
from training.data.matching import IntArray
from tumorview.domain.arrays import Float32Array

_FOLDS = 5
_SEED = 20260101


def confounding(target: str, classes: Sequence[str], sources: Sequence[str]) -> Confounding:
    """Compare each image's class with its source; `classes` must not be empty."""
    total = len(classes)
    cells = Counter(zip(classes, sources, strict=True))
    by_class, by_source = Counter(classes), Counter(sources)
    information = sum(
        count / total * np.log2(count * total / (by_class[one] * by_source[other]))
        for (one, other), count in cells.items()
    )
    entropy = -sum(count / total * np.log2(count / total) for count in by_class.values())
    best = sum(max(cells[one, other] for one in by_class) for other in by_source)
    return Confounding(
        target=target,
        table={
            one: {other: cells[one, other] for other in sorted(by_source)}
            for one in sorted(by_class)
        },
        mutual_information_bits=max(0.0, float(information)),
        entropy_bits=float(entropy) + 0.0,
        rule_accuracy=best / total,
        majority=max(by_class.values()) / total,
    )


def shortcut(
    scope: str,
    target: str,
    tones: Float32Array,
    classes: Sequence[str],
    groups: IntArray,
) -> Shortcut | None:
    """Logistic regression on `tones` float32[n, features], cross-validated over whole `groups`.

    None where there are not two classes with two groups each.
    """
    names, truth = np.unique(np.asarray(classes), return_inverse=True)
    groups_of = [len(np.unique(groups[truth == number])) for number in range(len(names))]
    if len(names) < 2 or min(groups_of) < 2:
        return None
    folds = StratifiedGroupKFold(min(_FOLDS, *groups_of), shuffle=True, random_state=_SEED)
    probability = np.zeros((len(truth), len(names)))
    for learned, judged in folds.split(tones, truth, groups):
        if len(np.unique(truth[learned])) < len(names):
            return None
        model = make_pipeline(
            StandardScaler(), LogisticRegression(max_iter=3000, class_weight="balanced")
        )
        model.fit(tones[learned], truth[learned])
        probability[judged] = model.predict_proba(tones[judged])
    answer = probability.argmax(axis=1)
    return Shortcut(
        scope=scope,
        target=target,
        images=len(truth),
        groups=len(np.unique(groups)),
        classes=len(names),
        accuracy=float((answer == truth).mean()),
        balanced_accuracy=float(balanced_accuracy_score(truth, answer)),
        majority=float(np.bincount(truth).max() / len(truth)),
        auc=float(roc_auc_score(truth, probability[:, 1])) if len(names) == 2 else None,
    )
