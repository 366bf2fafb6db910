"""The forms of edits of a table in use, and what each of them is to be: free, online or blocking."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, NamedTuple, cast

Tree = dict[str, Any]


class Wait(StrEnum):
    """What others have to wait for."""

    FREE = "free"
    """For short locks alone; nothing takes longer the more rows there are."""
    ONLINE = "online"
    """For short locks alone; what takes long is done under weak ones."""
    BLOCKING = "blocking"
    """For what takes longer the more rows there are, and is named as a hazard."""


class Form(NamedTuple):
    """One edit: what both states say beyond `BASE`; ``None`` takes something out of it.

    It is another one (``earlier``) on servers older than ``since``, or not possible there where that is ``None``.
    """

    name: str
    wait: Wait
    before: Tree
    after: Tree
    since: int = 14
    earlier: Wait | None = None

    def on(self, target: int) -> Wait | None:
        """Return what it is to be where ``target`` is the oldest server, None where it is not possible."""
        return self.wait if target >= self.since else self.earlier

    def states(self) -> tuple[Tree, Tree]:
        """Return the schema before and after."""
        return merged(BASE, self.before), merged(BASE, self.after)


def merged(one: Tree, other: Tree) -> Tree:
    """Return a tree with what another one says put over it."""
    found = {name: value for name, value in one.items() if other.get(name, value) is not None}
    for name, value in other.items():
        if value is not None:
            both = isinstance(value, dict) and isinstance(found.get(name), dict)
            found[name] = merged(cast("Tree", found[name]), cast("Tree", value)) if both else value
    return found


def items(columns: Tree | None = None, **keys: Any) -> Tree:
    """Return what is said of the table of most rows."""
    return {"tables": {"items": {"columns": columns or {}, **keys}}}


def events(columns: Tree | None = None, **keys: Any) -> Tree:
    """Return what is said of a partitioned table."""
    parted = {
        "columns": {"id": "bigint", "day": "integer", "word": "text", **(columns or {})},
        "primary_key": ["id", "day"],
        "partition_by": "range (day)",
        "partitions": {"events_low": LOW, "events_high": HIGH},
    }
    return {"tables": {"events": merged(parted, keys)}}


def table(name: str, **keys: Any) -> Tree:
    """Return what is said of one table more."""
    return {"tables": {name: keys}}


LOW: Final = "from (minvalue) to (1000)"
HIGH: Final = "from (1000) to (100000000)"
BASE: Final[Tree] = {
    "tables": {
        "kinds": {"columns": {"id": "bigint primary key", "word": "text"}},
        "items": {
            "columns": {
                "id": "bigint primary key",
                "number": "integer",
                "code": "varchar(20)",
                "note": "text?",
                "price": "numeric(8, 2)",
                "made_at": "timestamptz",
                "kind_id": "bigint",
            }
        },
    }
}
_FREE, _ONLINE, _BLOCKING = Wait
_OLD: Final = {"id": "bigint primary key", "word": "text"}
_KEYLESS: Final = {"id": "bigint", "number": "integer"}
_FILLED: Final = ["coalesce(more, '') <> ''"]  # keeps nulls away, which the server does not see by that
_BOUND: Final = {"bound": "number > 5"}
_ONCE: Final = [["id", "day"]]
_KIND: Final = {"first": {"columns": ["kind_id"], "references": "kinds"}}
_SELF: Final = {"first": {"columns": ["kind_id"], "references": "items"}}
_EVENT: Final = {"first": {"columns": ["event_id", "day_id"], "references": "events"}}
_TWO_PARTS: Final = {"event_id": "bigint", "day_id": "integer"}
_DEFAULT: Final = {"events_rest": "default", "events_high": "from (1000) to (2000)"}
_PAIRS: Final = {
    "events_low": "from (minvalue, minvalue) to (1000, minvalue)",
    "events_high": "from (1000, minvalue) to (2000, 5)",
}
_MORE_PAIRS: Final = {
    "events_more": "from (100000000, 7) to (100000000, 9)",
    "events_most": "from (100001000, 5) to (100002000, maxvalue)",
}
_LISTS: Final = {"events_low": "in (1, 2, 3)", "events_high": "in (4)"}
_LATE: Final = {"late": "coalesce(day, 0) >= 1000000000"}  # which the server does not see to be within the bound
_APART: Final = table(
    "events_apart",
    columns={"id": "bigint", "day": "integer", "word": "text", "kind_id": "bigint"},
    checks=_LATE,
    unique={"sole": ["id", "day"]},
)
_EARLY: Final = {"events_rest": {"values": "default", "checks": {"early": "coalesce(day, 0) < 1000000000"}}}
_ATTACHED: Final = {
    "events_apart": {"values": "from (1000000000) to (maxvalue)", "checks": _LATE, "unique": {"sole": ["id", "day"]}}
}
_VIEW: Final = "select id, number from items where number > 0"
_SUMS: Final = "select kind_id, count(*) as n from items group by kind_id"
_FUNCTION: Final = {"immutable": True, "returns": "integer"}

PLAINLY_FILLED: Final = items({"note": {"type": "text", "backfill": "upper(code)"}}, online=False)

FORMS: Final = (
    # tables
    Form("table created", _FREE, {}, table("fresh", columns=_OLD, indexes=["word"])),
    Form("table created, which refers to another", _FREE, {}, table("fresh", columns={**_OLD, "kind_id": "-> kinds"})),
    Form("table dropped", _FREE, table("old", columns=_OLD), {}),
    Form("table that refers dropped", _FREE, table("old", columns={**_OLD, "kind_id": "-> kinds"}), {}),
    Form("table renamed", _FREE, table("old", columns=_OLD), table("anew", columns=_OLD, was="old")),
    Form("table set unlogged", _BLOCKING, {}, items(unlogged=True)),
    Form("table set logged", _BLOCKING, items(unlogged=True), {}),
    Form("storage parameters", _FREE, {}, items(storage={"fillfactor": 70})),
    Form("replica identity", _FREE, {}, items(replica_identity="full")),
    Form("comments", _FREE, {}, items({"note": {"type": "text", "nullable": True, "doc": "Words."}}, doc="Things.")),
    Form(
        "parent given",
        _FREE,
        table("base", columns={"number": "integer"}),
        merged(table("base", columns={"number": "integer"}), items({"number": None}, inherits="base")),
    ),
    # columns
    Form("column added", _FREE, {}, items({"more": "text?"})),
    Form("column added with a constant default", _FREE, {}, items({"more": "integer = 5"})),
    Form("column added with a default for each row", _ONLINE, {}, items({"more": "uuid = gen_random_uuid()"})),
    Form("column added with a constant backfill", _FREE, {}, items({"more": {"type": "integer", "backfill": "7"}})),
    Form(
        "column added with a backfill by row",
        _ONLINE,
        {},
        items({"more": {"type": "text", "default": "", "backfill": "upper(code)"}}),
    ),
    Form(
        "column added with a backfill, without a default",
        _ONLINE,
        {},
        items({"more": {"type": "text", "backfill": "upper(code)"}}),
    ),
    Form("identity column added", _ONLINE, {}, items({"more": "bigint identity"})),
    Form("serial column added", _ONLINE, {}, items({"more": "serial"})),
    Form(
        "generated column added",
        _BLOCKING,
        {},
        items({"more": {"type": "integer", "nullable": True, "generated": "number + 1"}}),
    ),
    Form(
        "virtual column added",
        _FREE,
        {},
        items(
            {"more": {"type": "integer", "nullable": True, "generated": {"expression": "number + 1", "virtual": True}}}
        ),
        18,
    ),
    Form("column added with a reference", _ONLINE, {}, items({"other_id": "-> kinds?"})),
    Form(
        "column added with a check",
        _ONLINE,
        {},
        items({"more": {"type": "integer", "default": 5, "check": "more > 0"}}),
    ),
    Form("column dropped", _FREE, items({"more": "text?"}), {}),
    Form("column dropped, with its index", _FREE, items({"more": "text?"}, indexes=["more"]), {}),
    Form(
        "column renamed",
        _FREE,
        items({"more": "text?"}),
        items({"anew": {"type": "text", "nullable": True, "was": "more"}}),
    ),
    Form("varchar widened", _FREE, {}, items({"code": "varchar(40)"})),
    Form("varchar to text", _FREE, {}, items({"code": "text"})),
    Form("numeric widened", _FREE, {}, items({"price": "numeric(12, 2)"})),
    Form("varchar narrowed", _BLOCKING, {}, items({"code": {"type": "varchar(15)", "using": "left(code, 15)"}})),
    Form("integer to bigint", _BLOCKING, {}, items({"number": "bigint"})),
    Form("text to integer", _BLOCKING, {}, items({"code": {"type": "integer", "using": "length(code)"}})),
    Form(
        "timestamptz to timestamp",
        _BLOCKING,
        {},
        items({"made_at": {"type": "timestamp", "using": "made_at at time zone 'UTC'"}}),
    ),
    Form("type widened under an index", _FREE, items(indexes=["code"]), items({"code": "text"}, indexes=["code"])),
    Form(
        "collation changed under an index",
        _BLOCKING,
        items(indexes=["code"]),
        items({"code": {"type": "varchar(20)", "collation": "C"}}, indexes=["code"]),
    ),
    Form("default set", _FREE, {}, items({"number": "integer = 5"})),
    Form("default dropped", _FREE, items({"number": "integer = 5"}), {}),
    Form("nulls refused", _ONLINE, items({"more": "text?"}, checks=_FILLED), items({"more": "text"}, checks=_FILLED)),
    Form("nulls refused, with a backfill", _ONLINE, {}, items({"note": {"type": "text", "backfill": "upper(code)"}})),
    Form("nulls taken", _FREE, {}, items({"number": "integer?"})),
    Form("statistics of a column", _FREE, {}, items({"note": {"type": "text", "nullable": True, "statistics": 500}})),
    Form("storage of a column", _FREE, {}, items({"note": {"type": "text", "nullable": True, "storage": "external"}})),
    # indexes
    Form("index added", _ONLINE, {}, items(indexes=["number"])),
    Form("unique index added", _ONLINE, {}, items(indexes=[{"on": ["number", "id"], "unique": True}])),
    Form("partial index added", _ONLINE, {}, items(indexes=[{"on": "number", "where": "number > 10"}])),
    Form("index of an expression added", _ONLINE, {}, items(indexes=["lower(code)"])),
    Form(
        "gin index added",
        _ONLINE,
        items({"tags": "text[]"}),
        items({"tags": "text[]"}, indexes=[{"on": "tags", "using": "gin"}]),
    ),
    Form("brin index added", _ONLINE, {}, items(indexes=[{"on": "made_at", "using": "brin"}])),
    Form("covering index added", _ONLINE, {}, items(indexes=[{"on": "number", "include": ["code"]}])),
    Form("index dropped", _FREE, items(indexes=["number"]), {}),
    Form(
        "index replaced",
        _ONLINE,
        items(indexes=[{"on": "number", "name": "items_by"}]),
        items(indexes=[{"on": "code", "name": "items_by"}]),
    ),
    Form(
        "index renamed",
        _FREE,
        items(indexes=[{"on": "number", "name": "items_by"}]),
        items(indexes=[{"on": "number", "name": "items_on"}]),
    ),
    Form(
        "index by which rows are ordered",
        _ONLINE,
        {},
        items(indexes=[{"on": "number", "name": "items_by"}], cluster_on="items_by"),
    ),
    # constraints
    Form("unique constraint added", _ONLINE, {}, items(unique=[["number", "id"]])),
    Form(
        "unique constraint replaced",
        _ONLINE,
        items(unique=[{"columns": ["number"], "name": "once"}]),
        items(unique=[{"columns": ["number", "code"], "name": "once"}]),
    ),
    Form("unique constraint dropped", _FREE, items(unique=[["number", "id"]]), {}),
    Form(
        "primary key added",
        _ONLINE,
        table("loose", columns=_KEYLESS, unique=[["number"]]),
        table("loose", columns=_KEYLESS, unique=[["number"]], primary_key=["id", "number"]),
    ),
    Form(
        "primary key changed",
        _ONLINE,
        table("loose", columns=_KEYLESS, primary_key=["id"]),
        table("loose", columns=_KEYLESS, primary_key=["id", "number"]),
    ),
    Form(
        "primary key dropped",
        _FREE,
        table("loose", columns=_KEYLESS, primary_key=["id"]),
        table("loose", columns=_KEYLESS),
    ),
    Form("check added", _ONLINE, items(checks=_BOUND), items(checks={**_BOUND, "sound": "number > 0"})),
    Form("check changed", _ONLINE, items(checks={"sound": "number > 0"}), items(checks={"sound": "number >= 0"})),
    Form("check dropped", _FREE, items(checks=["number > 0"]), {}),
    Form(
        "foreign key added", _ONLINE, items(foreign_keys=_KIND), items(foreign_keys={**_KIND, "second": _KIND["first"]})
    ),
    Form(
        "foreign key to itself added",
        _ONLINE,
        items(foreign_keys=_SELF),
        items(foreign_keys={**_SELF, "second": _SELF["first"]}),
    ),
    Form(
        "foreign key to a partitioned table added",
        _ONLINE,
        merged(events(), items(_TWO_PARTS, foreign_keys=_EVENT)),
        merged(events(), items(_TWO_PARTS, foreign_keys={**_EVENT, "second": _EVENT["first"]})),
        18,
        _BLOCKING,
    ),
    Form(
        "foreign key of a partitioned table added",
        _ONLINE,
        events({"kind_id": "bigint"}, foreign_keys=_KIND),
        events({"kind_id": "bigint"}, foreign_keys={**_KIND, "second": _KIND["first"]}),
    ),
    Form(
        "foreign key changed", _ONLINE, items({"kind_id": "-> kinds"}), items({"kind_id": "-> kinds on delete cascade"})
    ),
    Form("foreign key dropped", _FREE, items({"kind_id": {"references": {"target": "kinds", "index": False}}}), {}),
    Form(
        "constraint renamed",
        _FREE,
        items(checks={"sound": "number > 0"}),
        items(checks={"safe": {"expression": "number > 0", "was": "sound"}}),
    ),
    Form(
        "exclusion constraint added",
        _BLOCKING,
        items({"during": "int4range"}, unique=[["during"]]),
        items({"during": "int4range"}, unique=[["during"]], exclude=[{"on": ["during with ="]}]),
    ),
    # types
    Form(
        "value of an enum added",
        _FREE,
        {"enums": {"state": ["a", "b"]}, **items({"state": "state"})},
        {"enums": {"state": ["a", "b", "c"]}, **items({"state": "state"})},
    ),
    Form(
        "value of an enum removed",
        _BLOCKING,
        {"enums": {"state": ["a", "b"]}, **items({"state": "state"})},
        {"enums": {"state": {"values": ["a"], "removed": {"b": "a"}}}, **items({"state": "state"})},
    ),
    Form(
        "check of a domain type added",
        _BLOCKING,
        {
            "domain_types": {"amount": {"type": "integer", "checks": {"bound": "value > 5"}}},
            **items({"amount": "amount"}),
        },
        {
            "domain_types": {"amount": {"type": "integer", "checks": {"bound": "value > 5", "sound": "value > 0"}}},
            **items({"amount": "amount"}),
        },
    ),
    # several at once
    Form(
        "index added beside a view with other columns",
        _ONLINE,
        {"views": {"large": _VIEW}},
        {"views": {"large": _VIEW.replace("id,", "id, code,")}, **items(indexes=["number"])},
    ),
    Form(
        "check added beside a view with other columns",
        _ONLINE,
        {"views": {"large": _VIEW}, **items(checks=_BOUND)},
        {"views": {"large": _VIEW.replace("id,", "id, code,")}, **items(checks={**_BOUND, "sound": "number > 0"})},
    ),
    Form(
        "type widened under a view and a policy",
        _FREE,
        {"views": {"codes": "select id, code from items"}, **items(row_security=True, policies={"own": "code <> ''"})},
        {
            "views": {"codes": "select id, code from items"},
            **items({"code": "text"}, row_security=True, policies={"own": "code <> ''"}),
        },
    ),
    Form(
        "table renamed, and more",
        _ONLINE,
        table("old", columns=_OLD, checks=["word <> 'x'"]),
        table(
            "anew",
            columns={**_OLD, "more": {"type": "text", "backfill": "upper(word)"}},
            was="old",
            checks=["word <> 'x'"],
            indexes=["word"],
        ),
    ),
    Form(
        "column renamed and indexed",
        _ONLINE,
        items({"more": "text?"}),
        items({"anew": {"type": "text", "nullable": True, "was": "more"}}, indexes=["anew"]),
    ),
    Form(
        "column, reference, index and check added",
        _ONLINE,
        {},
        items(
            {"other_id": "-> kinds?", "more": {"type": "text", "backfill": "upper(code)", "unique": False}},
            indexes=["more"],
            checks=["more <> 'x'"],
        ),
    ),
    Form(
        "nulls refused above a table that inherits",
        _ONLINE,
        merged(items({"more": "text?"}, checks=_FILLED), table("heirs", inherits="items", columns={"own": "text?"})),
        merged(items({"more": "text"}, checks=_FILLED), table("heirs", inherits="items", columns={"own": "text?"})),
    ),
    Form("nulls refused, with a backfill, where nobody is at work", _BLOCKING, items(online=False), PLAINLY_FILLED),
    Form(
        "index added where nobody is at work", _BLOCKING, items(online=False), items(online=False, indexes=["number"])
    ),
    # what lies beside
    Form("privileges granted", _FREE, {}, items(grants={"app_reader": "select"})),
    Form("owner changed", _FREE, {}, items(owner="app_owner")),
    Form("policy and row security", _FREE, {}, items(row_security=True, policies={"own": "number > 0"})),
    Form(
        "trigger added",
        _FREE,
        {},
        items(triggers={"same": "before update execute suppress_redundant_updates_trigger()"}),
    ),
    Form(
        "column kept up to date",
        _FREE,
        items({"touched": "timestamptz = now()"}),
        items({"touched": {"type": "timestamptz", "default_sql": "now()", "set_on_update": "now()"}}),
    ),
    Form("rule added", _FREE, {}, items(rules={"keep": {"on": "delete", "where": "old.id < 0", "instead": True}})),
    Form("extended statistics", _FREE, {}, items(statistics=[["number", "code"]])),
    Form("publication", _FREE, {}, {"publications": {"PREFIX_items": ["items"]}}),
    Form("view created", _FREE, {}, {"views": {"large": _VIEW}}),
    Form("view replaced", _FREE, {"views": {"large": _VIEW}}, {"views": {"large": _VIEW.replace("> 0", "> 1")}}),
    Form(
        "view with other columns",
        _FREE,
        {"views": {"large": _VIEW}},
        {"views": {"large": _VIEW.replace("id,", "id, code,")}},
    ),
    Form(
        "column filled that a view with other columns shows",
        _ONLINE,
        {"views": {"large": _VIEW}},
        {
            "views": {"large": _VIEW.replace("id,", "id, more,")},
            **items({"more": {"type": "text", "backfill": "upper(code)"}}),
        },
    ),
    Form("view dropped", _FREE, {"views": {"large": _VIEW}}, {}),
    Form(
        "materialized view created",
        _FREE,
        {},
        {"materialized_views": {"sums": {"query": _SUMS, "indexes": [{"on": "kind_id", "unique": True}]}}},
    ),
    Form(
        "index of a materialized view added",
        _ONLINE,
        {"materialized_views": {"sums": {"query": _SUMS}}},
        {"materialized_views": {"sums": {"query": _SUMS, "indexes": [{"on": "kind_id", "unique": True}]}}},
    ),
    Form(
        "function replaced",
        _FREE,
        {"functions": {"twice(n integer)": {**_FUNCTION, "body": "return n * 2"}}},
        {"functions": {"twice(n integer)": {**_FUNCTION, "body": "return n + n"}}},
    ),
    Form("sequence changed", _FREE, {"sequences": {"numbers": {}}}, {"sequences": {"numbers": {"increment": 2}}}),
    # partitions
    Form("index of a partitioned table added", _ONLINE, events(), events(indexes=["word"])),
    Form("index of a partitioned table dropped", _FREE, events(indexes=["word"]), events()),
    Form("unique constraint of a partitioned table added", _ONLINE, events(), events(unique=[["word", "day", "id"]])),
    Form(
        "primary key of a partitioned table added",
        _BLOCKING,
        events(primary_key=None, unique=_ONCE),
        events(unique=_ONCE),
    ),
    Form(
        "nulls refused in a partitioned table",
        _ONLINE,
        events({"word": "text?"}, checks=["coalesce(word, '') <> ''"]),
        events(checks=["coalesce(word, '') <> ''"]),
    ),
    Form("check of a partitioned table added", _ONLINE, events(), events(checks=["day > 0"])),
    Form(
        "column of a partitioned table added",
        _ONLINE,
        events(),
        events({"more": {"type": "text", "backfill": "upper(word)"}}),
    ),
    Form("partition added", _FREE, events(), events(partitions={"events_more": "from (100000000) to (100001000)"})),
    Form(
        "partition added beside a default one",
        _ONLINE,
        events(partitions=_DEFAULT),
        events(partitions={**_DEFAULT, "events_more": "from (100000000) to (100001000)"}),
    ),
    Form(
        "partitions of two columns added beside a default one",
        _ONLINE,
        events(partition_by="range (day, id)", partitions={**_PAIRS, "events_rest": "default"}),
        events(partition_by="range (day, id)", partitions={**_PAIRS, **_MORE_PAIRS, "events_rest": "default"}),
    ),
    Form(
        "partition of a list added beside a default one",
        _ONLINE,
        events(partition_by="list (day)", partitions={**_LISTS, "events_rest": "default"}),
        events(
            partition_by="list (day)",
            partitions={**_LISTS, "events_more": "in (77777, -77777)", "events_rest": "default"},
        ),
    ),
    Form(
        "table attached as a partition, which lacks keys and indexes",
        _ONLINE,
        merged(events({"kind_id": "bigint"}, foreign_keys=_KIND, unique=[["id", "day", "word"]]), _APART),
        events({"kind_id": "bigint"}, foreign_keys=_KIND, unique=[["id", "day", "word"]], partitions=_ATTACHED),
    ),
    Form(
        "table attached as a partition beside a default one",
        _ONLINE,
        merged(events({"kind_id": "bigint"}, partitions={**_DEFAULT, **_EARLY}), _APART),
        events({"kind_id": "bigint"}, partitions={**_DEFAULT, **_EARLY, **_ATTACHED}),
    ),
    Form("partition dropped", _FREE, events(), events(partitions={"events_low": None})),
    Form(
        "partition detached",
        _FREE,
        events(),
        merged(
            events(partitions={"events_low": None}),
            table("events_low", columns={"id": "bigint", "day": "integer", "word": "text"}, primary_key=["id", "day"]),
        ),
    ),
)

PHASED: Final = (
    Form(
        "column renamed",
        _ONLINE,
        items({"more": "text?"}, indexes=["more", "lower(more)"], large=True),
        items({"anew": {"type": "text", "nullable": True, "was": "more"}}, indexes=["anew", "lower(anew)"], large=True),
    ),
    Form(
        "unique column renamed",
        _ONLINE,
        items(unique=["number"], large=True),
        items({"number": None, "count": {"type": "integer", "was": "number"}}, unique=["count"], large=True),
    ),
    Form(
        "several columns renamed",
        _ONLINE,
        items(large=True),
        items(
            {
                "code": None,
                "sign": {"type": "varchar(20)", "was": "code"},
                "made_at": None,
                "since": {"type": "timestamptz", "was": "made_at"},
            },
            large=True,
        ),
    ),
    Form(
        "column of a partitioned table renamed",
        _ONLINE,
        events({"more": "text"}, indexes=["more"], large=True),
        events({"anew": {"type": "text", "was": "more"}}, indexes=["anew"], large=True),
    ),
    Form(
        "table renamed",
        _ONLINE,
        table("old", columns=_OLD, indexes=["word"], large=True),
        table("anew", columns=_OLD, indexes=["word"], was="old", large=True),
    ),
    Form(
        "column required",
        _ONLINE,
        items({"more": "text?"}, large=True),
        items({"more": {"type": "text", "backfill": "upper(code)"}}, large=True),
    ),
    Form(
        "required column added",
        _ONLINE,
        items(large=True),
        items({"more": {"type": "text", "backfill": "code"}}, large=True),
    ),
    Form(
        "type changed",
        _ONLINE,
        items({"more": "integer"}, indexes=["more"], large=True),
        items({"more": "bigint"}, indexes=["more"], large=True),
    ),
    Form(
        "type of a key changed",
        _ONLINE,
        merged(
            items({"kind_id": "-> kinds"}, large=True),
            table("kinds", columns={"id": "integer primary key"}, large=True),
        ),
        merged(items({"kind_id": "-> kinds"}, large=True), table("kinds", large=True)),
    ),
    Form(
        "columns merged",
        _ONLINE,
        items({"more": "text", "rest": "text"}, indexes=["more"], large=True),
        items(
            {
                "more": None,
                "rest": None,
                "whole": {"type": "text", "was": {"made_of": "more || rest", "back": {"more": "whole", "rest": "''"}}},
            },
            indexes=["whole"],
            large=True,
        ),
    ),
    Form(
        "value of an enum removed",
        _ONLINE,
        merged(
            {"enums": {"mood": ["sad", "blue", "ok"]}},
            items({"mood": {"type": "mood", "default": "blue"}}, indexes=["mood"], large=True),
        ),
        merged(
            {"enums": {"mood": {"values": ["sad", "ok"], "removed": {"blue": "sad"}}}},
            items({"mood": {"type": "mood", "default": "ok"}}, indexes=["mood"], large=True),
        ),
    ),
)
"""Edits that are made in two migrations, between which code of before and of after is at work."""
