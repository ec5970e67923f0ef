"""An audit as one HTML page that needs nothing beside it."""

from __future__ import annotations

import base64
from pathlib import Path

import jinja2

from training.audit.console import counts
from training.audit.findings import Audit

_TEMPLATE = Path(__file__).with_name("page.html.j2")
_MOST_CONFLICTS = 100


def render_page(audit: Audit, twins_picture: bytes, conflicts_picture: bytes) -> str:
    """HTML of the findings; the pictures are PNG files, empty where there is nothing to show."""
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["counts"] = counts
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        audit=audit,
        most=_MOST_CONFLICTS,
        twins_picture=base64.b64encode(twins_picture).decode(),
        conflicts_picture=base64.b64encode(conflicts_picture).decode(),
    )
