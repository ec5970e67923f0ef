"""What a model says of itself: the facts of its manifest and its MODEL_CARD.md."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.errors import TumorViewError
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.said import say

NO_CARD = say("This model ships no model card.")


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model's card with what must be read first.

    Attributes
    ----------
    model_sha256, manifest_sha256
        Hashes in hexadecimal: of the reference weights, and of the manifest, which covers the hash
        of every file of the model.
    text
        MODEL_CARD.md as Markdown, "" where it cannot be shown; `problem` then says why.
    """

    id: str
    title: str
    version: str
    created: str
    modalities: tuple[str, ...]
    model_sha256: str
    manifest_sha256: str
    intended_use: str
    out_of_scope_use: str
    limits: tuple[str, ...]
    text: str
    problem: str = ""


def read_model_card(model_id: str | None = None) -> ModelCard:
    """The card of the model of that id, or of the default model.

    A card that is missing, or is not the one that the manifest names (SHA-256), is not shown and
    said; the facts of the manifest are still there.

    Raises
    ------
    InferenceError
        When there is no such model or its folder is broken.
    """
    bundle = load_bundle(model_id)
    manifest = bundle.manifest
    text, problem = _text(bundle)
    return ModelCard(
        id=manifest.id,
        title=manifest.title,
        version=manifest.version,
        created=manifest.created,
        modalities=tuple(str(one) for one in manifest.validated_modalities),
        model_sha256=bundle.model_sha256,
        manifest_sha256=bundle.manifest_sha256,
        intended_use=manifest.intended_use,
        out_of_scope_use=manifest.out_of_scope_use,
        limits=manifest.limits,
        text=text,
        problem=problem,
    )


def _text(bundle: ModelBundle) -> tuple[str, str]:
    if not bundle.has("card"):
        return "", NO_CARD
    try:
        return bundle.read_verified("card").decode("utf-8", "replace"), ""
    except TumorViewError as error:
        return "", error.sentence()
