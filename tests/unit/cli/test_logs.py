from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tumorview.cli.logs import configure_logging, log_file
from tumorview.services.incident import kind_and_place


def _raise() -> None:
    try:
        int("Doe^Jane 19700101")
    except ValueError as error:
        raise RuntimeError("of Doe^Jane") from error


def test_details_are_logged_only_when_asked_for() -> None:
    log = logging.getLogger("tumorview.test")
    configure_logging()
    log.debug("a path")
    log.info("hello")
    assert "hello" in log_file().read_text()
    assert "a path" not in log_file().read_text()
    configure_logging(verbose=True)
    log.debug("a path")
    assert "a path" in log_file().read_text()
    assert log_file().read_text().count("a path") == 1


def test_a_traceback_in_the_log_has_places_and_no_messages() -> None:
    configure_logging(verbose=True)
    try:
        _raise()
    except RuntimeError as error:
        logging.getLogger("tumorview.test").debug("details", exc_info=error)
    text = log_file().read_text()
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "in _raise" in text
    assert "Doe" not in text


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(
    isolated_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (isolated_home / ".local").write_text("a file where a folder should be")
    configure_logging()
    logging.getLogger("tumorview.test").info("lost")
    assert capsys.readouterr().err == ""


def test_an_exception_that_was_never_raised_has_a_kind() -> None:
    assert kind_and_place(KeyError("Doe")) == "builtins.KeyError raised at"
