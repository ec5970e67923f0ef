"""The functional groups of enhanced multi-frame images (PS3.3 C.7.6.16)."""

from __future__ import annotations

from pydicom.dataset import Dataset

from tumorview.imaging import dicom_tags as tags


def is_enhanced(ds: Dataset) -> bool:
    """True when the file describes its frames by functional groups."""
    return "PerFrameFunctionalGroupsSequence" in ds or "SharedFunctionalGroupsSequence" in ds


def macro(ds: Dataset, index: int, sequence: str) -> Dataset | None:
    """The functional group `sequence` of frame `index` (PS3.3 C.7.6.16), or None.

    A frame's own group wins over the shared one.
    """
    own = own_groups(ds, index)
    found = tags.first_item(own, sequence) if own is not None else None
    return found if found is not None else shared_macro(ds, sequence)


def own_groups(ds: Dataset, index: int) -> Dataset | None:
    """The item of frame `index`, counted from 0, or None."""
    per_frame = tags.sequence(ds, "PerFrameFunctionalGroupsSequence")
    return per_frame[index] if per_frame is not None and index < len(per_frame) else None


def shared_macro(ds: Dataset, sequence: str) -> Dataset | None:
    """The functional group `sequence` that all frames share, or None."""
    shared = tags.first_item(ds, "SharedFunctionalGroupsSequence")
    return tags.first_item(shared, sequence) if shared is not None else None
