"""Pseudonyms in place of what tells who somebody is, the same ones for the same key.

A pseudonym is HMAC-SHA-256 (RFC 2104, FIPS 198-1) of what it stands for, so it cannot be turned
round or guessed by trying patient numbers without the key, and whoever has the key finds the same
one again. What is hashed begins with the name of the column and a null byte: a Patient ID and a
Study Instance UID that read alike do not get one pseudonym.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import replace
from pathlib import PurePath
from uuid import UUID

from tumorview.domain.frames import ImageGeometry
from tumorview.reporting.csv_columns import RowFacts

_DIGEST_BYTES = 16
"""128 bits: among a milliard of images two alike have a chance of 1 in 10^20."""


class Pseudonyms:
    """What one key makes of the identity in a row.

    Parameters
    ----------
    key
        The secret; see `services.pseudonym_key` for what is taken as one.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def __repr__(self) -> str:
        return f"Pseudonyms({self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that tell one key from another and say nothing else of it."""
        return self._digest("key", b"").hex()[:16]

    def text(self, column: str, value: str) -> str:
        """32 hexadecimal digits for a text; nothing for nothing."""
        if not value:
            return ""
        return self._digest(column, value.encode("utf-8", "surrogateescape")).hex()

    def uid(self, column: str, value: str | None) -> str | None:
        """A UID for a UID, of the kind that is derived from a UUID (PS3.5 B.2, RFC 9562 5.8)."""
        if not value:
            return value
        number = int.from_bytes(self._digest(column, value.encode("utf-8", "surrogateescape")))
        # Version 8 (a UUID made in a way of one's own) and the variant of RFC 9562.
        number = number & ~(0xF << 76) | 0x8 << 76
        number = number & ~(0x3 << 62) | 0x2 << 62
        return f"2.25.{UUID(int=number).int}"

    def path(self, relative: PurePath) -> str:
        """32 hexadecimal digits for a path below the scanned folder, of its bytes."""
        return self._digest("path", os.fsencode(relative.as_posix())).hex()

    def geometry(self, plane: ImageGeometry) -> ImageGeometry:
        """The same plane in a frame of reference with a pseudonym for its UID."""
        uid = self.uid("frame_of_reference_uid", plane.frame_of_reference_uid)
        return replace(plane, frame_of_reference_uid=uid or "")

    def applied(self, facts: RowFacts) -> RowFacts:
        """The same facts without identity: ids and path replaced, the free description left out.

        The heatmap's path stays; whoever wrote the picture has named it by the pseudonym.
        """
        source = facts.item.source
        return replace(
            facts,
            relative_path=PurePath(self.path(facts.relative_path)),
            item=replace(
                facts.item,
                patient_id=self.text("patient_id", facts.item.patient_id),
                series_description="",
                source=replace(
                    source,
                    study_instance_uid=self.uid("study_instance_uid", source.study_instance_uid),
                    series_instance_uid=self.uid("series_instance_uid", source.series_instance_uid),
                    sop_instance_uid=self.uid("sop_instance_uid", source.sop_instance_uid),
                ),
            ),
        )

    def _digest(self, column: str, value: bytes) -> bytes:
        whole = hmac.new(self._key, column.encode() + b"\0" + value, hashlib.sha256).digest()
        return whole[:_DIGEST_BYTES]
