"""Owners and versions are pulled where somebody asks for them, and kept as they are declared where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.pull import Source, pull
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewDatabase

OWNED = """
create schema app authorization app_owner;
create table app.t (id serial primary key, at timestamptz);
create function app.f(text) returns text language sql as 'select $1';
create type app.mood as enum ('new'); create view app.v as select id from app.t;
alter table app.t owner to app_owner; alter view app.v owner to "an ""odd"" role";
alter function app.f(text) owner to app_owner; alter type app.mood owner to app_owner;
grant select on app.t to app_reader;
create foreign data wrapper w; create server s foreign data wrapper w;
create foreign table app.far (x int) server s; alter foreign table app.far owner to app_owner;
"""
_OWNERS = """
select oid::regclass::text, pg_get_userbyid(relowner) from pg_class where relnamespace = 'app'::regnamespace
union all select oid::regprocedure::text, pg_get_userbyid(proowner) from pg_proc
where pronamespace = 'app'::regnamespace
union all select oid::regtype::text, pg_get_userbyid(typowner) from pg_type where typnamespace = 'app'::regnamespace
union all select nspname, pg_get_userbyid(nspowner) from pg_namespace where nspname = 'app'
"""


def owners(url: str) -> dict[str, str]:
    """Return who owns what in a database."""
    with psycopg.connect(url) as connection:
        return dict(connection.execute(_OWNERS).fetchall())


def test_owners_are_pulled_where_they_are_asked_for(new_database: NewDatabase, tmp_path: Path) -> None:
    """A database that the files make has the same owners; without the option the files keep what they say of them."""
    first, second, layout = new_database(), new_database(), Layout(tmp_path / "project")
    with psycopg.connect(first, autocommit=True) as connection:
        connection.execute(OWNED.encode())
    pull(layout, Source(first, raw=True))
    assert "owner" not in (layout.schema / "app.yaml").read_text()

    asked = Source(first, raw=True, owners=True)
    assert pull(layout, asked).files == ("schema/app.yaml",)
    assert pull(layout, asked).files == ()
    build(layout, Answers("owned", seal=True))
    migrate(second, read_folder(layout.out, layout.root)[0])
    assert owners(second) == owners(first)

    with psycopg.connect(first, autocommit=True) as connection:
        connection.execute("alter table app.t owner to current_user")
    assert pull(layout, Source(first)).files == ()
    assert pull(layout, asked).files == ("schema/app.yaml",)


def test_versions_are_pulled_where_they_are_asked_for(new_database: NewDatabase, tmp_path: Path) -> None:
    """The version of an extension is written, and stays as it is declared where nobody asks for it."""
    url, layout = new_database(), Layout(tmp_path / "project")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("create extension citext version '1.5'")
    pull(layout, Source(url))
    shared = layout.schema / "_shared.yaml"
    assert "1.5" not in shared.read_text()

    assert pull(layout, Source(url, versions=True)).files == ("schema/_shared.yaml",)
    assert "1.5" in shared.read_text()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("alter extension citext update")
    assert pull(layout, Source(url)).files == ()
    assert pull(layout, Source(url, versions=True)).files == ("schema/_shared.yaml",)
