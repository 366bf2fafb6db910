"""What a build remembers in ``.fluxc/`` to spare the next one work; it may be thrown away at any time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import fluxc
from fluxc.model.known import known_from, known_text
from fluxc.render.environment import template_root

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History, Migration
    from fluxc.model.compiled import Compiled
    from fluxc.model.known import Known
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.source.tree import Tree


@dataclass(slots=True)
class Memory:
    """Digests of migrations whose statements were verified, and of generated modules with what they were made from.

    ``modules`` maps a file to the digest of what it was made from and that of its text.
    """

    path: Path
    layout: Layout
    made_by: str
    verified: set[str] = field(default_factory=set[str])
    modules: dict[str, list[str]] = field(default_factory=dict[str, "list[str]"])

    def verify(self, history: History) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the statements of migrations, without reading those found right before."""
        if all(_mark(item) in self.verified for item in history.migrations):
            return ()
        from fluxc.history.folder import read_folder  # what was verified once is seldom read again
        from fluxc.history.verify import verify

        found: list[Diagnostic] = []
        for item in read_folder(self.layout.out, self.layout.root, verify=False)[0].migrations:
            if _mark(item) not in self.verified:
                wrong = verify(item)
                found += wrong
                if not wrong:
                    self.verified.add(_mark(item))
        return tuple(found)

    def learn(self, up: str, down: str) -> None:
        """Remember a migration that was just written."""
        self.verified.add(f"{digest(up)[:32]}{digest(down)[:32]}")

    def module(self, name: str, key: str) -> str | None:
        """Return the text of a generated module that still lies there as it was made from the same things."""
        made_from, expected = self.modules.get(name, ["", ""])
        if made_from != key:
            return None
        with contextlib.suppress(OSError, UnicodeDecodeError):
            text = (self.layout.models / name).read_bytes().decode()
            return text if digest(text) == expected else None
        return None

    def knows_some(self) -> bool:
        """Return whether a build before has left what it made of the domains."""
        return self._understood.exists()

    def known(self, config: Config) -> Known | None:
        """Return what the last build of this very fluxc made of each domain, under the same settings."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return known_from(self._understood.read_text(encoding="utf-8"), self._settings(config))
        return None

    def keep(self, tree: Tree, compiled: Compiled, config: Config) -> None:
        """Remember what a schema without faults means; a failure costs the next build some time, no more."""
        text = known_text(tree, compiled, self._settings(config))
        temporary = self._understood.with_name(f"understood.{os.getpid()}")
        with contextlib.suppress(OSError):
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._understood)

    @property
    def _understood(self) -> Path:
        return self.layout.cache / "understood"

    def _settings(self, config: Config) -> str:
        return f"{self.made_by} {config.target} {config.namespace or ''}"

    def save(self) -> None:
        """Write down what is remembered; a failure costs the next build some time, no more."""
        said = {
            "made_by": self.made_by,
            "verified": sorted(self.verified),
            "modules": self.modules,
        }
        temporary = self.path.with_name(f"memory.{os.getpid()}")
        with contextlib.suppress(OSError):
            temporary.write_text(json.dumps(said), encoding="utf-8")
            temporary.replace(self.path)


def recall(layout: Layout) -> Memory:
    """Return what the last build of this very fluxc remembered; nothing where it cannot be read."""
    memory = Memory(layout.cache / "memory.json", layout, _made_by(layout))
    try:
        said = cast("dict[str, Any]", json.loads(memory.path.read_bytes()))
        if said["made_by"] == memory.made_by:
            memory.verified = set(map(str, said["verified"]))
            memory.modules = {str(name): [str(made), str(text)] for name, (made, text) in said["modules"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        memory.verified, memory.modules = set(), {}
    return memory


def digest(text: str) -> str:
    """Return the SHA-256 of a text's bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def _mark(item: Migration) -> str:
    return f"{item.raw_sha256[:32]}{item.down.raw_sha256[:32]}"


def _made_by(layout: Layout) -> str:
    """Return what tells this fluxc from another: the version, and the times of code and templates that render."""
    parts = [fluxc.__version__]
    own = Path(__file__).parents[1]
    folders = [
        own,
        own / "source",
        own / "model",
        own / "render",
        template_root() / "python",
        layout.templates / "python",
    ]
    for folder in folders:
        with contextlib.suppress(OSError):
            parts += sorted(
                f"{entry.path} {entry.stat().st_mtime_ns}" for entry in os.scandir(folder) if entry.is_file()
            )
    return digest("\n".join(parts))
