"""Where things lie in a project; importing this loads nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "fluxc.toml"


class Layout(NamedTuple):
    """The paths of a project, all below its root."""

    root: Path

    @property
    def config(self) -> Path:
        """Return the configuration file."""
        return self.root / CONFIG

    @property
    def schema(self) -> Path:
        """Return the folder that people write."""
        return self.root / "schema"

    @property
    def templates(self) -> Path:
        """Return the folder of the project's own templates, which may be absent."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Return the folder that the compiler writes."""
        return self.root / "out"

    @property
    def models(self) -> Path:
        """Return the generated package."""
        return self.out / "models"

    @property
    def migrations(self) -> Path:
        """Return the folder of migrations."""
        return self.out / "migrations"

    @property
    def lock(self) -> Path:
        """Return the state after all sealed migrations."""
        return self.out / "schema.lock"

    @property
    def cache(self) -> Path:
        """Return the folder of what can be thrown away."""
        return self.root / ".fluxc"

    @property
    def json_schema(self) -> Path:
        """Return the JSON Schema of schema files, for editors."""
        return self.cache / "schema.json"

    def certificate(self, migration: str) -> Path:
        """Return where the certificate of a migration lies, whose file is named relative to the root."""
        return (self.root / migration).with_suffix(".proof")

    def shown(self, path: Path) -> str:
        """Return a path as messages name it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def nearest(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds a `fluxc.toml`."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
