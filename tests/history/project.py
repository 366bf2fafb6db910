"""Writing migrations for tests, the way a build does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxc.history.folder import read_folder
from fluxc.history.seal import seal, stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxc.history.migration import History, Migration


@dataclass(frozen=True)
class Down:
    """The way back of a test's migration: SQL by the number of the step it undoes."""

    undo: dict[int, str]
    label: str = "exact"
    reasons: tuple[str, ...] = ()
    loses: tuple[tuple[str, ...], ...] = ()
    hazards: tuple[str, ...] = ()


def steps_text(bodies: Sequence[tuple[str, str]], lock_timeout: str, statement_timeout: str = "0") -> str:
    """Return steps as a file holds them: pairs of the mark's own words and statements.

    Statements below a line that says when they are done run outside a transaction.
    """
    return "".join(
        f"-- step {number}: {words}no transaction, lock_timeout 0, statement_timeout 0\n{body.strip()}\n\n"
        if body.startswith("-- done when: ")
        else f"-- step {number}: {words}transaction, "
        f"lock_timeout {lock_timeout}, statement_timeout {statement_timeout}\n"
        f"begin;\nset local lock_timeout = '{lock_timeout}';\nset local statement_timeout = '{statement_timeout}';\n"
        f"set local search_path = public;\n\n{body.strip()}\n\ncommit;\n\n"
        for number, (words, body) in enumerate(bodies, 1)
    )


def up_text(
    name: str,
    steps: Sequence[str],
    parent: str | None = None,
    *,
    delta: str = "",
    target: int = 14,
    lock_timeout: str = "5s",
    statement_timeout: str = "0",
    extra: str = "",
) -> str:
    """Return a pending migration with empty id and checksum lines, to be stamped."""
    body = steps_text([("", body) for body in steps], lock_timeout, statement_timeout)
    return (
        f"-- fluxc migration {name}\n-- id: \n-- parent: {parent or 'none'}\n-- state: pending\n-- target: {target}\n"
        f"-- fluxc: 0.1.0\n{extra}-- checksum: \n\n{body}"
        f"-- delta\n{delta}"
    )


def down_text(name: str, down: Down) -> str:
    """Return a down with empty id and checksum lines."""
    lines = [f"-- reason: {reason}\n" for reason in down.reasons]
    lines += [f"-- loses: {json.dumps(loss)}\n" for loss in down.loses]
    lines += [f"-- hazard: {hazard}\n" for hazard in down.hazards]
    bodies = [(f"undoes {number}, ", body) for number, body in down.undo.items()]
    header = f"-- fluxc down {name}\n-- id: \n-- label: {down.label}\n{''.join(lines)}-- checksum: \n\n"
    return header + steps_text(bodies, "5s")


@dataclass
class Project:
    """A project folder with migrations, each added on top of the one added before."""

    root: Path
    parent: str | None = None
    number: int = 0
    names: list[str] = field(default_factory=list[str])

    @property
    def out(self) -> Path:
        """The folder that the compiler writes."""
        return self.root / "out"

    def file(self, name: str) -> Path:
        """Return the path of a file of the migrations folder."""
        return self.out / "migrations" / name

    def add(
        self,
        words: str,
        *steps: str,
        down: Down | None = None,
        sealed: bool = True,
        delta: str = "",
        target: int = 14,
        lock_timeout: str = "5s",
        statement_timeout: str = "0",
        parent: str | None = None,
        number: int = 0,
    ) -> str:
        """Write one more migration with its down, and return its id."""
        self.number = number or self.number + 1
        name = f"{self.number:04}_{words}"
        back = down or Down(dict.fromkeys(range(len(steps), 0, -1), "select 1;"))
        up = up_text(
            name,
            steps,
            parent or self.parent,
            delta=delta,
            target=target,
            lock_timeout=lock_timeout,
            statement_timeout=statement_timeout,
        )
        up, down_file = stamp(up, down_text(name, back))
        self.file(name).parent.mkdir(parents=True, exist_ok=True)
        self.file(f"{name}.sql").write_text(seal(up) if sealed else up)
        self.file(f"{name}.down.sql").write_text(down_file)
        self.names.append(name)
        self.parent = up.split("-- id: ")[1].split("\n")[0]
        return self.parent

    def table(self, name: str, *, sealed: bool = True) -> str:
        """Write a migration that makes one table, with an exact down that loses its rows."""
        down = Down({1: f"drop table {name};"}, loses=(("public", name),))
        return self.add(f"add_{name}", f"create table public.{name} (id bigint);", down=down, sealed=sealed)

    def remove(self, name: str) -> None:
        """Delete a migration and its down."""
        self.file(f"{name}.sql").unlink()
        self.file(f"{name}.down.sql").unlink()
        self.names.remove(name)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace text in a file of the migrations folder."""
        text = self.file(file).read_text()
        assert old in text
        self.file(file).write_text(text.replace(old, new, 1))

    def problems(self) -> dict[str, str]:
        """Return what reading the folder finds, code to message and cure."""
        return {found.code: f"{found.message}\n{found.help}" for found in read_folder(self.out, self.root)[1]}

    def history(self) -> History:
        """Return the folder as it is, not verified, as the runner reads it."""
        history, problems = read_folder(self.out, self.root, verify=False)
        assert not problems, problems
        return history

    def last(self) -> Migration:
        """Return the last migration of the chain."""
        return self.history().migrations[-1]
