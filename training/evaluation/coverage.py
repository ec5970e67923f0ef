"""What the figures of a report do not cover, in sentences: said before any figure."""

from __future__ import annotations

from collections.abc import Sequence

from training.data.records import CLASS_NAMES, NO_TUMOR, SEQUENCES
from training.evaluation.measured import Measured, acquisition_of

FEW_GROUPS = 30
"""Below so many patients an interval says little."""


def not_covered(
    measured: Sequence[Measured], *, clustered: bool, leaked: bool, reused: bool
) -> list[str]:
    """Sentences about all parts together.

    `clustered`: some groups are clusters of near-duplicates; `leaked`: some part is; `reused`:
    images come from the sources that the model was trained on.
    """
    records = [record for one in measured for record in one.records if record.brain]
    said = []
    if leaked:
        said.append(
            "Parts labelled LEAKED hold images or patients that the model has learned from. Their "
            "figures tell how well it remembers, not how well it reads."
        )
    if reused:
        said.append(
            "Some parts come from the sources that the model was trained on (other patients): they "
            "say nothing of other hospitals, scanners or protocols."
        )
    groups = len({record.group for record in records})
    if groups < FEW_GROUPS:
        said.append(
            f"Only {groups} patients or clusters: the intervals are wide, and may still be too "
            "narrow."
        )
    if clustered:
        said.append(
            "Where patients are not named, groups are clusters of near-duplicates, so slices of "
            "one patient may count as several and the intervals are too narrow."
        )
    said += _missing_kinds(measured)
    said.append(
        "Every figure is of single slices. Nothing here says how reading a whole study with the "
        "model changes what a radiologist finds, and the labels are taken as they are."
    )
    return said


def _missing_kinds(measured: Sequence[Measured]) -> list[str]:
    records = [record for one in measured for record in one.records if record.brain]
    said = []
    seen = {acquisition_of(record) for record in records}
    missing = [name for name in ("CT", *SEQUENCES) if name not in seen]
    if missing:
        said.append("No images that are known to be " + ", ".join(missing) + ".")
    if "" in seen:
        said.append("For some images the sequence is not stated; they count under 'not stated'.")
    planes = {record.plane for record in records}
    absent = [name for name in ("axial", "coronal", "sagittal") if name not in planes]
    if absent:
        said.append("No images that are known to be " + ", ".join(absent) + ".")
    labels = {record.label for record in records}
    types = [name for index, name in enumerate(CLASS_NAMES) if index not in labels]
    if types:
        said.append("No images labelled " + ", ".join(name.lower() for name in types) + ".")
    if None in labels:
        said.append(
            "Tumours of unknown type count for tumour against no tumour only, not for the classes."
        )
    if labels == {NO_TUMOR} or NO_TUMOR not in labels:
        said.append(
            "With tumours only, or without any, there is no area under the curve and one of "
            "sensitivity and specificity is missing."
        )
    if not any(one.has_mask.any() for one in measured):
        said.append("No lesion masks: where the heatmap lies was not judged.")
    if all(record.brain for one in measured for record in one.records):
        said.append("No pictures without a brain: what the input gate keeps out was not measured.")
    return said
