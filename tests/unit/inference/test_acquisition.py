from __future__ import annotations

import msgspec
import numpy as np
import pytest

from tests.trust_parts import ACQUISITION
from tumorview.inference.acquisition import acquisition_guesses
from tumorview.inference.errors import InferenceError
from tumorview.inference.manifest_trust import AcquisitionSpec

_SPEC = msgspec.convert(ACQUISITION, AcquisitionSpec)


def _logits(*probabilities: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.log(np.array([probabilities], np.float32))


def test_a_clear_answer_names_modality_and_sequence() -> None:
    (guess,) = acquisition_guesses(_logits(0.02, 0.9, 0.04, 0.02, 0.02), _SPEC)
    assert (guess.id, guess.modality, guess.sequence) == ("t1", "MR", "T1")
    assert guess.probability == pytest.approx(0.9, abs=1e-6)
    assert guess.modality_probability == pytest.approx(0.98, abs=1e-6)
    assert guess.modality_is_clear
    assert guess.sequence_is_clear


def test_the_modality_is_clear_although_the_sequences_share_its_probability() -> None:
    (guess,) = acquisition_guesses(_logits(0.4, 0.2, 0.2, 0.1, 0.1), _SPEC)
    assert (guess.id, guess.modality) == ("t1", "MR")
    assert guess.modality_probability == pytest.approx(0.6, abs=1e-6)
    (guess,) = acquisition_guesses(_logits(0.04, 0.48, 0.48, 0.0001, 0.0001), _SPEC)
    assert guess.modality_is_clear
    assert not guess.sequence_is_clear


def test_ct_has_no_sequence() -> None:
    (guess,) = acquisition_guesses(_logits(0.96, 0.01, 0.01, 0.01, 0.01), _SPEC)
    assert (guess.id, guess.modality, guess.sequence) == ("ct", "CT", "")


def test_the_temperature_softens_the_answer() -> None:
    soft = msgspec.structs.replace(_SPEC, temperature=4.0)
    logits = _logits(0.96, 0.01, 0.01, 0.01, 0.01)
    assert acquisition_guesses(logits, _SPEC)[0].modality_is_clear
    assert not acquisition_guesses(logits, soft)[0].modality_is_clear


def test_logits_that_are_not_a_number_are_an_error() -> None:
    with pytest.raises(InferenceError, match="not a number"):
        acquisition_guesses(np.full((1, 5), np.nan, np.float32), _SPEC)
