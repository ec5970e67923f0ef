"""The numbers of trust that a manifest states, fitted on answers to images not learned from."""

from __future__ import annotations

from pathlib import Path

import msgspec

from training.errors import RunError
from training.evaluation.files import write_whole

NUMBERS_NAME = "trust.json"


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A threshold on P(tumour) with what it reached on the images that it was chosen on."""

    threshold: float
    sensitivity: float
    specificity: float
    tumors: int
    others: int


class TrustNumbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything but the input gate, which belongs to the features of one model.

    Attributes
    ----------
    chosen_on
        Which images, for people.
    fewest_patients
        Of the class with the fewest; with a handful the quantiles hang on one or two patients.
    quantiles
        One a class in the order of `CLASS_IDS`; a class is in the set from 1 - q on.
    decision, decisions
        On all images, and on those of each modality that has both kinds.
    acquisition_temperature
        Of the acquisition head, or None where no image states modality or sequence.
    iou_threshold
        Of the lesion map, with the largest overlap; None without a map or masks.
    """

    chosen_on: str
    images: int
    groups: int
    temperature: float
    certainty_threshold: float
    coverage: float
    fewest_patients: int
    quantiles: tuple[float, ...]
    decision: Decision
    decisions: dict[str, Decision]
    acquisition_temperature: float | None = None
    iou_threshold: float | None = None


def write_numbers(numbers: TrustNumbers, path: Path) -> None:
    """Write as JSON; raises RunError when that fails."""
    write_whole(path, msgspec.json.format(msgspec.json.encode(numbers), indent=1) + b"\n")


def read_numbers(path: Path) -> TrustNumbers:
    """Read what `write_numbers` wrote; raises RunError when the file is absent or another."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=TrustNumbers)
    except OSError as error:
        raise RunError(
            f"the numbers of trust cannot be read: {error.strerror}",
            path=path,
            remedy="Make them with: python -m training crossval RUN_DIR... --data DIR --out FOLDER",
        ) from error
    except msgspec.DecodeError as error:
        raise RunError(f"these are no numbers of trust: {error}", path=path) from error
