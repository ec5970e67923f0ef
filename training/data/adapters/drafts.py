"""An image on its way to a record: what its place or its table row says, and its header."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from training.data.adapters.dicom_facts import DicomFacts, dicom_facts
from training.data.adapters.folder_data import SourceFacts, Unreadable
from training.data.adapters.labels import NONE, Finding
from training.data.records import ImageRecord
from training.data.sources import read_gray
from training.data.splits import Part
from training.errors import DataError
from tumorview.errors import TumorViewError
from tumorview.imaging.recognize import FileKind, recognize


@dataclass(frozen=True, slots=True)
class Draft:
    """One labelled file.

    Attributes
    ----------
    patient
        As the table says it, already hashed; empty to ask the header.
    frame
        The only frame that the label is about, from 0, or None for all of them.
    """

    path: Path
    finding: Finding
    part: Part | None = None
    mask: Path | None = None
    patient: str = ""
    frame: int | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """Records whose group may still be empty, and what could not be read."""

    records: tuple[ImageRecord, ...]
    official_parts: dict[str, Part]
    unreadable: tuple[Unreadable, ...]


def records_of(folder: Path, drafts: list[Draft], facts: SourceFacts) -> Drafts:
    """Look into each file as far as a record needs it; pixels of images are not decoded.

    Raises
    ------
    DataError
        When a mask cannot be read, has another size than its DICOM image, marks a lesion in an
        image without tumour, or a frame does not exist.
    """
    records: list[ImageRecord] = []
    parts: dict[str, Part] = {}
    unreadable: list[Unreadable] = []
    for draft in drafts:
        try:
            is_dicom = recognize(draft.path) is FileKind.DICOM
            header = dicom_facts(draft.path) if is_dicom else None
        except TumorViewError as error:
            unreadable.append(Unreadable(draft.path, error.sentence(with_path=False)))
            continue
        for record in _records(folder, draft, facts, header):
            records.append(record)
            if draft.part is not None:
                parts[record.image_id] = draft.part
    return Drafts(tuple(records), parts, tuple(unreadable))


def marks_lesion(mask: Path) -> bool:
    """Whether a mask holds anything above half of white; raises DataError when it is no image."""
    return bool((read_gray(mask) > 127).any())


def _records(
    folder: Path, draft: Draft, facts: SourceFacts, header: DicomFacts | None
) -> list[ImageRecord]:
    name = draft.path.relative_to(folder).as_posix()
    group = draft.patient or (header.patient if header else "")
    mask = draft.mask if draft.mask is not None and _marked(draft) else None
    without = draft.finding == NONE
    plain = ImageRecord(
        image_id=f"{folder.name}/{name}",
        path=draft.path,
        label=draft.finding.label,
        brain=draft.finding.brain,
        group=f"{folder.name}/{group}" if group else "",
        source=folder.name,
        modality=facts.modality,
        sequence=facts.sequence,
        mask_path=mask,
        mask_known=mask is not None or without,
        lesion_area_mm2=0.0 if without else None,
    )
    if header is None:
        if draft.frame:
            raise _no_such_frame(draft, 1)
        return [plain]
    return [
        replace(
            plain,
            image_id=plain.image_id if len(header.planes) == 1 else f"{plain.image_id}#{frame + 1}",
            frame=frame,
            modality=header.modality or facts.modality,
            sequence=header.sequence or facts.sequence,
            plane=header.planes[frame],
            lesion_area_mm2=_area(mask, header) if mask else plain.lesion_area_mm2,
        )
        for frame in _frames(draft, len(header.planes))
    ]


def _frames(draft: Draft, count: int) -> range:
    if draft.frame is None:
        return range(count)
    if not 0 <= draft.frame < count:
        raise _no_such_frame(draft, count)
    return range(draft.frame, draft.frame + 1)


def _no_such_frame(draft: Draft, count: int) -> DataError:
    return DataError(
        f"the table names a frame that the file has not: it has {count}",
        path=draft.path,
        received=None if draft.frame is None else draft.frame + 1,
        remedy="Frames are counted from 1.",
    )


def _marked(draft: Draft) -> bool:
    """Whether the draft's mask marks a lesion, which an image without tumour must not have."""
    assert draft.mask is not None
    marked = marks_lesion(draft.mask)
    if marked and draft.finding == NONE:
        raise DataError(
            "the mask marks a lesion in an image that is labelled as without tumour",
            path=draft.mask,
            remedy="Correct the label or the mask.",
        )
    return marked


def _area(mask: Path, header: DicomFacts) -> float | None:
    """Area of a lesion in mm2, None where the header gives no spacing."""
    marked = read_gray(mask) > 127
    if marked.shape != header.shape:
        raise DataError(
            "the mask has another size than its image",
            path=mask,
            received=(marked.shape, header.shape),
            remedy="A mask has the rows and columns of its image.",
        )
    if header.spacing_mm is None:
        return None
    return float(np.count_nonzero(marked)) * header.spacing_mm[0] * header.spacing_mm[1]
