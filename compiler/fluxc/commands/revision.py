"""Files of a project as they stood at a commit, read from git's objects: nothing is checked out, no hook is run."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError, OutsideError
from fluxc.project.layout import CONFIG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINK: Final = b"120000"
_FILES: Final = frozenset({b"100644", b"100755", _LINK})
_QUIET: Final = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # what is not here is not fetched
}


class Revision(NamedTuple):
    """A commit as a person named it, its digest, and the folder of the project in it: empty, or ended by a slash."""

    name: str
    commit: str
    prefix: str


def find_revision(root: Path, name: str) -> Revision:
    """Return the commit that a person names, for the project at ``root``.

    Raises InputError where there is no such commit or no repository, OutsideError where git is missing or fails.
    """
    if not name or name.startswith("-") or not name.isprintable():
        _refuse("bad-revision", f"{name[:70]!r} cannot be the name of a commit", "name a branch, a tag or a commit")
    inside = _git(root, "rev-parse", "--show-prefix")
    if inside.returncode:
        _refuse("no-repository", f"{root} is in no git repository: {_said(inside)}", _NO_REPOSITORY)
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found.returncode:
        _refuse("bad-revision", f"git knows no commit `{name[:70]}` here", _UNKNOWN)
    return Revision(name, found.stdout.decode().strip(), os.fsdecode(inside.stdout.rstrip(b"\n")))


_NO_REPOSITORY: Final = "run it in a clone, or compare with a schema.lock or the folder of another project"
_UNKNOWN: Final = (
    "fetch it first: a clone for CI often holds one commit only (`fetch-depth: 0` gets all); "
    "or name a schema.lock or the folder of a project"
)


def write_files(root: Path, revision: Revision, target: Path) -> None:
    """Write the settings and the schema folder of a commit below ``target``; raises InputError where there are none."""
    tree = f"{revision.commit}:{revision.prefix.rstrip('/')}"
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", tree, "--", CONFIG, "schema")
    entries = list(_entries(listed.stdout)) if not listed.returncode else []
    if CONFIG not in (path for path, _ in entries):
        message = f"there is no {CONFIG} in `{revision.name}:{revision.prefix}`: the project was not there yet"
        cure = "name a commit that has it; before the first release there is nothing to break"
        _refuse("no-project-then", message, cure)
    asked = "".join(f"{_asked(path, entry, tree)}\n" for path, entry in entries).encode("utf-8", "surrogateescape")
    answer = _git(root, "cat-file", "--batch", "--follow-symlinks", given=asked)
    if answer.returncode:
        raise OutsideError(Diagnostic("git-failed", f"git: {_said(answer)}", None, _FAILED))
    for (path, _), content in zip(entries, _contents(answer.stdout, len(entries)), strict=True):
        if content is None:
            message = f"`{revision.name}:{revision.prefix}{path}` cannot be read from this clone"
            raise OutsideError(Diagnostic("git-failed", message, None, _FAILED))
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


_FAILED: Final = "see that the clone is whole (`git fsck`), and that links lead to files of the same commit"


class _Entry(NamedTuple):
    mode: bytes
    digest: str


def _entries(listed: bytes) -> Iterator[tuple[str, _Entry]]:
    """Yield the files below the folder of the project; a name that leads out of it is none that git would write."""
    for line in listed.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        name = os.fsdecode(path)
        if tab and head.split()[0] in _FILES and "\n" not in name and ".." not in name.split("/"):
            mode, _, digest = head.split()
            yield name, _Entry(mode, digest.decode())


def _asked(path: str, entry: _Entry, tree: str) -> str:
    """Return what names a file to git: for a link the path, which it follows within the commit."""
    return f"{tree.rstrip('/')}{'' if tree.endswith(':') else '/'}{path}" if entry.mode == _LINK else entry.digest


def _contents(answer: bytes, number: int) -> Iterator[bytes | None]:
    """Yield what git gives for each file, None for what it has not, or a link that leads to no file."""
    at = 0
    for _ in range(number):
        end = answer.index(b"\n", at)
        words = answer[at:end].split()
        at = end + 1
        if words[-1] in {b"missing", b"ambiguous"}:
            yield None
            continue
        size = int(words[-1])
        yield answer[at : at + size] if words[1] == b"blob" else None
        at += size + 1


def _git(root: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=root,
            input=given if given is not None else b"",
            capture_output=True,
            env=os.environ | _QUIET,
            check=False,
        )
    except FileNotFoundError:
        message = "`git` is not installed, or not on the PATH"
        cure = "install it, or compare with a schema.lock or the folder of another project"
        raise OutsideError(Diagnostic("no-git", message, None, cure)) from None


def _said(answer: subprocess.CompletedProcess[bytes]) -> str:
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else f"exit code {answer.returncode}"


def _refuse(code: str, message: str, cure: str) -> None:
    raise InputError([Diagnostic(code, message, None, cure)])
