"""Model folders: which there are, and one of them checked and ready to be loaded.

Order, and so the default model, is fixed: the places in the order of `paths.model_dirs`, and in
each place the folders by name. The default is the first folder that has a manifest; when that one
is broken its error is raised, because quietly answering with another model would be worse.

What is verified when: `load_bundle` checks the manifest, that every listed file is there, and the
SHA-256 of the weights that are used by default (ONNX where listed, else Keras). The other files
are verified at the moment that they are read (`read_verified`, `verified_path`), so that starting
never pays for hashing weights that nobody loads; `verify_all` checks everything at once.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tumorview import paths
from tumorview.errors import TumorViewError
from tumorview.inference.errors import (
    ManifestError,
    ModelFileMissingError,
    ModelNotFoundError,
    ModelTamperedError,
)
from tumorview.inference.manifest import MANIFEST_NAME, Manifest, ModelFile, parse_manifest

_MANIFEST_LIMIT = 4 * 1024 * 1024
_REINSTALL = "Install the model folder again from where it came."

# Digest of a file as it was at this path with this size and time; lives as long as the process.
_known_digests: dict[tuple[Path, int, int], str] = {}


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """A model folder whose manifest holds.

    Attributes
    ----------
    manifest_sha256
        Hash of manifest.json. It covers the hash of every file as well as preprocessing and
        calibration: two results can be compared number by number when this is the same.
    model_sha256
        Hash of the reference weights as the manifest states it: the Keras file where there is
        one, else the ONNX file. The same whichever engine runs.
    """

    folder: Path
    manifest: Manifest
    manifest_sha256: str
    model_sha256: str

    def has(self, role: str) -> bool:
        """True when the folder lists a file of that role."""
        return self.manifest.file_for(role) is not None

    def verified_path(self, role: str) -> Path:
        """Path of the file of that role after its SHA-256 was found right.

        Raises
        ------
        ModelFileMissingError
            When the manifest lists no such file or the file is not there.
        ModelTamperedError
            When the content is not what the manifest states.
        """
        path = self._path_of(role)
        _verify(path, self._listed(role))
        return path

    def read_verified(self, role: str) -> bytes:
        """Content of the file of that role; raises as `verified_path` does."""
        path = self._path_of(role)
        content = _read(path)
        _compare(path, hashlib.sha256(content).hexdigest(), self._listed(role))
        return content

    def _listed(self, role: str) -> ModelFile:
        listed = self.manifest.file_for(role)
        if listed is None:
            raise ModelFileMissingError(
                f"the manifest lists no {role} file",
                path=self.folder,
                received=[file.role for file in self.manifest.files],
                remedy="Choose another engine or another model.",
            )
        return listed

    def _path_of(self, role: str) -> Path:
        return _inside(self.folder, self._listed(role).name)


@dataclass(frozen=True, slots=True)
class ModelListing:
    """A folder in one of the places; `problem` says why it cannot be used, or is None.

    A broken folder has its name as `id` and an empty `version`.
    """

    id: str
    title: str
    version: str
    folder: Path
    problem: TumorViewError | None = None


def list_models(search: Sequence[Path] | None = None) -> tuple[ModelListing, ...]:
    """Every model folder, in the fixed order, broken ones with their problem; hashes nothing.

    `search` replaces `paths.model_dirs`; a place may also be a model folder itself.
    """
    listings: list[ModelListing] = []
    taken: dict[str, Path] = {}
    for folder in _folders(search):
        try:
            manifest, _ = _load_manifest(folder)
            _check_files_exist(folder, manifest)
        except TumorViewError as error:
            listings.append(ModelListing(folder.name, folder.name, "", folder, error))
            continue
        problem: TumorViewError | None = None
        if manifest.id in taken:
            problem = ManifestError(
                "another folder with this model id comes first and is the one that is used",
                path=folder,
                received=manifest.id,
                remedy=f"Remove one of the two; the other is {taken[manifest.id]}.",
            )
        taken.setdefault(manifest.id, folder)
        listings.append(
            ModelListing(manifest.id, manifest.title, manifest.version, folder, problem)
        )
    return tuple(listings)


def load_bundle(model_id: str | None = None, search: Sequence[Path] | None = None) -> ModelBundle:
    """The model of that id, or the default model, with manifest and default weights verified.

    Raises
    ------
    ModelNotFoundError
        When there is no such model in any place.
    ManifestError, ModelFileMissingError, ModelTamperedError
        When the folder is broken.
    """
    broken: TumorViewError | None = None
    for folder in _folders(search):
        if not _is_there(folder / MANIFEST_NAME):
            continue
        try:
            manifest, manifest_sha256 = _load_manifest(folder)
        except TumorViewError as error:
            if model_id in (None, folder.name):
                broken = broken or error
            if model_id is None:
                break
            continue
        if model_id is None or manifest.id == model_id:
            return _checked_bundle(folder, manifest, manifest_sha256)
    if broken is not None:
        raise broken
    raise _not_found(model_id, search)


def verify_all(bundle: ModelBundle) -> None:
    """Check the SHA-256 of every listed file; raises as `ModelBundle.verified_path` does."""
    for listed in bundle.manifest.files:
        _verify(_inside(bundle.folder, listed.name), listed)


def _checked_bundle(folder: Path, manifest: Manifest, manifest_sha256: str) -> ModelBundle:
    _check_files_exist(folder, manifest)
    reference = manifest.file_for("keras") or manifest.file_for("onnx")
    assert reference is not None  # parse_manifest refuses a manifest with neither
    bundle = ModelBundle(folder, manifest, manifest_sha256, reference.sha256)
    bundle.verified_path("onnx" if bundle.has("onnx") else "keras")
    return bundle


def _not_found(model_id: str | None, search: Sequence[Path] | None) -> ModelNotFoundError:
    if model_id is None:
        return ModelNotFoundError(
            "no model is installed",
            remedy="Put a model folder with a manifest.json into one of these places: "
            f"{', '.join(str(place) for place in _places(search))}.",
        )
    usable = ", ".join(listing.id for listing in list_models(search)) or "none"
    return ModelNotFoundError(
        "there is no model with this id",
        received=model_id,
        remedy=f"Installed models: {usable}.",
    )


def _places(search: Sequence[Path] | None) -> tuple[Path, ...]:
    return tuple(search) if search is not None else paths.model_dirs()


def _folders(search: Sequence[Path] | None) -> Iterator[Path]:
    seen: set[Path] = set()
    for place in _places(search):
        if _is_there(place / MANIFEST_NAME):
            candidates = [place]
        else:
            try:
                candidates = sorted(
                    (entry for entry in place.iterdir() if _looks_like_a_folder(entry)),
                    key=lambda entry: entry.name,
                )
            except OSError:
                continue  # a place need not exist
        for folder in candidates:
            resolved = folder.resolve()
            if resolved not in seen:
                seen.add(resolved)
                yield folder


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be entered
        return False


def _looks_like_a_folder(entry: Path) -> bool:
    return entry.is_dir() and not entry.name.startswith((".", "_"))


def _load_manifest(folder: Path) -> tuple[Manifest, str]:
    """The parsed manifest of a folder and the SHA-256 of its bytes."""
    path = _inside(folder, MANIFEST_NAME)
    raw = _read(path, _MANIFEST_LIMIT)
    return parse_manifest(raw, path), hashlib.sha256(raw).hexdigest()


def _check_files_exist(folder: Path, manifest: Manifest) -> None:
    for listed in manifest.files:
        _inside(folder, listed.name)


def _inside(folder: Path, name: str) -> Path:
    """The regular file `name` of `folder`, refused when a link leads out of the folder."""
    path = folder / name
    try:
        resolved = path.resolve(strict=True)
        mode = resolved.stat().st_mode
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links before Python 3.13
        raise ModelFileMissingError(
            "the model folder is not complete, this file is missing",
            path=path,
            received=name,
            remedy=_REINSTALL,
        ) from error
    if not resolved.is_relative_to(folder.resolve()) or not stat.S_ISREG(mode):
        raise ManifestError(
            "a model file must be an ordinary file inside its model folder",
            path=path,
            received=name,
            remedy=_REINSTALL,
        )
    return path


def _read(path: Path, limit: int | None = None) -> bytes:
    try:
        if limit is not None and path.stat().st_size > limit:
            raise ManifestError(
                f"the file is larger than a manifest can be ({limit} bytes)",
                path=path,
                received=path.stat().st_size,
                remedy=_REINSTALL,
            )
        return path.read_bytes()
    except OSError as error:
        raise ModelFileMissingError(
            f"the file cannot be read ({error.strerror or type(error).__name__})",
            path=path,
            remedy="Check the permissions of the model folder.",
        ) from error


def _verify(path: Path, listed: ModelFile) -> None:
    try:
        status = path.stat()
        key = (path.resolve(), status.st_size, status.st_mtime_ns)
        if key not in _known_digests:
            with path.open("rb") as stream:
                _known_digests[key] = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelFileMissingError(
            f"the file cannot be read ({error.strerror or type(error).__name__})",
            path=path,
            remedy="Check the permissions of the model folder.",
        ) from error
    _compare(path, _known_digests[key], listed)


def _compare(path: Path, digest: str, listed: ModelFile) -> None:
    if digest != listed.sha256:
        raise ModelTamperedError(
            "the file is not the one that the manifest describes, so it is not loaded; "
            f"its SHA-256 begins with {digest[:12]}, the manifest says {listed.sha256[:12]}",
            path=path,
            remedy=_REINSTALL,
        )
