"""What a labelled folder gives, and what it says of itself in ``source.json``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from training.data.records import SEQUENCES, ImageRecord, SourceInfo
from training.data.splits import Part
from training.errors import DataError

SOURCE_NAME = "source.json"

MODALITIES = ("MR", "CT")


@dataclass(frozen=True, slots=True)
class FolderOptions:
    """How a folder is to be read.

    Attributes
    ----------
    group_pattern
        Regular expression searched in an image's path below the folder; its first bracket, or all
        that it matches, is the patient. Empty: ``groups.csv``, the DICOM header, else clusters of
        near-duplicates.
    one_class
        Whether a folder with a single class is wanted (a set of healthy brains, say).
    """

    group_pattern: str = ""
    one_class: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that should be an image and is none."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FolderData:
    """The records of one folder.

    Attributes
    ----------
    official_parts
        Image id -> the part of the split that the folder came with; empty where it has none.
    clustered
        True when groups are clusters of near-duplicates, because nothing names the patients. Slices
        of one patient that do not look alike are then in several groups.
    """

    folder: Path
    source: SourceInfo
    records: tuple[ImageRecord, ...]
    official_parts: dict[str, Part] = field(default_factory=dict)
    unreadable: tuple[Unreadable, ...] = ()
    clustered: bool = False

    def usable_records(self) -> tuple[ImageRecord, ...]:
        """The records, for training and splitting.

        Raises
        ------
        DataError
            When the folder holds an image that cannot be read.
        """
        if self.unreadable:
            more = f" and {len(self.unreadable) - 1} more" if len(self.unreadable) > 1 else ""
            raise DataError(
                f"the image cannot be read{more}: {self.unreadable[0].reason}",
                path=self.unreadable[0].path,
                remedy="`python -m training data audit` lists them; remove or replace them.",
            )
        return self.records

    def file_of(self, record: ImageRecord) -> str:
        """The record's file below the folder, with forward slashes."""
        return record.path.relative_to(self.folder).as_posix()


class SourceFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``source.json``: what cannot be told from the images. Everything is optional."""

    name: str = ""
    licence: str = ""
    modality: str = ""
    sequence: str = ""
    note: str = ""


def read_source_facts(folder: Path) -> SourceFacts:
    """``source.json`` of a folder, or empty facts where there is none.

    Raises
    ------
    DataError
        When it cannot be read, or says something that is not known.
    """
    path = folder / SOURCE_NAME
    if not path.is_file():
        return SourceFacts()
    try:
        facts = msgspec.json.decode(path.read_bytes(), type=SourceFacts)
    except OSError as error:
        raise DataError(f"the file cannot be read: {error.strerror}", path=path) from error
    except msgspec.DecodeError as error:
        raise DataError(
            f"this does not describe a source: {error}",
            path=path,
            remedy="It may state " + ", ".join(SourceFacts.__struct_fields__) + ".",
        ) from error
    for value, known in ((facts.modality, MODALITIES), (facts.sequence, SEQUENCES)):
        if value and value not in known:
            raise DataError(
                "an unknown modality or sequence",
                path=path,
                received=value,
                remedy="Known are " + ", ".join(known) + ".",
            )
    return facts


def source_info(folder: Path, facts: SourceFacts) -> SourceInfo:
    """The source under the folder's own name."""
    return SourceInfo(
        key=folder.name,
        name=facts.name or folder.name,
        licence=facts.licence or "not stated",
        note=facts.note,
    )
