"""Between expand and contract the models of before and those of after both work, and see what the other wrote."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import psycopg
import pytest
from psycopg.errors import UndefinedColumn, UndefinedTable, UniqueViolation

from fluxc.history.folder import read_folder
from fluxc.run.apply import migrate
from fluxc.run.rollback import rollback
from fluxc.run.waiting import Rule
from tests.phases.project import Code, Project

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

USERS: Final = "tables:\n  users:\n    large: true\n    columns:\n      id: bigint primary key identity\n"
PAIR: Final = ("expand", "contract")


class Both(NamedTuple):
    """Code of before and of after, and what applies the contract."""

    old: Code
    new: Code
    contract: Any


@contextmanager
def between(
    root: Path, database: str, before: str, after: str, rows: tuple[str, str] = ("User", "User"), first: str = ""
) -> Generator[Both]:
    """Build both states, put a row in by the statement ``first``, and apply the expand."""
    project = Project(root)
    project.build(before, "before")
    old = project.models(f"old_{root.name}")
    migrate(database, project.history())
    with psycopg.connect(database, autocommit=True) as connection:
        if first:
            connection.execute(first.encode())
        assert project.build(after, "after") == PAIR
        migrated = migrate(database, project.history(), rule=Rule())
        assert migrated.wait is not None
        assert [done.name for done in migrated.applied] == ["0002_after_expand"]
        new = project.models(f"new_{root.name}")
        codes = Code(connection, old, rows[0]), Code(connection, new, rows[1])
        yield Both(*codes, lambda: migrate(database, project.history()))


@pytest.mark.parametrize(
    ("before", "after", "one", "two", "three"),
    [
        ("text unique", "{type: text, unique: true, was: old}", "a", "b", "c"),
        ("text", "{type: text, was: old}", "a", "b", "c"),
        ("text?", "{type: text?, was: old}", "a", None, "b"),
        ("bigint = 7", "{type: bigint, default: 7, was: old}", 1, 7, 3),
        ("json?", "{type: json?, was: old}", {"a": 1}, {"b": [1]}, {}),
        ("boolean?", "{type: boolean?, was: old}", True, False, None),
        ("numeric(5,2)?", "{type: 'numeric(5,2)?', was: old}", 1, 2, 3),
        ("text[]", "{type: 'text[]', was: old}", ["a"], [], ["b", "c"]),
        ("mood", "{type: mood, was: old}", "sad", "ok", "sad"),
    ],
)
def test_a_renamed_column(
    before: str, after: str, one: Any, two: Any, three: Any, tmp_path: Path, database: str
) -> None:
    """Whatever one of them writes, the other reads, and what new code wrote stays behind contract."""
    schema = f"enums: {{mood: [sad, ok]}}\n{USERS}"
    over = "" if "json" in before else "    indexes: [{0}]\n"
    columns = f"{schema}      old: {before}\n{over.format('old')}", f"{schema}      new: {after}\n{over.format('new')}"
    with between(tmp_path, database, *columns) as (old, new, contract):
        kept: dict[int, Any] = {}
        for mine, my, others, their in ((old, "old", new, "new"), (new, "new", old, "old")):
            row = mine.insert(**{my: one})
            assert getattr(others.read(row.id), their) == getattr(row, my)
            for value in (two, three, two):
                row = mine.update(row.id, **{my: value})
                assert getattr(others.read(row.id), their) == getattr(row, my)
            row = others.update(row.id, **{their: three})
            assert getattr(mine.read(row.id), my) == getattr(row, their)
            kept[row.id] = getattr(row, their)
            if "unique" in before:
                with pytest.raises(UniqueViolation):
                    others.insert(**{their: three})
                assert others.insert(unless=their, **{their: three}) is None
                mine.update(row.id, **{my: one + my})
                kept[row.id] = one + my
        contract()
        assert {key: new.read(key).new for key in kept} == kept
        assert new.update(row.id, new=one).new == new.read(row.id).new
        with pytest.raises(UndefinedColumn):
            old.read(row.id)


def test_several_columns_at_once(tmp_path: Path, database: str) -> None:
    """One statement writes some of them, and the defaults of the others hold for both."""
    before = USERS + "      a: text unique\n      b: text?\n      c: integer = 5\n      d: text?\n"
    after = USERS + (
        "      x: {type: text, unique: true, was: a}\n      y: {type: text?, was: b}\n"
        "      z: {type: integer, default: 5, was: c}\n      d: text?\n"
    )
    first = "insert into app.users (a, b, c) values ('early', null, 9)"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        assert (new.read(1).x, new.read(1).y, new.read(1).z) == ("early", None, 9)
        row = old.insert(a="one")
        assert (new.read(row.id).x, new.read(row.id).y, new.read(row.id).z) == ("one", None, 5)
        row = new.insert(x="two", y="more")
        assert (old.read(row.id).a, old.read(row.id).b, old.read(row.id).c) == ("two", "more", 5)
        new.update(row.id, y=None, d="beside")
        old.update(row.id, c=6)
        assert (old.read(row.id).b, new.read(row.id).z, old.read(row.id).d) == (None, 6, "beside")
        contract()
        assert new.read(row.id).model_dump() == {"id": row.id, "x": "two", "y": None, "z": 6, "d": "beside"}


def test_a_key_with_another_name(tmp_path: Path, database: str) -> None:
    """Rows that refer to it go on doing so, whoever wrote them."""
    posts = "  posts:\n    large: true\n    columns:\n      id: bigint primary key\n      "
    before = f"{USERS}      code: text unique\n{posts}user_code: -> users(code) on update cascade\n"
    after = f"{USERS}      handle: {{type: text, unique: true, was: code}}\n{posts}"
    after += "author: {references: {target: users(handle), on_update: cascade}, was: user_code}\n"
    with between(tmp_path, database, before, after) as (old, new, contract):
        users = old.insert(code="a"), new.insert(handle="b")
        texts = Code(old.connection, old.models, "Post"), Code(new.connection, new.models, "Post")
        texts[0].insert(id=1, user_code="b")
        texts[1].insert(id=2, author="a")
        new.update(users[0].id, handle="c")
        old.update(users[1].id, code="d")
        assert (texts[1].read(1).author, texts[0].read(2).user_code) == ("d", "c")
        contract()
        new.update(users[0].id, handle="e")
        assert texts[1].read(2).author == "e"


def test_a_renamed_table(tmp_path: Path, database: str) -> None:
    """New code works on a view of the name to come as if it were the table."""
    columns = "      name: text unique\n      motto: text?\n      level: integer = 3\n"
    after = USERS.replace("users", "people").replace("large", "was: users\n    large") + columns
    first = "insert into app.users (name) values ('early')"
    with between(tmp_path, database, USERS + columns, after, ("User", "Person"), first) as (old, new, contract):
        assert new.read(1).model_dump() == old.read(1).model_dump()
        for mine, others in ((old, new), (new, old)):
            row = mine.insert(name=f"of {mine.row}", motto="x")
            assert others.read(row.id).model_dump() == row.model_dump()
            row = mine.update(row.id, motto=None)
            assert others.read(row.id).model_dump() == row.model_dump()
            assert others.insert(unless="name", name=row.name) is None
        contract()
        assert new.read(row.id).model_dump() == row.model_dump()
        assert new.update(row.id, level=4).level == 4
        with pytest.raises(UndefinedTable):
            old.read(row.id)


def test_other_columns_are_left_alone(tmp_path: Path, database: str) -> None:
    """What a trigger sets at each update it does not set in the rows that are filled, there or on the way back."""
    touched = "      touched: {type: date?, set_on_update: current_date}\n"
    before = f"{USERS}{touched}      a: text\n      page: text?\n"
    after = (
        f"{USERS}{touched}      b: {{type: text, was: a}}\n"
        "      page: {type: text, backfill: b || id}\n      n: {type: text, backfill: page || id}\n"
    )
    first = "insert into app.users (a, page, touched) values ('a', 'p', '2001-01-01')"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        assert new.read(1).model_dump(mode="json") == {
            "id": 1,
            "b": "a",
            "page": "p",
            "n": "p1",
            "touched": "2001-01-01",
        }
        contract()
        rollback(database, read_folder(tmp_path / "out", tmp_path)[0])
        assert str(old.read(1).touched) == str(new.read(1).touched) == "2001-01-01"
        assert str(old.update(1, a="c").touched) > "2026"


def test_required_columns(tmp_path: Path, database: str) -> None:
    """What old code leaves out, or makes null, is filled; what new code gives stays."""
    before = USERS + "      name: text\n      body: text?\n"
    after = USERS + (
        "      name: text\n      body: {type: text, backfill: \"'About ' || name\"}\n"
        "      slug: {type: text, backfill: lower(name)}\n      kind: {type: text, backfill: \"'user'\"}\n"
    )
    first = "insert into app.users (name) values ('Early')"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        told = {"id": 1, "name": "Early", "body": "About Early", "slug": "early", "kind": "user"}
        assert new.read(1).model_dump() == told
        row = new.read(old.insert(name="Old").id)
        assert (row.body, row.slug, row.kind) == ("About Old", "old", "user")
        assert old.update(row.id, body="said").body == "said"
        assert old.update(row.id, body=None).body == "About Old"
        row = new.insert(name="New", body="b", slug="s", kind="k")
        assert old.read(row.id).body == "b"
        contract()
        assert new.read(row.id).model_dump() == row.model_dump()
        with pytest.raises(psycopg.errors.NotNullViolation):
            old.insert(name="Late")


@pytest.mark.parametrize(
    ("before", "after", "one", "two"),
    [
        ("integer = 7", "{type: bigint, default: 7}", 1, 2),
        ("smallint?", "{type: bigint, nullable: true}", 1, None),
        ("text", "{type: varchar(9)}", "a", "b"),
        ("numeric(5,2)", "{type: 'numeric(12,4)'}", 1, 2),
        ("integer[]", "{type: 'bigint[]'}", [1], [2, 3]),
        ("json?", "{type: jsonb, nullable: true}", {"a": 1}, {"b": [1]}),
    ],
)
def test_another_type(before: str, after: str, one: Any, two: Any, tmp_path: Path, database: str) -> None:
    """The column is one and the same for both, as long as its values are of either type."""
    over = "" if "json" in before else "    indexes: [held]\n"
    one_table, other = (f"{USERS}      held: {text}\n{over}" for text in (before, after))
    with between(tmp_path, database, one_table, other) as (old, new, contract):
        kept: dict[int, Any] = {}
        for mine, others in ((old, new), (new, old)):
            row = mine.insert(held=one)
            assert others.read(row.id).held == row.held
            row = mine.update(row.id, held=two)
            assert others.read(row.id).held == row.held
            kept[row.id] = others.update(row.id, held=one).held
        contract()
        assert {key: new.read(key).held for key in kept} == kept
        assert new.read(new.insert(held=two).id).held == two


def test_wider_keys(tmp_path: Path, database: str) -> None:
    """A key counts on, and so do those that refer to it; what is too large for the old type comes with contract."""
    posts = "  posts:\n    large: true\n    columns:\n      id: {0}\n      user_id: -> users on delete cascade\n"
    before = USERS.replace("bigint", "integer") + "      name: text\n" + posts.format("serial primary key")
    after = USERS + "      name: text\n" + posts.format("bigserial primary key")
    first = "insert into app.users (name) values ('early'); insert into app.posts (user_id) values (1)"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        texts = Code(old.connection, old.models, "Post"), Code(new.connection, new.models, "Post")
        keys = [old.insert(name="a").id, new.insert(name="b").id]
        assert keys == [2, 3]
        assert [texts[0].insert(user_id=3).id, texts[1].insert(user_id=2).id] == [2, 3]
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            texts[0].insert(user_id=9)
        with pytest.raises(psycopg.errors.NumericValueOutOfRange):
            texts[1].insert(id=3_000_000_000, user_id=1)
        contract()
        assert texts[1].insert(id=3_000_000_000, user_id=1).id == 3_000_000_000
        assert new.insert(name="c").id == 4
        old.connection.execute("delete from app.users where id = 1")
        assert [texts[1].read(key) for key in (1, 3_000_000_000)] == [None, None]


def test_columns_that_become_one(tmp_path: Path, database: str) -> None:
    """Either side is told by the other, and what one of them writes is not undone by that."""
    before = USERS + "      first: text\n      last: text?\n"
    after = USERS + (
        "      name:\n        type: text\n        was:\n          made_of: first || coalesce(' ' || last, '')\n"
        "          back: {first: \"split_part(name, ' ', 1)\", last: \"nullif(split_part(name, ' ', 2), '')\"}\n"
    )
    first = "insert into app.users (first, last) values ('Ada', 'Lovelace')"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        assert new.read(1).name == "Ada Lovelace"
        row = old.insert(first="Plato")
        assert new.read(row.id).name == "Plato"
        row = new.insert(name="Mary Sue Ann")
        assert (old.read(row.id).first, old.read(row.id).last) == ("Mary", "Sue")
        assert new.read(row.id).name == "Mary Sue Ann"
        assert old.update(row.id, last="Shelley").last == "Shelley"
        assert new.read(row.id).name == "Mary Shelley"
        new.update(1, name="Grace Hopper")
        assert (old.read(1).first, old.read(1).last) == ("Grace", "Hopper")
        contract()
        assert [new.read(key).name for key in (1, row.id)] == ["Grace Hopper", "Mary Shelley"]


def test_an_enum_without_a_value(tmp_path: Path, database: str) -> None:
    """Old code may write the value that goes, and reads what takes its place; new code never sees it."""
    moods = "enums:\n  mood: {0}\n" + USERS + "      mood: mood = 'ok'\n    indexes: [mood]\n"
    before = moods.format("[sad, blue, ok]")
    after = moods.format("{values: [sad, ok], removed: {blue: sad}}")
    first = "insert into app.users (mood) values ('blue'), ('ok')"
    with between(tmp_path, database, before, after, first=first) as (old, new, contract):
        assert [new.read(key).mood for key in (1, 2)] == ["sad", "ok"]
        row = old.insert(mood="blue")
        assert (row.mood, new.read(row.id).mood) == ("sad", "sad")
        assert old.update(2, mood="blue").mood == "sad"
        assert new.update(2, mood="ok").mood == "ok"
        contract()
        assert [new.read(key).mood for key in (1, 2, row.id)] == ["sad", "ok", "sad"]
        assert new.insert().mood == "ok"
        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            old.insert(mood="blue")


def test_columns_are_split(tmp_path: Path, database: str) -> None:
    """Each code has its own columns of the same."""
    before = f"{USERS}      whole: text\n"
    after = (
        f"{USERS}      first: {{type: text, was: {{made_of: \"split_part(whole, ' ', 1)\", "
        "back: {whole: \"first || ' ' || last\"}}}\n"
        "      last: {type: text, was: {made_of: \"split_part(whole, ' ', 2)\"}}\n"
    )
    with between(tmp_path, database, before, after, first="insert into app.users (whole) values ('A B')") as both:
        old, new, contract = both
        assert (new.read(1).first, new.read(1).last) == ("A", "B")
        row = old.insert(whole="C D")
        assert (new.read(row.id).first, new.read(row.id).last) == ("C", "D")
        old.update(row.id, whole="E F")
        assert (new.read(row.id).first, new.read(row.id).last) == ("E", "F")
        new.update(row.id, last="G")
        assert old.read(row.id).whole == "E G"
        assert old.read(new.insert(first="H", last="I").id).whole == "H I"
        contract()
        assert (new.read(row.id).first, new.read(row.id).last) == ("E", "G")
