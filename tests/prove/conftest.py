"""A project of two sealed migrations whose files a test may spoil, and its proof on the test's server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.history.folder import read_folder
from fluxc.history.seal import stamp
from fluxc.project.layout import Layout
from fluxc.prove.bases import Bases
from fluxc.prove.nothing import states
from fluxc.prove.prover import Prover
from fluxc.render.environment import environment

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.prove.proof import Proof
    from fluxc.server.scratch import Scratch

BEFORE = """
grants: {app_reader: usage}
enums:
  state: [draft, sent]
tables:
  users:
    columns:
      id: bigint identity
      name: varchar(40)
    checks: [name <> '']
"""
AFTER = """
grants: {app_reader: usage}
enums:
  state: [draft, sent]
tables:
  users:
    doc: People who may log in.
    grants: {app_reader: select}
    columns:
      id: bigint identity
      name: varchar(40)
      age: integer?
      height: integer?
    checks: [name <> '']
    indexes: [age]
"""


@dataclass
class Bench:
    """A project in a folder, and the server on which it is proved."""

    layout: Layout
    server: Scratch

    def write(self, text: str, name: str) -> None:
        """Make the one domain say this, and build and seal a migration of this name."""
        (self.layout.schema / "app.yaml").write_text(text, encoding="utf-8")
        assert build(self.layout, Answers(name, seal=True)).migrations

    def spoil(self, name: str, old: str, new: str, *, down: bool = False) -> None:
        """Put other words into a migration, and have its checksums say that this is how it was made."""
        up_path, down_path = (self.layout.migrations / f"{name}{end}" for end in (".sql", ".down.sql"))
        texts = [path.read_text(encoding="utf-8") for path in (up_path, down_path)]
        assert texts[down].count(old) == 1, texts[down]
        self._put(up_path, down_path, [text.replace(old, new) if at == down else text for at, text in enumerate(texts)])

    def swap(self, name: str, one: str, other: str) -> None:
        """Put two words of a migration into each other's place."""
        up_path, down_path = (self.layout.migrations / f"{name}{end}" for end in (".sql", ".down.sql"))
        up, down = (path.read_text(encoding="utf-8") for path in (up_path, down_path))
        self._put(up_path, down_path, [up.replace(one, "\0").replace(other, one).replace("\0", other), down])

    def _put(self, up_path: Path, down_path: Path, texts: list[str]) -> None:
        for path, text in zip((up_path, down_path), stamp(*texts), strict=True):
            path.write_text(text, encoding="utf-8")

    def proofs(self) -> list[Proof]:
        """Prove all migrations, as far as they can be applied."""
        history, findings = read_folder(self.layout.out, self.layout.root)
        assert findings == ()
        found: list[Proof] = []
        with Bases(self.server, history.migrations) as bases, Prover(bases, environment(self.layout.root)) as prover:
            for number, (before, after) in enumerate(states(history)):
                found.append(prover.prove(number, before, after))
                if not found[-1].applied:
                    break
        return found

    def last(self) -> tuple[list[str], list[str]]:
        """Prove all; return what holds of the last migration tried, and what is wrong with it."""
        proof = self.proofs()[-1]
        return [str(truth) for truth in proof.truths], [f"{item.code}: {item.message}" for item in proof.findings]


@pytest.fixture
def empty(tmp_path: Path, server: Scratch) -> Bench:
    """Give a project without migrations."""
    layout = Layout(tmp_path)
    layout.config.write_text("target = 14\n", encoding="utf-8")
    layout.schema.mkdir()
    return Bench(layout, server)


@pytest.fixture
def bench(empty: Bench) -> Bench:
    """Give a project of two migrations."""
    empty.write(BEFORE, "first")
    empty.write(AFTER, "second")
    return empty
