"""``fluxc lint --run``: in which order files are run, from what they begin, and what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.commands.sql_paths import sql_files, up_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Folder

    from fluxc.server.scratch import Scratch

FREE = "set lock_timeout = '5s';\nalter table users alter column email type varchar(80);\n"
SCHEMA = "id: bigint primary key identity\nname: varchar(40)"


def test_a_folder_is_run_in_order_with_its_ways_back(empty: Folder, server: Scratch) -> None:
    """2 comes before 10, a way back is run on a copy behind its file, and the database is gone afterwards."""
    empty.write("m/1_users.up.sql", "create table users (id bigint primary key, email varchar(50), n int);")
    empty.write("m/1_users.down.sql", "drop table users;")
    empty.write("m/2_free.up.sql", FREE)
    empty.write("m/2_free.down.sql", "set lock_timeout = 1;\nalter table users alter column email type varchar(50);")
    empty.write("m/10_block.up.sql", "set lock_timeout = 1;\ndo $$ begin alter table users alter n type int8; end $$;")
    before = server.names()
    ran = empty("lint", "m", "--run", "--scratch-url", server.url(), "--json")
    told = [(item["code"], item["file"], item["line"]) for item in ran.json["diagnostics"]]
    assert told == [
        ("rewriting-type-change", "m/10_block.up.sql", 2),
        ("missing-lock-timeout", "m/1_users.down.sql", 1),
        ("dropped-table", "m/1_users.down.sql", 1),
        ("rewriting-type-change", "m/2_free.down.sql", 2),
    ]
    assert (ran.json["ran"]["server"], ran.json["ran"]["statements"]) == (server.major, 8)
    (block,) = (item for item in ran.json["ran"]["measured"] if item["file"] == "m/10_block.up.sql")
    assert block["locks"] == [{"kind": "table", "name": "public.users", "mode": "ACCESS EXCLUSIVE"}]
    assert (block["line"], block["rewrites"], block["waits"]) == (2, ["public.users"], False)
    assert server.names() == before


def test_without_a_project_it_begins_from_nothing(
    empty: Folder, monkeypatch: pytest.MonkeyPatch, server: Scratch
) -> None:
    """On a server of its own, never that of DATABASE_URL; what is refused is an error."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@192.0.2.1/nothing")
    empty.write("a.sql", FREE)
    ran = empty("lint", "a.sql", "--run", code=1)
    assert (
        f'error[refused-statement]: PostgreSQL {server.major} refuses this: relation "users" does not exist' in ran.out
    )
    assert "--> a.sql:2:1" in ran.out
    assert ran.out.endswith(f"✗ Linted 2 statements, ran 1 on PostgreSQL {server.major}: 1 error, 1 warning\n")
    assert empty("lint", "a.sql").out.endswith("! Linted 2 statements: 1 warning\n")


def test_a_project_begins_where_its_migrations_lead(fluxc: Folder) -> None:
    """Files begin behind what is sealed, and a migration of the project behind those before it."""
    fluxc.schema(SCHEMA)
    fluxc("build", "--name", "first")
    fluxc.write("a.sql", "set lock_timeout = 1;\nalter table app.users alter name type varchar(80);\n")
    assert "nothing found" in fluxc("lint", "a.sql", "--run").out  # behind the pending one, where none is sealed
    fluxc("seal")
    fluxc.schema(SCHEMA + "\nage: int?")
    fluxc("build", "--name", "second")
    own = sorted(str(path.relative_to(fluxc.root)) for path in fluxc.root.glob("out/migrations/*.sql"))
    fluxc.write("b.sql", "set lock_timeout = 1;\nalter table app.users drop column age;\n")
    ran = fluxc("lint", "a.sql", "b.sql", *own, "--run", "--json", code=1)
    errors = [(item["code"], item["file"]) for item in ran.json["diagnostics"] if item["severity"] == "error"]
    assert errors == [("refused-statement", "b.sql")]
    assert {item["file"] for item in ran.json["ran"]["measured"]} == {"a.sql", *own[2:], own[0]}


def test_it_is_for_files_of_sql(fluxc: Folder) -> None:
    """Neither a schema nor a server alone can be run."""
    fluxc.write("a.sql", FREE)
    assert "--run is for files of SQL" in fluxc("lint", "--run", code=2).err
    assert "--scratch-url is for files of SQL" in fluxc("lint", "a.sql", "--scratch-url", "x", code=2).err


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["1.sql", "2.sql", "10.sql"], {}),
        (["000001_a.up.sql", "000001_a.down.sql"], {"000001_a.down.sql": "000001_a.up.sql"}),
        (["0001_a.sql", "0001_a.down.sql"], {"0001_a.down.sql": "0001_a.sql"}),
        (["20_a/up.sql", "20_a/down.sql"], {"20_a/down.sql": "20_a/up.sql"}),
        (["V2__b.sql", "V10__c.sql", "U2__b.sql", "R__views.sql"], {"U2__b.sql": "V2__b.sql"}),
        (["1_shut_down.sql", "2_countdown.sql", "down.sql"], {}),
    ],
)
def test_names_tell_order_and_ways_back(names: list[str], pairs: dict[str, str], tmp_path: Path) -> None:
    """Those of the tools that people use; a way back without its file is a file like others."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    files = sql_files(tmp_path)
    ups = {path: up_of(path, files) for path in files}
    assert {str(a.relative_to(tmp_path)): str(b.relative_to(tmp_path)) for a, b in ups.items() if b} == pairs
    first = [str(path.relative_to(tmp_path)) for path in files if ups[path] is None]
    assert first == [name for name in names if name not in pairs]
