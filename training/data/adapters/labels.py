"""What a folder's name or a table's label says about an image."""

from __future__ import annotations

from dataclasses import dataclass

from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord


@dataclass(frozen=True, slots=True)
class Finding:
    """A label as records hold it: a class, a tumour of unknown type (None), or no brain at all."""

    label: int | None
    brain: bool = True


TUMOR = Finding(None)
NONE = Finding(NO_TUMOR)
NOT_BRAIN = Finding(None, brain=False)

NAMES: dict[Finding, tuple[str, ...]] = {
    Finding(CLASS_IDS.index("glioma")): ("glioma", "glioma_tumor", "glioma_tumour", "gliomas"),
    Finding(CLASS_IDS.index("meningioma")): (
        "meningioma",
        "meningioma_tumor",
        "meningioma_tumour",
        "meningiomas",
    ),
    Finding(CLASS_IDS.index("pituitary")): (
        "pituitary",
        "pituitary_tumor",
        "pituitary_tumour",
        "pituitary_adenoma",
    ),
    # Another disease is no tumour: that is what a hard negative is for.
    NONE: (
        "no_tumor",
        "no_tumour",
        "no",
        "none",
        "normal",
        "healthy",
        "negative",
        "stroke",
        "haemorrhage",
        "hemorrhage",
    ),
    TUMOR: ("tumor", "tumour", "yes", "positive", "brain_tumor", "brain_tumour"),
    NOT_BRAIN: ("not_brain", "non_brain", "no_brain"),
}
"""Case, spaces, underscores and hyphens do not matter: "No Tumour" is "no_tumour"."""


def plain(text: str) -> str:
    """Letters and digits of `text` in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


_FINDINGS = {plain(name): finding for finding, names in NAMES.items() for name in names}


def finding_of(text: str) -> Finding | None:
    """What a name says, or None when it is the name of no class."""
    return _FINDINGS.get(plain(text))


def names_of_classes() -> str:
    """One name of each class, for an error's way out."""
    return ", ".join(names[0] for names in NAMES.values())


def label_name(record: ImageRecord) -> str:
    """A class id, ``tumor`` where its type is unknown, or ``not_brain``."""
    if not record.brain:
        return "not_brain"
    return "tumor" if record.label is None else CLASS_IDS[record.label]
