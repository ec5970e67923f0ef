"""Doubts about two studies being of one patient."""

from __future__ import annotations

import pytest

from tumorview.domain.same_patient import (
    NO_ID,
    OTHER_BIRTH_DATE,
    OTHER_ID,
    OTHER_NAME,
    doubt_about,
)
from tumorview.domain.study import PatientInfo

ONE = PatientInfo("Doe^Jane", "7", "19600102")


@pytest.mark.parametrize(
    ("other", "doubt"),
    [
        (PatientInfo("Doe^Jane", "7", "19600102"), ""),
        (PatientInfo("DOE^JANE^", "7", ""), ""),
        (PatientInfo("Doe Jane=\u5c71", "7", "19600102"), ""),
        (PatientInfo("", "7", ""), ""),
        (PatientInfo("Doe^Jane", "8", "19600102"), OTHER_ID),
        (PatientInfo("Doe^Jane", "", "19600102"), NO_ID),
        (PatientInfo("Doe^Jane", "7", "19600103"), OTHER_BIRTH_DATE),
        (PatientInfo("Roe^Jane", "7", "19600102"), OTHER_NAME),
    ],
)
def test_what_speaks_against_one_patient_is_said(other: PatientInfo, doubt: str) -> None:
    assert doubt_about(ONE, other) == doubt == doubt_about(other, ONE)
    assert "Doe" not in doubt
    assert "7" not in doubt
