"""A database with tables of several sorts, whose copies files are run in."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, NamedTuple

import psycopg
import pytest
from tests.lint.project import TODAY

from fluxc.lint.sql.check import check_sql
from fluxc.lint.sql.source import Source
from fluxc.project.lint import LintSettings
from fluxc.rehearsal.ground import Ground
from fluxc.rehearsal.run import rehearse

if TYPE_CHECKING:
    from fluxc.lint.check import Linted
    from fluxc.rehearsal.run import Rehearsed
    from fluxc.server.scratch import Scratch

BASE = """
create table users (id bigint primary key, email varchar(50), name text not null, n int, code text unique);
create table orders (id bigint primary key, user_id bigint not null, at timestamp, total numeric(10, 2), note text);
create index orders_at_idx on orders (at);
create unique index by_user on orders (user_id);
create unique index orders_note_key on orders (note);
create materialized view totals as select id, at from orders;
create domain email as text;
create table people (id int, mail email, kept text);
create table visits (id int, at date) partition by range (at);
create table visits_2020 partition of visits for values from ('2020-01-01') to ('2021-01-01');
create table loose (id int, at date check (at is not null and at >= '2030-01-01' and at < '2031-01-01'));
create table other (id int, at date);
create unlogged table events (id int);
create function grow() returns void language plpgsql as 'begin alter table people add column m int; end';
"""


class Ran(NamedTuple):
    """What came of a script: what was said of its text alone, and what behind a run."""

    guessed: Linted
    found: Linted
    rehearsed: Rehearsed

    def lines(self, *, guessed: bool = False) -> set[tuple[int, str]]:
        """Return line and code of what the rules say."""
        diagnostics = (self.guessed if guessed else self.found).diagnostics
        return {(item.span.line if item.span else 0, item.code) for item in diagnostics}

    @property
    def refused(self) -> list[tuple[int, str, str]]:
        """Return line, code and message of what the server said."""
        return [(item.span.line if item.span else 0, item.code, item.message) for item in self.rehearsed.said]


Run = Callable[..., Ran]


@pytest.fixture(scope="package")
def ground(server: Scratch) -> Generator[Ground]:
    """Give the database that copies are made of."""
    with psycopg.connect(server.create("rehearsed"), autocommit=True) as connection:
        connection.execute(BASE.encode())
    yield Ground(server, "rehearsed", with_roles=False)
    server.drop("rehearsed")


@pytest.fixture
def run(ground: Ground) -> Generator[Run]:
    """Give what runs a script in a copy."""
    with ground.aside() as copy:

        def made(text: str, *, wrapped: bool = False, settings: LintSettings | None = None) -> Ran:
            source, chosen = Source("m.sql", text, wrapped), settings or LintSettings()
            rehearsed = rehearse(source, copy)
            found = check_sql([source._replace(outcomes=rehearsed.outcomes)], chosen, TODAY)
            return Ran(check_sql([source], chosen, TODAY), found, rehearsed)

        yield made
