"""What every part of the manifest is made of."""

from __future__ import annotations

from typing import Annotated

import msgspec

PositiveInt = Annotated[int, msgspec.Meta(ge=1, le=4096)]
Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
InnerFraction = Annotated[float, msgspec.Meta(gt=0.0, lt=1.0)]
Temperature = Annotated[float, msgspec.Meta(gt=0.0, le=100.0)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
PlainName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$")]
OutputName = Annotated[str, msgspec.Meta(min_length=1, max_length=127)]
Modality = Annotated[str, msgspec.Meta(pattern="^[A-Z0-9_]{1,16}$")]
ClassId = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,31}$")]
Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=r"^[^\r\n]+$")]
"""Something that people read, on one line."""


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every part of the manifest."""
