"""What an audit found, as ``audit.json`` holds it."""

from __future__ import annotations

import msgspec


class _Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base: unknown fields fail loudly."""


class SourceFinding(_Finding, frozen=True):
    """What a folder holds. Counts are images; `blank` have no contrast at all.

    `groups_are_clusters`: nothing names the patients, so groups are near-duplicates. `sizes` are
    "rows x columns", the most frequent first.
    """

    key: str
    name: str
    licence: str
    images: int
    groups: int
    groups_are_clusters: bool
    blank: int
    classes: dict[str, int]
    parts: dict[str, int]
    modalities: dict[str, int]
    sequences: dict[str, int]
    planes: dict[str, int]
    sizes: dict[str, int]


class TwinCount(_Finding, frozen=True):
    """Twins between two sources, or within one (`first` is `second`).

    `images` have at least one twin there (of both sources together). `across_groups` are pairs
    whose patients are named and differ, and pairs of two sources: what a split by the sources' own
    groups would tear apart.
    """

    first: str
    second: str
    pairs: int
    exact: int
    mirrored: int
    rotated: int
    across_groups: int
    images: int


class SplitLeak(_Finding, frozen=True):
    """How far the official split of a source is one.

    `with_twin` and `exact` are test images with a twin, or a pixel-equal copy, in the training or
    validation part. `twin_free` are the files of the others. `shared_groups` are in several parts.
    """

    source: str
    test_images: int
    with_twin: int
    exact: int
    shared_groups: int
    twin_free: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share of test images that the training part has shown already."""
        return self.with_twin / self.test_images


class Conflict(_Finding, frozen=True):
    """Twins that are labelled differently."""

    first: str
    second: str
    first_label: str
    second_label: str
    score: float
    exact: bool
    same_group: bool


class Confounding(_Finding, frozen=True):
    """How much of the class the source gives away.

    `table` is class -> source -> images. `rule_accuracy` is that of naming every source's most
    frequent class, without looking at an image; `majority` that of naming one class always.
    """

    target: str
    table: dict[str, dict[str, int]]
    mutual_information_bits: float
    entropy_bits: float
    rule_accuracy: float
    majority: float


class Shortcut(_Finding, frozen=True):
    """How far a linear model gets on grey-value histograms and the border alone.

    Cross-validated by group, twins kept together. `auc` is for two classes, None for more.
    """

    scope: str
    target: str
    images: int
    groups: int
    classes: int
    accuracy: float
    balanced_accuracy: float
    majority: float
    auc: float | None


class FileFault(_Finding, frozen=True):
    """A file that cannot be used, and why."""

    source: str
    file: str
    reason: str


class Audit(_Finding, frozen=True):
    """Everything, in the order of the report.

    `joint_groups` is the number of groups once those that share twins are joined.
    """

    at_least: float
    images: int
    joint_groups: int
    sources: tuple[SourceFinding, ...]
    twins: tuple[TwinCount, ...]
    splits: tuple[SplitLeak, ...]
    conflicts: tuple[Conflict, ...]
    confounding: tuple[Confounding, ...]
    shortcuts: tuple[Shortcut, ...]
    unreadable: tuple[FileFault, ...]
    wrong_masks: tuple[FileFault, ...]
