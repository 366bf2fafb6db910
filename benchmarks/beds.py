"""The projects that are measured at one number of tables, and the commands on them."""

from __future__ import annotations

import filecmp
import functools
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handwritten import write_by_hand
from peers import link_packages
from process import Contender, run
from schemas import tables, write_drizzle, write_fluxc

from fluxc.server.kept import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.server.scratch import Scratch

FLUXC = Path(sys.executable).with_name("fluxc")
NO_DATABASE = "postgresql://nobody@localhost/none"  # drizzle's configuration wants one, generating opens none


def floor(folder: Path) -> Contender:
    """Return the floor of every command: an interpreter that imports Click."""
    return Contender("import click", [sys.executable, "-c", "import click"], folder)


def version(folder: Path) -> Contender:
    """Return the command that does the least."""
    return Contender("fluxc", [FLUXC, "--version"], folder)


@dataclass(frozen=True, slots=True)
class Bed:
    """Where the projects of ``count`` tables lie: fluxc's and drizzle's, and each one's schema with a column added."""

    count: int
    folder: Path

    def place(self, name: str) -> Path:
        """Return the folder of one project."""
        return self.folder / f"{name}-{self.count}"

    def write(self, *, drizzle: bool) -> None:
        """Write the schemas of all projects."""
        for suffix in ("", "-edit"):
            made = tables(self.count, added=bool(suffix))
            write_fluxc(made, self.place(f"fluxc{suffix}"))
            if drizzle:
                write_drizzle(made, self.place(f"drizzle{suffix}"))
        if drizzle:
            link_packages(self.place("drizzle"))

    def imports(self) -> list[Contender]:
        """Return the import of every generated model, of the same by hand, and of pydantic alone."""
        package = self.place("by-hand") / "models"
        modules = write_by_hand(tables(self.count), package)
        load = "from pydantic import BaseModel, JsonValue; import datetime, decimal, json, uuid, typing"
        every = "; ".join([load, *(f"import models.{module}" for module in modules)])
        return [
            Contender("generated", [sys.executable, "-c", every], self.place("fluxc") / "out"),
            Contender("by hand", [sys.executable, "-c", every], package.parent),
            Contender("pydantic", [sys.executable, "-c", load], package.parent),
        ]

    def seal(self) -> None:
        """Build the project and seal its migration."""
        self.forget()
        run(Contender("fluxc build --seal", [FLUXC, "build", "--seal", "--no-prove"], self.place("fluxc")))

    def forget(self) -> None:
        """Delete what fluxc wrote."""
        for name in ("out", ".fluxc"):
            shutil.rmtree(self.place("fluxc") / name, ignore_errors=True)

    def migration(self) -> Path:
        """Return the first migration."""
        return next((self.place("fluxc") / "out" / "migrations").glob("0001_*[!n].sql"))

    def first_build(self) -> Contender:
        """Return a build of a project without ``out/``."""
        return Contender("fluxc", [FLUXC, "build", "--no-prove"], self.place("fluxc"), self.forget)

    def unchanged(self) -> Contender:
        """Return a build after the build."""
        return Contender("fluxc", [FLUXC, "build"], self.place("fluxc"))

    def added(self) -> Contender:
        """Return a build on top of a sealed migration with one column more."""
        return Contender("fluxc", [FLUXC, "build", "--no-prove"], self.place("fluxc-added"), self._edit("fluxc"))

    def proved_first(self) -> Contender:
        """Return the proof of the first migration, as a command of its own, by a server that remembers nothing."""
        return Contender("fluxc", [FLUXC, "prove", "0001"], self.place("fluxc"), self._forget_proofs("fluxc"))

    def proved_added(self) -> Contender:
        """Return the proof of the migration for one column more, behind a proof of the one before."""
        here = self.place("fluxc-added")
        self._edit("fluxc")()
        run(Contender("fluxc build", [FLUXC, "build", "--no-prove"], here))
        run(Contender("fluxc prove", [FLUXC, "prove"], here))
        return Contender("fluxc", [FLUXC, "prove", "0002"], here)

    def _forget_proofs(self, project: str) -> Callable[[], None]:
        return functools.partial(forget, self.place(project))

    def migrate(self, url: str, prepare: Callable[[], None]) -> Contender:
        """Return a run of the first migration."""
        return Contender("fluxc", [FLUXC, "migrate", "--url", url], self.place("fluxc"), prepare)

    def psql(self, program: Path, url: str, prepare: Callable[[], None]) -> Contender:
        """Return psql running the file of the first migration, which is one transaction."""
        words: list[str | Path] = [program, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", self.migration()]
        return Contender("psql", words, self.folder, prepare)

    def psql_at_once(self, program: Path, url: str, prepare: Callable[[], None]) -> Contender:
        """Return psql running the statements of the first migration in one transaction of its own."""
        statements = self.folder / f"ddl-{self.count}.sql"
        lines = self.migration().read_text(encoding="utf-8").split("\n")
        statements.write_text("\n".join(line for line in lines if line not in ("begin;", "commit;")), encoding="utf-8")
        words: list[str | Path] = [program, "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", statements]
        return Contender("psql", words, self.folder, prepare)

    def dump(self, program: Path, url: str) -> Contender:
        """Return pg_dump writing the schema of a database."""
        return Contender("pg_dump", [program, "-s", "-f", self.folder / "dump.sql", url], self.folder)

    def pull(self, url: str) -> Contender:
        """Return a pull of a database into a new project."""
        target = self.place("pulled")

        def prepare() -> None:
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()

        return Contender("fluxc", [FLUXC, "pull", "--project", target, "--url", url], self.folder, prepare)

    def drift(self, url: str) -> Contender:
        """Return the comparison of a database with the migrations that `fluxc migrate` applied there."""
        return Contender("fluxc", [FLUXC, "drift", "--url", url], self.place("fluxc"))

    def drizzle_first(self, kit: Path) -> Contender:
        """Return drizzle-kit generating its first migration."""
        here = self.place("drizzle")
        return self._drizzle(
            kit, "generate", here, functools.partial(shutil.rmtree, here / "drizzle", ignore_errors=True)
        )

    def drizzle_added(self, kit: Path) -> Contender:
        """Return drizzle-kit generating a migration for one column more."""
        return self._drizzle(kit, "generate", self.place("drizzle-added"), self._edit("drizzle"))

    def drizzle_migrate(self, kit: Path, url: str) -> Contender:
        """Return drizzle-kit applying what is missing."""
        return self._drizzle(kit, "migrate", self.place("drizzle"), env={"DATABASE_URL": url})

    def _drizzle(
        self,
        kit: Path,
        verb: str,
        folder: Path,
        prepare: Callable[[], None] = lambda: None,
        env: Mapping[str, str] | None = None,
    ) -> Contender:
        return Contender("drizzle-kit", [kit, verb], folder, prepare, env or {"DATABASE_URL": NO_DATABASE})

    def _edit(self, project: str) -> Callable[[], None]:
        """Return what copies a project as its last command left it and saves the files that the edit changes."""
        source, edit, target = (self.place(f"{project}{suffix}") for suffix in ("", "-edit", "-added"))

        def save() -> None:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, symlinks=True)
            for file in filter(Path.is_file, edit.rglob("*")):
                saved = target / file.relative_to(edit)
                if not filecmp.cmp(file, saved, shallow=False):
                    shutil.copyfile(file, saved)

        return save


def fresh(server: Scratch, name: str) -> Callable[[], None]:
    """Return what makes the database ``name`` anew, with nothing of the last run left to flush."""

    def make() -> None:
        server.drop(name)
        server.create(name)

    return make
