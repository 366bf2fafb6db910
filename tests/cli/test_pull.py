"""`fluxc pull`: a database becomes a project, and a project follows a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from tests.cli.program import Folder
    from tests.conftest import NewDatabase

    from fluxc.cli.session import Session

SHOP = """
create schema shop;
create extension citext;
create type shop.state as enum ('open', 'paid', 'no');
create sequence shop.numbers start 1000;
create table shop.customers (
  id bigint generated always as identity primary key,
  email citext not null unique,
  name varchar(64),
  note text default 'none',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table shop.customers is E'Who buys.\\nAnd who does not: 50%.';
create table shop.orders (
  id bigint primary key default 7,
  customer_id bigint not null references shop.customers on delete cascade,
  state shop.state not null default 'open',
  total numeric(12, 2) not null constraint positive check (total is not null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index orders_customer_id_idx on shop.orders (customer_id);
create table public.plain (
  a integer, "B c" text[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
"""
SHOP_FILE = """\
# yaml-language-server: $schema=../.fluxc/schema.json
enums:
  state: [open, paid, 'no']

sequences:
  numbers: {start: 1000}

tables:
  customers:
    doc: |-
      Who buys.
      And who does not: 50%.
    use: [timestamps]
    columns:
      id: bigint primary key identity
      email: citext unique
      name: varchar(64)?
      note: text? = 'none'

  orders:
    use: [timestamps]
    columns:
      id: bigint primary key = 7
      customer_id: -> customers on delete cascade
      state: state = 'open'
      total: numeric(12, 2)
    checks:
      positive: total is not null
"""
SHARED_FILE = """\
# yaml-language-server: $schema=../.fluxc/schema.json
extensions: [citext]

mixins:
  timestamps:
    position: last
    columns:
      created_at: timestamptz = now()
      updated_at: timestamptz = now()
"""


def sql(url: str, text: str) -> None:
    """Run statements in a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(text.encode())


@pytest.fixture
def shop(new_database: NewDatabase) -> str:
    """Return a database with a small shop in it."""
    url = new_database()
    sql(url, SHOP)
    return url


def schema(folder: Folder, root: str = ".") -> dict[str, str]:
    """Return the texts of the schema files."""
    base = folder.root / root / "schema"
    return {path.relative_to(base).as_posix(): path.read_text() for path in sorted(base.rglob("*.yaml"))}


def test_a_database_becomes_a_project(empty: Folder, shop: str) -> None:
    """The YAML is what a person would write, and builds."""
    ran = empty("pull", "--project", "new", "--url", shop, "--json")

    assert ran.json["unsaid"] == []
    files = schema(empty, "new")
    assert set(ran.json["files"]) >= {f"schema/{name}" for name in files} | {"fluxc.toml", ".gitignore"}
    assert files["shop.yaml"] == SHOP_FILE
    assert files["_shared.yaml"] == SHARED_FILE
    with psycopg.connect(shop) as connection:
        major = connection.info.server_version // 10000
    assert f"target = {major}" in (empty.root / "new" / "fluxc.toml").read_text()
    empty("build", "--project", "new", "--quiet")


def test_what_is_pulled_gives_the_same_database(empty: Folder, shop: str, new_database: NewDatabase) -> None:
    """The law: pull, build, apply to an empty server, pull again."""
    other = new_database()
    empty("pull", "--project", "one", "--url", shop)
    empty("build", "--project", "one")
    empty("migrate", "--project", "one", "--url", other)
    empty("pull", "--project", "two", "--url", other)

    assert schema(empty, "two") == schema(empty, "one")


def test_a_second_pull_changes_nothing(empty: Folder, shop: str) -> None:
    """Not a byte, and a build after it has nothing to do."""
    empty("pull", "--url", shop)
    empty("build", "--seal")
    before = empty.tree()

    ran = empty("pull", "--url", shop, "--json")

    assert ran.json["files"] == []
    assert empty.tree() == before
    assert empty("build", "--json").json["changed"] is False


def test_a_table_a_file_and_no_mixins(empty: Folder, shop: str) -> None:
    """The two ways to have it otherwise, which a second pull keeps."""
    empty("pull", "--url", shop, "--one-file-per-table", "--no-mixins")

    files = schema(empty)
    assert set(files) == {
        *("_shared.yaml", "public/plain.yaml"),
        *("shop/_domain.yaml", "shop/customers.yaml", "shop/orders.yaml"),
    }
    assert "mixins" not in files["_shared.yaml"]
    sql(shop, "create table shop.more (id integer)")
    assert empty("pull", "--url", shop, "--json").json["files"] == ["schema/shop/more.yaml"]


def test_one_namespace_of_many(empty: Folder, shop: str) -> None:
    """The others are not there."""
    empty("pull", "--url", shop, "--namespace", "public")

    assert set(schema(empty)) == {"_shared.yaml", "public.yaml"}
    ran = empty("pull", "--project", "x", "--url", shop, "--namespace", "shap", "--json", code=1)
    assert ran.codes == ["unknown-namespace"]
    assert not (empty.root / "x").exists()


def test_what_leads_out_of_a_namespace(empty: Folder, new_database: NewDatabase) -> None:
    """A type of an extension stays, a foreign key is listed, another type is an error; the rest is not even read."""
    url = new_database()
    sql(
        url,
        "create schema ext; create extension citext schema ext; create schema far; create schema near;"
        "create table far.t (id int primary key); create type far.mood as enum ('a');"
        "create table near.t (id int primary key, name ext.citext, far int references far.t)",
    )
    ran = empty("pull", "--url", url, "--namespace", "near", "--json")
    assert [item["object"] for item in ran.json["unsaid"]] == ["near.t.t_far_fkey"]
    assert "name: citext?" in schema(empty)["near.yaml"]
    sql(url, "alter table near.t add column mood far.mood")
    ran = empty("pull", "--project", "y", "--url", url, "--namespace", "near", "--json", code=1)
    assert ran.codes == ["unknown-type"]
    assert "--namespace far" in ran.json["diagnostics"][0]["help"]


MINE = """\
# My own words.
enums:
  state: [open, paid, 'no']
tables:
  # The people.
  customers:
    was: clients
    doc: "Who buys."    # more to come
    columns:
      id: bigint primary key identity
      email: citext unique
      name:   varchar(32)?     # too short
      old: text
    python: {name: Client}
  gone:
    columns:
      id: integer
"""


def test_a_project_follows_a_database(empty: Folder, new_database: NewDatabase) -> None:
    """What differs is edited where it stands; everything else stays as it was written."""
    url = new_database()
    sql(
        url,
        """
        create schema shop; create extension citext;
        create type shop.state as enum ('open', 'paid', 'no');
        create table shop.customers (
          id bigint generated always as identity primary key, email citext not null unique,
          name varchar(64), age integer not null default 1 + 1
        );
        create index on shop.customers (abs(age));
        comment on table shop.customers is 'Who buys.';
        create table shop.news (id integer primary key);
        """,
    )
    empty.write("fluxc.toml", "target = 18\n")
    empty.write("schema/shop.yaml", MINE)
    empty.write("schema/_shared.yaml", "extensions: [citext]\n")

    ran = empty("pull", "--url", url, "--json")

    assert ran.json["files"] == ["schema/shop.yaml"]
    assert schema(empty)["shop.yaml"] == (
        MINE.replace("name:   varchar(32)?     #", "name: varchar(64)?     #")
        .replace("      old: text\n", "      age: integer = 1 + 1\n    indexes: [abs(age)]\n")
        .replace(
            "  gone:\n    columns:\n      id: integer\n", "\n  news:\n    columns:\n      id: integer primary key\n"
        )
    )


def test_words_that_mean_the_same_stay(empty: Folder, new_database: NewDatabase) -> None:
    """The server rewords expressions; a project that was applied is not changed by a pull."""
    url = new_database()
    empty.write("fluxc.toml", "target = 14\n")
    empty.schema("id: bigint primary key identity\nname: text = upper('x')\nage: {type: int, check: 'age in (1,2)'}")
    empty("build")
    empty("migrate", "--url", url)
    before = empty.tree()

    assert empty("pull", "--url", url, "--json").json["files"] == []
    assert empty.tree() == before


KEPT = """
create schema kept;
set search_path = kept;
create sequence old_id_seq as integer;
create table renamed (id integer default nextval('old_id_seq') not null primary key, "odd ""name" bigserial);
alter sequence old_id_seq owned by renamed.id;
create table drawn (id serial, again bigint default nextval('drawn_id_seq'), held serial, free int);
grant usage on sequence drawn_held_seq to public;
create sequence beside increment 5 owned by drawn.free;
create unlogged table fast (id serial, kept serial);
alter sequence fast_kept_seq set logged;
create unlogged sequence lost;
create table base (id int, at date default '2020-01-01', note text unique, check (id > 0));
create table more (extra int, unique (id), foreign key (note) references base (note)) inherits (base);
create index on more (at);
create table most (check (extra > 1)) inherits (more);
alter table only most alter note set default 'none';
create table guarded (id int primary key);
alter table guarded enable row level security;
alter table guarded force row level security;
alter table guarded replica identity full;
create table odd (id int not null);
create unique index by_id on odd (id);
alter table odd replica identity using index by_id;
alter table odd force row level security;
"""
KEPT_FILE = """\
# yaml-language-server: $schema=../.fluxc/schema.json
sequences:
  beside: {increment: 5, owned_by: drawn.free}
  drawn_held_seq: {type: integer, owned_by: drawn.held, grants: {public: usage}}
  lost: {unlogged: true}

tables:
  base:
    columns:
      id: integer?
      at: date? = '2020-01-01'
      note: text? unique
    checks: [id > 0]

  drawn:
    columns:
      id: serial
      again: bigint? = nextval('drawn_id_seq'::regclass)
      held: integer = nextval('drawn_held_seq'::regclass)
      free: integer?

  fast:
    columns:
      id: serial
      kept: {type: integer, serial: fast_kept_seq}
    unlogged: true

  guarded:
    columns:
      id: integer primary key
    row_security: forced
    replica_identity: full

  more:
    columns:
      extra: integer?
    unique: [id]
    foreign_keys:
      - {columns: note, references: base(note), index: false}
    indexes: [at]
    inherits: base

  most:
    columns:
      note: text? = 'none'
    checks:
      most_extra_check: extra > 1
    inherits: more

  odd:
    columns:
      id: integer
    indexes:
      by_id: {on: id, unique: true}
    row_security: {enabled: false, forced: true}
    replica_identity: {index: by_id}

  renamed:
    columns:
      id: {type: integer, primary_key: true, serial: old_id_seq}
      odd "name: bigserial
"""


@pytest.fixture
def kept(new_database: NewDatabase) -> str:
    """Give the URL of a database with tables and sequences of all sorts; skip the test where a server has not all."""
    url = new_database()
    with psycopg.connect(url) as connection:
        if connection.info.server_version < 150000:
            pytest.skip("only PostgreSQL 15 has unlogged sequences")
    sql(url, KEPT)
    return url


def test_what_is_said_of_tables_and_their_sequences_comes_through(empty: Folder, kept: str, database: str) -> None:
    """Parents, options and owned sequences: pull, build, apply, pull again; and into a project that has them not."""
    url, other = kept, database
    assert empty("pull", "--project", "one", "--url", url, "--json").json["unsaid"] == []
    assert schema(empty, "one")["kept.yaml"] == KEPT_FILE
    empty("build", "--project", "one")
    empty("migrate", "--project", "one", "--url", other)
    assert empty("drift", "--project", "one", "--url", url).code == 0
    empty("pull", "--project", "two", "--url", other)
    assert schema(empty, "two") == schema(empty, "one")


FOLLOWING = (
    "alter table kept.fast set logged",
    "alter table kept.more no inherit kept.base",
    "alter table kept.renamed rename id to key; alter sequence kept.old_id_seq rename to new_id_seq",
    "alter sequence kept.old_id_seq owned by none",
    "alter sequence kept.beside owned by none",
    "alter sequence kept.lost owned by kept.odd.id",
    "alter sequence kept.old_id_seq increment 7; comment on sequence kept.old_id_seq is 'counts'",
    "alter table kept.renamed alter id drop default",
    "alter table kept.guarded disable row level security, replica identity nothing",
    "alter table kept.odd replica identity default, no force row level security",
    "alter table kept.base add column new int, drop column at",
    "create table kept.last () inherits (kept.most)",
    "drop table kept.most",
)


@pytest.mark.parametrize("change", FOLLOWING)
def test_a_project_follows_tables_and_their_sequences(empty: Folder, kept: str, change: str) -> None:
    """After a change of a database an existing project says the same as a new one would."""
    empty("pull", "--url", kept)
    sql(kept, change)
    empty("pull", "--url", kept)
    empty("build")
    assert empty("drift", "--url", kept).code == 0
    assert empty("pull", "--url", kept, "--json").json["files"] == []


def test_a_file_of_sql_becomes_a_project(empty: Folder) -> None:
    """Also one that names roles that are not there, has rows, and speaks to psql."""
    dump = f"""\\restrict abc
set transaction_timeout = 0;
{SHOP}
alter table shop.orders owner to "the boss";
copy public.plain (a) from stdin;
1\t\\N
\\.
select pg_catalog.set_config('search_path', '', false);
\\unrestrict abc
"""
    path = empty.write("../dump.sql", dump)
    empty("pull", "--sql", str(path))

    assert schema(empty)["shop.yaml"] == SHOP_FILE


def test_a_statement_that_fails_is_shown(empty: Folder) -> None:
    """With its line, and nothing is written."""
    path = empty.write("../dump.sql", "select 1;\ncreate table x (a nonsense);\n")

    ran = empty("pull", "--sql", str(path), "--json", code=1)

    assert [(item["code"], item["line"]) for item in ran.json["diagnostics"]] == [("sql-failed", 2)]
    assert empty.tree() == {}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("--url", "postgresql://x", "--sql", "y"), 2),
        (("--url", "postgresql://127.0.0.1:1/x"), 3),
        (("--sql", "nowhere.sql"), 1),
    ],
)
def test_wrong_usage_and_no_server_write_nothing(empty: Folder, arguments: tuple[str, ...], code: int) -> None:
    """Each is said in words."""
    assert empty("pull", *arguments, code=code).err
    assert empty.tree() == {}


def test_a_folder_with_other_things_is_left_alone(empty: Folder, shop: str) -> None:
    """Hidden files, such as those of git, are no hindrance."""
    empty.write("notes.txt", "mine")
    assert empty("pull", "--url", shop, "--json", code=1).codes == ["folder-not-empty"]
    assert set(empty.tree()) == {"notes.txt"}
    (empty.root / "notes.txt").unlink()
    empty.write(".git/config", "")
    empty("pull", "--url", shop)


def test_toml_is_edited_where_it_differs(empty: Folder, shop: str) -> None:
    """Comments stay, and there is nothing left to pull."""
    empty.write("fluxc.toml", "target = 18\n")
    empty.write("schema/shop.toml", '# Mine.\n\n# what is sold\n[tables.orders.columns]\nid = "bigint"  # a number\n')

    empty("pull", "--url", shop)
    text = empty.tree()["schema/shop.toml"].decode()
    assert "# what is sold\n[tables.orders" in text
    assert text.startswith("# Mine.\n\n")
    empty("pull", "--url", shop)
    assert empty.tree()["schema/shop.toml"].decode() == text


ODD = [
    'a "quoted" name',
    "blanks here",
    "😀 smile",
    "Ünïcode",
    "x" * 62 + "y",
    "ä" * 31,
    "1",
    "no",
    "a,b",
    "(c)",
    "d.e",
]


def test_odd_names_come_through(empty: Folder, new_database: NewDatabase) -> None:
    """As names of namespaces, tables, columns, types, constraints and indexes."""
    url, other = new_database(), new_database()
    for name in ODD:
        quoted = '"' + name.replace('"', '""') + '"'
        sql(
            url,
            f"""
            create schema {quoted};
            create type {quoted}.{quoted} as enum ('a', {"'" + name.replace("'", "''") + "'"});
            create table {quoted}."T {quoted[1:20].replace('"', "")}" (
              {quoted} {quoted}.{quoted} primary key, "Ref" {quoted}.{quoted}
            );
            """,
        )
    empty("pull", "--project", "one", "--url", url)
    empty("build", "--project", "one")
    empty("migrate", "--project", "one", "--url", other)
    empty("pull", "--project", "two", "--url", other)

    assert schema(empty, "two") == schema(empty, "one")


def test_the_text_for_people(empty: Folder, shop: str) -> None:
    """It names what was written; a pull without a change says so."""
    ran = empty("pull", "--url", shop)
    assert "✓ Wrote schema/shop.yaml" in ran.out
    assert "→" in ran.err
    assert empty("pull", "--url", shop).out == "✓ The schema says what the database holds.\n"


def test_references_to_odd_names_come_through(empty: Folder, new_database: NewDatabase) -> None:
    """Brackets, commas and quotes in the names of tables and columns that a reference names."""
    url = new_database()
    sql(
        url,
        """
        create table "T (1), ""x"" y" ("a, b" integer unique, "(c)" integer, unique ("(c)", "a, b"));
        create table r ("x -> y" integer references "T (1), ""x"" y" ("a, b"), "(c)" integer,
          foreign key ("(c)", "x -> y") references "T (1), ""x"" y" ("(c)", "a, b"));
        """,
    )
    empty("pull", "--url", url)
    empty("build")

    assert empty("pull", "--url", url, "--json").json["files"] == []


def test_what_cannot_be_read_is_not_taken_out(empty: Folder, new_database: NewDatabase) -> None:
    """A namespace that is left out stays declared."""
    url = new_database()
    sql(url, "create schema one; create table one.a (id integer);")
    empty.write("fluxc.toml", "target = 18\n")
    empty.write("schema/one.yaml", "tables: {}\n")
    empty.write("schema/two.yaml", "tables:\n  b:\n    columns:\n      id: integer\n")

    ran = empty("pull", "--url", url, "--namespace", "one", "--json")

    assert ran.json["files"] == ["schema/one.yaml"]
    assert empty("pull", "--url", url, "--json").json["files"] == ["schema/two.yaml"]
    assert set(schema(empty)) == {"one.yaml"}


def test_grants_come_along(empty: Folder, new_database: NewDatabase) -> None:
    """On tables and their columns, on types, and on namespaces; a second pull changes nothing."""
    url = new_database()
    sql(
        url,
        """
        create schema one; create type one.mood as enum ('a'); create table one.a (id integer, b text);
        grant usage on schema one to public; revoke usage on type one.mood from public;
        grant select, insert on one.a to public; grant update (b) on one.a to public;
        """,
    )
    empty("pull", "--url", url)

    assert schema(empty)["one.yaml"] == (
        """# yaml-language-server: $schema=../.fluxc/schema.json
grants: {public: usage}

enums:
  mood:
    values: [a]
    grants: {public: []}

tables:
  a:
    columns:
      id: integer?
      b: {type: 'text?', grants: {public: update}}
    grants: {public: [select, insert]}
"""
    )
    file = empty.root / "schema/one.yaml"
    file.write_text(file.read_text() + "    owner: boss   # of it\n")
    assert empty("pull", "--url", url, "--json").json["files"] == []


def test_tables_that_go_are_named_and_asked_for(
    empty: Folder, shop: str, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal the project that is meant is edited; one that is found above is not, but with `--yes`."""
    empty("pull", "--url", shop)
    kept = empty.tree()
    monkeypatch.chdir(empty.root / "schema")
    ran = empty("pull", "--url", database, code=4)
    assert "[takes-tables-out]" in ran.err
    assert f"into the project {empty.root}" in ran.err
    assert empty.tree() == kept
    assert empty("pull", "--url", shop).out == "✓ The schema says what the database holds.\n"
    assert "- Took out table " in empty("pull", "--url", database, "--yes").out

    monkeypatch.chdir(empty.root)
    empty("pull", "--url", shop)
    ran = empty("pull", "--url", database, "--json")
    assert ran.json["taken_out"] == sorted(ran.json["taken_out"]) != []


def test_on_a_terminal_the_tables_are_asked_for(empty: Folder, shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A no leaves the project as it is."""
    empty("pull", "--url", shop)
    kept = empty.tree()

    def answers(_: Session) -> bool:
        return True

    monkeypatch.setattr("fluxc.cli.database.can_ask", answers)
    path = empty.write("../nothing.sql", "create table t (id int);")
    ran = empty("pull", "--sql", str(path), code=1)  # nobody answers
    assert "Go on all the same?" in ran.err
    assert empty.tree() == kept
    assert "Took out" in empty("pull", "--sql", str(path), "--yes").out


def test_an_empty_folder_in_a_project_may_mean_either(
    empty: Folder, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written before somebody says which; `--project .` begins one."""
    empty("pull", "--url", shop)
    kept = empty.tree()
    inner = empty.root / "trial"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert empty("pull", "--url", shop, "--json", code=4).codes == ["which-project"]
    assert empty.tree() == kept
    empty("pull", "--url", shop, "--project", ".")
    assert (inner / "fluxc.toml").exists()
