"""What can go wrong while training, in sentences."""

from __future__ import annotations

from typing import ClassVar

from tumorview.errors import TumorViewError


class TrainingError(TumorViewError):
    """Base of the training package."""

    code: ClassVar[str] = "training_failed"


class DataError(TrainingError):
    """A data folder is absent, incomplete or holds something unusable."""

    code: ClassVar[str] = "training_data_invalid"


class SplitError(TrainingError):
    """A split would put one group in two parts, or leaves a part empty."""

    code: ClassVar[str] = "training_split_invalid"


class StrategyError(TrainingError):
    """A run cannot be shared out over devices or machines as asked."""

    code: ClassVar[str] = "training_strategy_unusable"


class RunError(TrainingError):
    """A run folder is unfinished, or does not hold what is asked of it."""

    code: ClassVar[str] = "training_run_unusable"
