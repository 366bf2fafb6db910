"""What single things of a database are in a state, and what a state cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.inspect import read, read_both, read_state
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Exclusion, ForeignKey, PrimaryKey
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index, IndexPart
from fluxc.model.member_copy import MemberCopy
from fluxc.model.privileges import Grant, Privileges
from fluxc.model.sequence import Sequence, SequenceOptions
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, View

from .conftest import run

if TYPE_CHECKING:
    from fluxc.inspect import Reading

    from .conftest import Connect

PLACE = ("public", "t")


def column(definition: str, connect: Connect, more: str = "") -> Column:
    """Return the column ``x`` of a table that is made with this definition."""
    found = read_state(connect(f"create type mood as enum ('new'); create table t (x {definition}); {more}"))
    assert found.unsaid == ()
    item = found.state.objects[Key("column", (*PLACE, "x"))]
    assert isinstance(item, Column)
    return item


def index(on: str, connect: Connect, column_type: str = "text") -> Index:
    """Return an index of a table with a column ``x``."""
    statements = f"create extension pg_trgm; create table t (x {column_type}, y int); create index i on t {on}"
    (item,) = read_state(connect(statements)).state.of(Index)
    return item


DEFAULTS = {
    "a string": ("text default 'a'", "'a'"),
    "a string of a length": ("varchar(9) default 'it''s'", "'it''s'"),
    "a string of lines": ("text default E'it''s\\n\\tone\\\\two'", "E'it''s\\n\\tone\\\\two'"),
    "a string with what nobody sees": (
        "text default U&'a\\200d\\+01f469\\+0e0001'",
        "E'a\\u200d\U0001f469\\U000e0001'",
    ),
    "a padded string": ("char(3) default 'abc'", "'abc'"),
    "a number": ("bigint default 7", "7"),
    "a negative number": ("bigint default -7", "-7"),
    "a negative fraction": ("numeric(5, 2) default -0.5", "-0.5"),
    "a negative number of another type": ("smallint default '-7'", "'-7'"),
    "bits": ("bit(3) default b'101'", "'101'"),
    "an array": ("text[] default '{}'", "'{}'"),
    "JSON": ("jsonb default '{}'", "'{}'"),
    "a value of an enum": ("mood default 'new'", "'new'"),
    "values of an enum": ("mood[] default '{new}'", "'{new}'"),
    "a moment": ("timestamptz default '2020-01-01 00:00+00'", "'2020-01-01 00:00:00+00'"),
    "a cast to another type": ("text default '1'::integer", "1"),
    "a call": ("timestamptz default now()", "now()"),
    "a sum": ("timestamptz default now() + '1 day'", "now() + '1 day'::interval"),
    "what needs its brackets": ("timestamp default (now() at time zone 'utc')", "(now() at time zone 'utc'::text)"),
    "a condition": ("boolean default (1 = 2 and true)", "((1 = 2) and true)"),
}


@pytest.mark.parametrize(("definition", "text"), DEFAULTS.values(), ids=DEFAULTS.keys())
def test_defaults(connect: Connect, definition: str, text: str) -> None:
    """A default is said as shortly as the server understands it for what it is."""
    found = column(definition, connect)
    assert found.default == text
    again = connect(f"create type mood as enum ('new'); create table t (x {found.type} default {found.default})")
    there = read_state(again).state.objects[found.key]
    assert there.model_copy(update={"default": None}) == found.model_copy(update={"default": None})
    assert isinstance(there, Column)
    assert there.default == text


TYPES = {
    "numeric(12,2)": "numeric(12,2)",
    "numeric(5,0)": "decimal(5)",
    "timestamp(3) with time zone": "timestamptz(3)",
    "time without time zone": "time",
    "character(1)": "char",
    "bpchar": "bpchar",
    '"char"': '"char"',
    "bit(1)": "bit",
    "interval day to second(2)": "interval day to second(2)",
    "interval(1)": "interval(1)",
    "text[]": "text[][]",
    "int4multirange": "int4multirange",
    "public.mood[]": "mood[]",
}


@pytest.mark.parametrize(("text", "written"), TYPES.items(), ids=TYPES.keys())
def test_types(connect: Connect, text: str, written: str) -> None:
    """A type is spelled canonically."""
    assert column(written, connect).type == text


def test_serial(connect: Connect) -> None:
    """A column with a sequence of its own is a serial one, and the sequence is no object."""
    found = read_state(connect('create table t (x bigserial); create table "q""%\\s" ("a\\b" smallserial)'))
    assert [item.serial for item in found.state.of(Column)] == [True, True]
    assert [item.default for item in found.state.of(Column)] == [None, None]
    assert (found.state.of(Sequence), found.unsaid) == ([], ())


ODD_SERIALS = {
    "another name": "alter sequence t_x_seq rename to other",
    "another type": "alter sequence t_x_seq as bigint",
    "other steps": "alter sequence t_x_seq increment by 5",
    "a comment": "comment on sequence t_x_seq is 'counts'",
    "null is taken": "alter table t alter x drop not null",
    "another default": "alter table t alter x set default nextval('t_x_seq') + 1",
    "no default": "alter table t alter x drop default",
    "another namespace of the table": "create schema s; alter table t set schema s; alter table s.t set schema public;"
    "alter sequence t_x_seq owned by none; alter sequence t_x_seq set schema s; alter sequence s.t_x_seq restart",
    "two sequences": "create sequence more owned by t.x",
    "two in one default": "create sequence more owned by t.x; alter table t alter x set default"
    " nextval('t_x_seq') + nextval('more')",
}


@pytest.mark.parametrize("alteration", ODD_SERIALS.values(), ids=ODD_SERIALS.keys())
def test_serials_that_are_none(connect: Connect, alteration: str) -> None:
    """What differs from a serial column is an ordinary column and a sequence that says who owns it."""
    connection = connect(f"create table t (x serial); {alteration}")
    catalogue, found = read_both(connection)
    assert catalogue == read(connection)
    (item,) = found.state.of(Column)
    sequences = found.state.of(Sequence)
    owned = [sequence for sequence in sequences if sequence.owned_by == item.key.path]
    assert found.unsaid == ()
    if alteration == ODD_SERIALS["two sequences"]:
        assert (item.serial, item.default, [each.name for each in sequences]) == (True, None, ["more"])
    else:
        assert not item.serial
        assert sequences
    assert len(owned) == len([key for key in catalogue.objects.values() if "owned by" in key]) - item.serial


def test_what_others_draw_from_is_told(connect: Connect) -> None:
    """A serial column from whose sequence another one draws is told apart from it; so is one with privileges."""
    found = read_state(connect("create table t (x serial); create table u (x bigint default nextval('t_x_seq'))"))
    (item,) = found.state.of(Sequence)
    assert (item.key.path, item.owned_by, item.type) == (("public", "t_x_seq"), (*PLACE, "x"), "integer")
    assert [column.serial for column in found.state.of(Column)] == [False, False]
    held = read_state(connect("create table t (x serial); grant usage on sequence t_x_seq to public")).state
    assert [sequence.owned_by for sequence in held.of(Sequence)] == [(*PLACE, "x")]


def test_how_sequences_are_kept(connect: Connect) -> None:
    """The sequence of an unlogged table is unlogged as well, which goes without saying for that of a serial column."""
    made = "create unlogged table t (x serial, y serial, z int); alter sequence t_y_seq set logged;"
    found = read_state(connect(f"{made} create unlogged sequence free; create sequence kept owned by t.z"))
    assert {item.name: item.unlogged for item in found.state.of(Sequence)} == {
        "free": True,
        "kept": False,
        "t_y_seq": False,
    }
    assert [item.serial for item in found.state.of(Column)] == [True, False, False]


OPTIONS: dict[str, tuple[str, dict[str, object]]] = {
    "nothing": ("", {}),
    "unlogged": ("alter table t set unlogged", {"unlogged": True}),
    "row security": ("alter table t enable row level security", {"row_security": True}),
    "row security that is forced": ("alter table t force row level security", {"row_security_forced": True}),
    "no identity for replicas": ("alter table t replica identity nothing", {"replica_identity": "nothing"}),
    "the whole row for replicas": ("alter table t replica identity full", {"replica_identity": "full"}),
    "parents": (
        "create schema s; create table s.p (); create table q (); alter table t inherit s.p; alter table t inherit q",
        {"inherits": (("s", "p"), ("public", "q"))},
    ),
}


@pytest.mark.parametrize(("alteration", "said"), OPTIONS.values(), ids=OPTIONS.keys())
def test_what_a_table_says(connect: Connect, alteration: str, said: dict[str, object]) -> None:
    """A table says what is not the usual way."""
    found = read_state(connect(f"create table t (); {alteration}"))
    assert found.unsaid == ()
    table = found.state.objects[Key("table", PLACE)]
    assert table == Table.model_validate({"place": PLACE[:1], "name": PLACE[1], **said})


def test_another_access_method(connect: Connect) -> None:
    """The access method of a table or a materialized view is said where it is not the usual one."""
    made = "create access method pile type table handler heap_tableam_handler; create table t () using pile;"
    state = read_state(connect(f"{made} create materialized view m using pile as select 1 as x")).state
    assert [item.method for item in state.of(Table)] == ["pile"]
    assert [item.method for item in state.of(MaterializedView)] == ["pile"]


def test_what_replicas_tell_rows_apart_by(connect: Connect) -> None:
    """An index, and a constraint by its index, is marked."""
    made = "create table t (x int primary key); create table u (x int not null); create unique index i on u (x);"
    connection = connect(f"{made} alter table t replica identity using index t_pkey")
    run(connection, "alter table u replica identity using index i")
    found = read_state(connection)
    assert found.unsaid == ()
    assert [item.identifying for item in found.state.of(PrimaryKey)] == [True]
    assert [item.identifying for item in found.state.of(Index)] == [True]


PARENT = "create table p (x int not null, y text default 'a', check (x > 0)); create table t (z int) inherits (p);"
CHILDREN: dict[str, tuple[str, dict[str, dict[str, object]]]] = {
    "nothing of its own": ("", {}),
    "another default": ("alter table only t alter y set default 'b'", {"y": {"default": "'b'", "nullable": True}}),
    "no default": ("alter table only t alter y drop default", {"y": {"default": None, "nullable": True}}),
    "null is not taken": ("alter table t alter y set not null", {"y": {"default": "'a'", "nullable": False}}),
    "a comment": (
        "comment on column t.y is 'why'",
        {"y": {"default": "'a'", "nullable": True, "doc": "why"}},
    ),
    "how it is stored": (
        "alter table t alter y set storage external",
        {"y": {"default": "'a'", "nullable": True, "storage": "external"}},
    ),
}


@pytest.mark.parametrize(("alteration", "own"), CHILDREN.values(), ids=CHILDREN.keys())
def test_inherited_columns(connect: Connect, alteration: str, own: dict[str, dict[str, object]]) -> None:
    """What a table has from its parents is left out, unless more is said of it there."""
    found = read_state(connect(f"{PARENT} {alteration}"))
    assert found.unsaid == ()
    assert [item.place[-1] for item in found.state.of(Check)] == ["p"]
    columns = {item.name: item for item in found.state.members(PLACE, Column)}
    assert columns.pop("z") == Column(place=PLACE, name="z", type="integer", nullable=True)
    assert columns == {
        name: Column.model_validate({"place": PLACE, "name": name, "type": "text", **said})
        for name, said in own.items()
    }


def test_sequences_without_their_owners(connect: Connect) -> None:
    """A sequence whose owner cannot be said is in the state, and that it has one is what cannot be said."""
    made = "create table t (x int, y information_schema.sql_identifier); create sequence s owned by t.y"
    found = read_state(connect(made))
    assert [item.owned_by for item in found.state.of(Sequence)] == [()]
    assert [item.text for item in found.unsaid] == ["column public.t.y", "sequence public.s: owned by public.t.y"]
    assert found.unsaid[1].definition == "alter sequence public.s owned by public.t.y;"


def test_an_identity(connect: Connect) -> None:
    """An identity has its options where they are not the server's choice, and its sequence a name where it is odd."""
    plain = column("integer generated by default as identity", connect)
    assert (plain.identity, plain.counting, plain.sequence_name, plain.nullable) == ("by default", None, None, False)
    odd = column("bigint generated always as identity (sequence name odd start 5 cycle)", connect)
    assert (odd.identity, odd.counting, odd.sequence_name) == ("always", SequenceOptions(start=5, cycle=True), "odd")
    down = column("smallint generated always as identity (increment -2 minvalue -9)", connect)
    assert down.counting == SequenceOptions(increment=-2, minimum=-9)


def test_a_sequence(connect: Connect) -> None:
    """A free sequence has what is not the server's choice."""
    found = read_state(connect("create sequence a; create sequence b as integer increment -1 maxvalue 5 cache 9"))
    a, b = found.state.of(Sequence)
    assert (a.type, a.counting) == ("bigint", None)
    assert (b.type, b.counting) == ("integer", SequenceOptions(increment=-1, maximum=5, cache=9))


COLUMNS: dict[str, tuple[str, dict[str, str]]] = {
    "nothing": ("text", {}),
    "a collation": ('text collate "C"', {"collation": '"C"'}),
    "the collation of the database": ('text collate "default"', {}),
    "a collation of the project": ("text collate own", {"collation": "public.own"}),
    "storage": ("text; alter table t alter x set storage external", {"storage": "external"}),
    "the storage of the type": ("text; alter table t alter x set storage extended", {}),
    "compression": ("text compression pglz", {"compression": "pglz"}),
    "a generated value": ("text generated always as (('a' || 'b')) stored", {"generated": "'a'::text || 'b'::text"}),
}


@pytest.mark.parametrize(("definition", "said"), COLUMNS.values(), ids=COLUMNS.keys())
def test_what_a_column_says(connect: Connect, definition: str, said: dict[str, str]) -> None:
    """A column says what is not its type's way."""
    column, semicolon, alteration = definition.partition(";")
    connection = connect(
        f"create collation own (provider = libc, locale = 'C'); create table t (x {column}){semicolon}{alteration}"
    )
    (item,) = read_state(connection).state.of(Column)
    assert item == Column.model_validate({"place": PLACE, "name": "x", "type": "text", "nullable": True, **said})


PARTS: dict[str, tuple[str, dict[str, str | bool]]] = {
    "a column": ("(x)", {}),
    "descending": ("(x desc)", {"descending": True}),
    "nulls where they stand anyway": ("(x desc nulls first)", {"descending": True}),
    "nulls last": ("(x desc nulls last)", {"descending": True, "nulls": "last"}),
    "nulls first": ("(x nulls first)", {"nulls": "first"}),
    "the type's class": ("(x text_ops)", {}),
    "another class": ("(x text_pattern_ops)", {"opclass": "text_pattern_ops"}),
    "a class of an extension": ("using gin (x gin_trgm_ops)", {"opclass": "gin_trgm_ops"}),
    "a class with options": ("using gist (x gist_trgm_ops (siglen = 32))", {"opclass": "gist_trgm_ops(siglen='32')"}),
    "the column's collation": ('(x collate "default")', {}),
    "another collation": ('(x collate "C")', {"collation": '"C"'}),
}


@pytest.mark.parametrize(("on", "said"), PARTS.values(), ids=PARTS.keys())
def test_parts_of_indexes(connect: Connect, on: str, said: dict[str, str | bool]) -> None:
    """A part of an index says what is not its column's way."""
    assert index(on, connect).parts == (IndexPart.model_validate({"column": "x", **said}),)


CLASSES: dict[str, tuple[str, str, str | None]] = {
    "a string of a length": ("varchar(9)", "x", None),
    "a string of a length with a class for padded ones": ("varchar(9)", "x bpchar_ops", "bpchar_ops"),
    "a network": ("cidr", "x", None),
    "an array": ("inet[]", "x", None),
    "an enum": ("mood", "x", None),
    "a range": ("int4range", "x", None),
    "the name of a class": ("regclass", "x", None),
}


@pytest.mark.parametrize(("column_type", "on", "opclass"), CLASSES.values(), ids=CLASSES.keys())
def test_classes_of_types_that_have_none(connect: Connect, column_type: str, on: str, opclass: str | None) -> None:
    """The class that the server chooses for want of one of the very type goes without saying."""
    made = f"create type mood as enum ('a'); create table t (x {column_type}); create index i on t ({on})"
    (item,) = read_state(connect(made)).state.of(Index)
    assert item.parts == (IndexPart(column="x", opclass=opclass),)


def test_expressions_in_indexes(connect: Connect) -> None:
    """An expression stands without brackets of its own, and says a collation where it is not the expression's own."""
    item = index("(lower(x), (y + 1), (x || 'a') collate \"C\" desc) include (y) where ((y > 0)) and x <> ''", connect)
    assert item.parts == (
        IndexPart(expression="lower(x)"),
        IndexPart(expression="y + 1"),
        IndexPart(expression="x || 'a'::text", collation='"C"', descending=True),
    )
    assert (item.include, item.where) == (("y",), "(y > 0) and (x <> ''::text)")


def test_an_exclusion(connect: Connect) -> None:
    """An exclusion constraint has its operators, those of extensions with their namespace."""
    found = read_state(
        connect(
            "create extension btree_gist; create extension citext; create table t (a int, b int4range, c citext,"
            "constraint e exclude using gist (a with =, b with &&) where (a > 0) deferrable initially deferred,"
            "constraint f exclude (c with =))"
        )
    )
    e, f = found.state.of(Exclusion)
    assert (e.parts, e.operators) == ((IndexPart(column="a"), IndexPart(column="b")), ("=", "&&"))
    assert (e.method, e.where, e.deferrable, e.deferred) == ("gist", "a > 0", True, True)
    assert (f.method, f.operators) == ("btree", ("operator(public.=)",))


def test_a_foreign_key(connect: Connect) -> None:
    """A foreign key keeps the order of its columns, and what its actions touch."""
    found = read_state(
        connect(
            "create table u (b int, a int, primary key (a, b)); create table t (x int, y int);"
            "alter table t add constraint f foreign key (y, x) references u (a, b)"
            " match full on delete set null on update cascade not valid"
        )
    )
    (item,) = found.state.of(ForeignKey)
    assert (item.columns, item.target, item.target_columns) == (("y", "x"), ("public", "u"), ("a", "b"))
    assert (item.on_delete, item.on_delete_columns, item.on_update) == ("set null", (), "cascade")
    assert (item.match, item.valid, item.enforced) == ("full", False, True)


def test_an_action_on_some_columns(connect: Connect) -> None:
    """A foreign key says which of its columns an action sets, where that is not all of them."""
    connection = connect("create table u (a int, b int, primary key (a, b)); create table t (x int, y int)")
    if connection.info.server_version < 150000:
        pytest.skip("only PostgreSQL 15 and later have this")
    run(connection, "alter table t add foreign key (y, x) references u on delete set null (x)")
    (item,) = read_state(connection).state.of(ForeignKey)
    assert (item.on_delete, item.on_delete_columns) == ("set null", ("x",))


def test_extensions_and_what_they_bring(connect: Connect) -> None:
    """An extension is an object, what it owns is none, and its types are types of columns."""
    found = read_state(
        connect(
            "create schema e; create extension citext schema e; create table t (x e.citext[], y e.citext default 'a');"
            "create table own (x int); alter extension citext add table own"
        )
    )
    assert found.unsaid == ()
    assert found.state.of(Extension) == [Extension(name="citext", namespace="e")]
    assert [item.type for item in found.state.of(Column)] == ["e.citext[]", "e.citext"]
    assert [item.default for item in found.state.of(Column)] == [None, "'a'"]


UNSAID = {
    "an enum of nothing": (
        "create type e as enum (); create table t (x e)",
        ["enum public.e", "column public.t.x"],
        "create type public.e as enum ();",
    ),
    "the comment of public": (
        "comment on schema public is null",
        ["namespace public: comment"],
        "comment on schema public is null;",
    ),
    "a type of the server that nobody declares": (
        "create table t (x information_schema.sql_identifier)",
        ["column public.t.x"],
        "alter table public.t add column x information_schema.sql_identifier;",
    ),
    "an index that stayed without a part": (
        """
        create table t (x int) partition by list (x); create table t1 partition of t for values in (1);
        create table t2 partition of t default; create index i on only t (x); create index i1 on t1 (x);
        alter index i attach partition i1; drop table t2
        """,
        ["index public.t.i: not valid"],
        """-- it is invalid: that of a partition is, or the partition that had none is no longer one
-- drop it and make it again""",
    ),
    "the copy of an index by which replicas tell the rows of a partition apart": (
        """
        create table t (x int not null) partition by list (x); create unique index i on t (x);
        create table t1 partition of t for values in (1); alter table t1 replica identity using index t1_x_idx
        """,
        ["index public.t1.i: replica identity by it"],
        "alter table public.t1 replica identity using index t1_x_idx;",
    ),
    "the copy of a key by which a partition is clustered": (
        """
        create table t (x int constraint k primary key) partition by list (x);
        create table t1 partition of t for values in (1); alter table t1 cluster on t1_pkey
        """,
        ["primary_key public.t1.k: clustered by it"],
        "alter table public.t1 cluster on t1_pkey;",
    ),
    "the type of an identity's sequence": (
        "create table t (x int generated always as identity); alter sequence t_x_seq as bigint maxvalue 2147483647",
        ["column public.t.x: type of its sequence"],
        "alter sequence public.t_x_seq as bigint;",
    ),
    "the comment of an index": (
        "create table t (x int constraint k unique); comment on index k is 'it''s'",
        ["unique public.t.k: comment of its index"],
        "comment on index public.k is 'it''s';",
    ),
    "a typed table": (
        "create type shape as (x int); create table t of shape",
        ["table public.t: row type"],
        "alter table public.t of public.shape;",
    ),
}


@pytest.mark.parametrize(("made", "texts", "definition"), UNSAID.values(), ids=UNSAID.keys())
def test_what_cannot_be_said(connect: Connect, made: str, texts: list[str], definition: str) -> None:
    """What a state cannot say is listed with its definition, and what rests on it is left out as well."""
    found = read_state(connect(made))
    assert [item.text for item in found.unsaid] == texts
    assert found.unsaid[0].definition == definition
    assert not {item.key for item in found.unsaid if item.whole} & found.state.objects.keys()


def test_an_index_on_only_its_table(connect: Connect) -> None:
    """Of an index or a key that is not valid it is told which partitions have no copy, and what others call it."""
    found = read_state(
        connect(
            """
            create table t (x int not null, y int) partition by list (x); create table t1 partition of t default;
            create table t2 partition of t for values in (2) partition by list (x);
            create table t3 partition of t2 default; create index i on only t (x); create index i1 on t1 (x);
            alter index i attach partition i1; create index i2 on only t2 (x); alter index i attach partition i2;
            alter table only t add constraint k primary key (x)
            """
        )
    )
    assert [item.key.path for item in found.state.of(Index)] == [("public", "t", "i")]
    assert {(item.place[-1], item.name, item.of, item.own) for item in found.state.of(MemberCopy)} == {
        ("t1", "i", "index", "i1"),
        ("t2", "i", "index", "i2"),
        ("t3", "i", "index", None),
        ("t1", "k", "constraint", None),
        ("t2", "k", "constraint", None),
    }
    assert not found.unsaid


def test_what_rests_on_the_unsaid(connect: Connect) -> None:
    """With a column go the constraints, indexes and generated columns over it, and what refers to them."""
    connection = connect(
        "create table t (x information_schema.cardinal_number primary key, y int, z int,"
        " g bool generated always as (x is null) stored, check (x > y), unique (y), check (z > 0));"
        "create index i on t (x); create index j on t (z) include (x); create index k on t (z);"
        "create table u (a information_schema.cardinal_number references t, b int references t (y))"
    )
    found = read_state(connection)
    assert {item.text for item in found.unsaid} == {
        "column public.t.x",
        "column public.t.g",
        "primary_key public.t.t_pkey",
        "check public.t.t_check",
        "index public.t.i",
        "index public.t.j",
        "column public.u.a",
        "foreign_key public.u.u_a_fkey",
    }
    names = {key.path[-1] for key in found.state.objects}
    assert {"t_y_key", "t_z_check", "k", "u_b_fkey"} <= names
    _make(connect, found)


def _make(connect: Connect, found: Reading) -> None:
    """Run the definitions of what cannot be said where the objects that they are for are there."""
    connection = connect(
        "create table t (y int unique, z int constraint t_z_check check (z > 0)); create index k on t (z);"
        "create table u (b int references t (y))"
    )
    ends = {"column": 0, "check": 1, "primary_key": 1, "index": 1, "foreign_key": 2}
    for item in sorted(found.unsaid, key=lambda item: (ends[item.key.kind], item.key.path[-1] == "g")):
        run(connection, item.definition)
    assert {item.text for item in read_state(connection).unsaid} == {item.text for item in found.unsaid}


def test_ignored_namespaces(connect: Connect) -> None:
    """What is in an ignored namespace is not there, and a column of one of its types cannot be said."""
    connection = connect("create schema e; create type e.mood as enum ('a'); create table t (x e.mood, y int)")
    found = read_state(connection, ignore=["e"])
    assert [item.text for item in found.unsaid] == ["column public.t.x"]
    assert (found.state.of(Enum), [item.name for item in found.state.of(Column)]) == ([], ["y"])


def test_hostile_names(connect: Connect) -> None:
    """Names with quotes, semicolons, dots and keywords come as they are."""
    found = read_state(
        connect(
            'create schema "we""ird; --"; create type "we""ird; --"."E\'%s" as enum (\'it\'\'s\', \'\', \'--\');'
            'create table "we""ird; --"."select" ("x.y %" "we""ird; --"."E\'%s" default \'it\'\'s\', "select" int,'
            ' constraint "c;" check ("select" > 0)); create index "i;" on "we""ird; --"."select" (("select" + 1))'
        )
    )
    assert found.unsaid == ()
    place = ('we"ird; --', "select")
    assert found.state.objects[Key("column", (*place, "x.y %"))] == Column(
        place=place, name="x.y %", type='"we""ird; --"."E\'%s"', nullable=True, default="'it''s'"
    )
    assert found.state.objects[Key("index", (*place, "i;"))] == Index(
        place=place, name="i;", parts=(IndexPart(expression='"select" + 1'),)
    )


def test_the_order_of_the_state(connect: Connect) -> None:
    """Objects come in the order of their names, columns in the order in which they stand."""
    one, other = (
        read_state(connect(made)).state
        for made in (
            "create table b (z int, a int); create table a (x int); create index on b (z); create index on b (a)",
            "create table a (x int); create table b (z int, a int); create index on b (a); create index on b (z)",
        )
    )
    assert list(one) == list(other)
    assert [item.name for item in one.of(Column)] == ["x", "z", "a"]


def test_grants_on_the_sequence_of_an_identity_column_are_its_columns(connect: Connect) -> None:
    """The sequence is no object of its own in a state, and what roles may do with it is said at the column."""
    made = "create table t (x int generated always as identity, y serial)"
    granted = "grant usage on t_x_seq to public; grant select on t_y_seq to public"
    found = read_state(connect(f"{made}; {granted}"))

    assert found.unsaid == ()
    assert [(item.key, item.sql, item.grants) for item in found.state.of(Privileges)] == [
        (Key("sequence_privileges", (*PLACE, "x")), "public.t_x_seq", (Grant("public", ("usage",)),)),
        (Key("privileges", ("public", "t_y_seq")), "public.t_y_seq", (Grant("public", ("select",)),)),
    ]


def test_options_of_views_keep_their_words(connect: Connect) -> None:
    """The server keeps the word that was said; its usual one is true."""
    made = "create view a with (security_barrier = on) as select 1; create view b with (security_barrier) as select 1"
    found = read_state(connect(f"{made}; create view c with (security_barrier = off) as select 1"))

    assert [item.security_barrier for item in found.state.of(View)] == ["on", True, "off"]


def test_copies_of_collations_without_an_encoding(connect: Connect) -> None:
    """What has the locale C is for the encoding of the database, unless it is a copy of the server's own."""
    made = """create collation a from "C"; create collation b from "POSIX"; create collation c (locale = 'C')"""
    found = read_state(connect(f"{made}; create collation d from a"))

    assert [(item.copied, item.locale) for item in found.state.of(Collation)] == [
        ('"C"', None),
        ('"POSIX"', None),
        (None, "C"),
        ('"C"', None),
    ]


def test_copies_with_names_of_their_own(connect: Connect) -> None:
    """What a partition calls otherwise than the server would is told by the name that its table has for it."""
    connection = connect(
        """
        create table t (x int primary key, y int references t) partition by list (x); create index i on t (y);
        create index other on t (y); create table t1 partition of t for values in (1);
        create table t2 (x int, y int, constraint own primary key (x), constraint mine foreign key (y) references t);
        create index t2_i on t2 (y); alter table t attach partition t2 for values in (2)
        """
    )
    found = {(item.place[-1], item.name, item.own, item.usual) for item in read_state(connection).state.of(MemberCopy)}
    assert found == {
        ("t2", "t_pkey", "own", "t2_pkey"),
        ("t2", "t_y_fkey", "mine", "t_y_fkey"),
        ("t2", "i", "t2_i", "t2_y_idx"),
    }
