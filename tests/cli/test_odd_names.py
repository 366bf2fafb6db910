"""Names and texts that mean something to SQL, Python or the templates go through the whole chain unharmed."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from tests.cli.program import Folder

COLUMNS = (
    "class",
    "select",
    'we"ird; --',
    "{{ 1 }}",
    "{% raise %}",
    "None",
    "self",
    "%s",
    "a'b",
    "back\\slash",
    "größe",
    "$1",
)
DOC = """it's {{ 7 * 7 }} {% raise %} {# no #} \"\"\" ''' '' $$ $x$ */ /* -- \\ \\n %s ü"""


def yaml_text(text: str) -> str:
    """Return a text in YAML's single quotes."""
    return "'" + text.replace("'", "''") + "'"


def test_every_name_and_text_reaches_the_database(fluxc: Folder, database: str) -> None:
    """Keywords, quotes, template syntax and statement ends are names and comments in the database, nothing else."""
    columns = "\n".join(
        f"      {yaml_text(name)}: {{type: text, nullable: true, doc: {yaml_text(DOC)}}}" for name in COLUMNS
    )
    text = f"""
doc: {yaml_text(DOC)}
tables:
  class:
    doc: {yaml_text(DOC)}
    columns:
      id: bigint primary key
{columns}
      said: "text = 'a;b'"
    indexes:
      - {{on: ['we"ird; --', select]}}
    checks:
      '); drop table x; --': "'a' <> 'b; -- c'"
"""
    fluxc.write("schema/app.yaml", text)
    fluxc("build")
    fluxc("migrate", "--url", database)
    with psycopg.connect(database) as connection:
        found = connection.execute(
            "select attname, col_description(attrelid, attnum) from pg_attribute"
            " where attrelid = 'app.class'::regclass and attnum > 0 order by attnum"
        ).fetchall()
        assert [name for name, _ in found] == ["id", *COLUMNS, "said"]
        assert {doc for name, doc in found if name in COLUMNS} == {DOC}
        row = connection.execute("select obj_description('app.class'::regclass), obj_description('app'::regnamespace)")
        assert row.fetchone() == (DOC, DOC)
        connection.execute("insert into app.class (id) values (1)")
        query = sql.SQL("select said, {} from app.class").format(sql.Identifier('we"ird; --'))
        assert connection.execute(query).fetchone() == ("a;b", None)
    fluxc("rollback", "--url", database, "--yes")


def test_every_name_and_text_is_python(fluxc: Folder) -> None:
    """The generated module compiles, and its docstring is the text as written."""
    fluxc.write(
        "schema/app.yaml",
        f"doc: {yaml_text(DOC)}\ntables:\n  class:\n    doc: {yaml_text(DOC)}\n    columns:\n      class: int\n",
    )
    fluxc("build")
    module = ast.parse(fluxc.tree()["out/models/app.py"])
    assert ast.get_docstring(module, clean=False) == DOC
    (first, *_) = (item for item in module.body if isinstance(item, ast.ClassDef))
    assert ast.get_docstring(first, clean=False) == DOC


def test_a_rename_between_odd_names_keeps_the_rows(fluxc: Folder, database: str) -> None:
    """`was` takes a name that needs quotes, and gives one."""
    fluxc.schema("id: bigint primary key\n'we\"ird; --': text?")
    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("insert into app.users values (1, 'kept')")
    fluxc.schema("id: bigint primary key\n'{{ new }}': {type: text, nullable: true, was: 'we\"ird; --'}")
    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    with psycopg.connect(database) as connection:
        assert connection.execute('select "{{ new }}" from app.users').fetchone() == ("kept",)
