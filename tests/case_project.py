"""Golden cases: a folder of plain files as a project that is built twice, before and after an edit."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.building import compute
from fluxc.commands.inputs import read_inputs
from fluxc.diagnostics import InputError
from fluxc.history.folder import read_folder
from fluxc.model.extension import Extension
from fluxc.project.config import TARGETS, read_config
from fluxc.project.layout import Layout
from fluxc.report.build import build_text
from fluxc.report.diagnostics import diagnostics_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from fluxc.commands.building import Build
    from fluxc.history.migration import History
    from fluxc.model.state import State

    Connection = psycopg.Connection[Any]

CASES: Final = Path(__file__).parent / "cases"
INPUTS: Final = frozenset({"before", "before.yaml", "after", "after.yaml", "fluxc.toml", "answers.toml", "rows.sql"})
_KEPT_WORDS: Final = ("-- decision:", "-- hazard:", "-- label:", "-- reason:", "-- loses:", "-- phase:")


@dataclass(frozen=True)
class Case:
    """One case; its inputs are described in `tests/cases/README.md`."""

    folder: Path

    @property
    def name(self) -> str:
        """Return kind and name, as pytest shows them."""
        return self.folder.relative_to(CASES).as_posix()

    @property
    def kind(self) -> str:
        """Return the folder that the case lies in."""
        return self.folder.parent.name

    @property
    def files(self) -> set[str]:
        """Return what lies in the folder."""
        return {path.name for path in self.folder.iterdir()}

    @property
    def migrates(self) -> bool:
        """Tell whether the edit is one that can be built as it stands."""
        return not self.files & {"questions.txt", "diagnostics.txt"}

    @property
    def target(self) -> int:
        """Return the oldest server that the case is for."""
        return int(tomllib.loads(self.input("fluxc.toml")).get("target", TARGETS[0]))

    @property
    def answers(self) -> Answers:
        """Return what the command line says about the edit."""
        said = tomllib.loads(text) if (text := self.input("answers.toml")) else {}
        return Answers("after", True, said.pop("no_renames", False), tuple(said.pop("drops", ())), **said)

    def input(self, name: str) -> str:
        """Return the text of an input, empty where the case has none."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""


def skip_without(connection: Connection, state: State) -> None:
    """Skip a test of a state with extensions that do not come with the server."""
    there = {str(name) for (name,) in connection.execute("select name from pg_available_extensions").fetchall()}
    if lacking := {item.name for item in state.of(Extension)} - there:
        pytest.skip(f"the server has no extension {', '.join(sorted(lacking))}")


def all_cases() -> list[Case]:
    """Return every case, in the order of their names."""
    return [Case(path) for path in sorted(CASES.glob("*/*/"))]


class Project:
    """A project in a folder of its own, in one of the two states of a case."""

    def __init__(self, root: Path, case: Case) -> None:
        self.case = case
        self.layout = Layout(root)
        root.mkdir(parents=True, exist_ok=True)
        self.layout.config.write_text(case.input("fluxc.toml"), encoding="utf-8")

    def write(self, state: str) -> None:
        """Make ``schema/`` what the case says of ``before`` or ``after``; without a word it is empty."""
        shutil.rmtree(self.layout.schema, ignore_errors=True)
        if (folder := self.case.folder / state).is_dir():
            shutil.copytree(folder, self.layout.schema)
        else:
            self.layout.schema.mkdir()
            (self.layout.schema / "app.yaml").write_text(self.case.input(f"{state}.yaml") or "{}\n", encoding="utf-8")

    def build(self, answers: Answers) -> Build:
        """Build and write; raises InputError, and writes nothing where there are questions."""
        made = compute(self.layout, read_config(self.layout), answers, read_inputs(self.layout))
        for path, text in made.files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")
        return made

    def before(self) -> None:
        """Build the state before the edit and seal it."""
        self.write("before")
        assert not self.build(Answers("before", seal=True)).plan.questions

    def after(self) -> Build:
        """Build the state after the edit and seal it."""
        self.write("after")
        return self.build(self.case.answers)

    def fresh(self) -> Build:
        """Build the state after the edit as if nothing had been there before."""
        self.write("after")
        return self.build(Answers("fresh", seal=True))

    def history(self) -> History:
        """Return the migrations."""
        history, found = read_folder(self.layout.out, self.layout.root)
        assert found == ()
        return history


def outputs(case: Case, root: Path) -> dict[str, str]:
    """Return what a build of the edit says or writes, by the names of the goldens."""
    project = Project(root, case)
    project.before()
    project.write("after")
    try:
        asked = build(project.layout, case.answers._replace(name=None, seal=False), check=True)
    except InputError as error:
        return {"diagnostics.txt": diagnostics_text(error.diagnostics, color=False) + "\n"}
    if asked.questions:
        return {"questions.txt": build_text(asked, check=False) + "\n"}
    project.after()
    return dict(_written(project.layout))


def _written(layout: Layout) -> Iterator[tuple[str, str]]:
    for file in layout.migrations.glob("*_after*.sql"):
        name = file.name.partition("_after")[2].lstrip("_.")
        named = {"sql": "up.sql", "expand.sql": "expand.up.sql", "contract.sql": "contract.up.sql"}
        yield named.get(name, name), _statements(file.read_text(encoding="utf-8"))
    modules = sorted(path for path in layout.models.glob("*.py") if not path.name.startswith("_"))
    texts = [path.read_text(encoding="utf-8") for path in modules]
    if texts:
        yield "models.py", "\n\n".join(texts)


def _statements(text: str) -> str:
    """Return the steps of a migration under those words of its header that depend on nothing but the edit."""
    header, _, rest = text.partition("\n-- step ")
    body = f"-- step {rest}".partition("\n-- delta\n")[0].rstrip("\n") if rest else ""
    words = [line for line in header.splitlines() if line.startswith(_KEPT_WORDS)]
    return "\n".join([*words, *([""] if words and body else []), *([body] if body else [])]) + "\n"
