"""Triggers of tables and views, without those that constraints and partitioning bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind
from fluxc.inspect.wording import expression_text
from fluxc.lexer import tokens
from fluxc.model.literal import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object
    from fluxc.model.trigger import Event, Firing, Timing

# Of the triggers that partitions have from their tables, internal ones before 15, those that fire otherwise count.
# The definition of a trigger holds its name and its relation; what is of interest stands behind them. The condition is
# cut out of it, since nothing else gives it.
_QUERY = """
select
  relation.namespace, relation.relation, entry.tgname::text as trigger, entry.tgtype as type,
  entry.tgenabled::text as enabled, usual.tgenabled::text as usual,
  entry.tgconstraint <> 0 as constraint, entry.tgdeferrable as deferrable,
  entry.tginitdeferred as deferred, entry.tgoldtable::text as old_table, entry.tgnewtable::text as new_table,
  (
    select array_agg(attribute.attname::text order by array_position(entry.tgattr::smallint[], attribute.attnum))
    from pg_attribute as attribute
    where attribute.attrelid = relation.oid and attribute.attnum = any (entry.tgattr::smallint[])
  ) as columns,
  entry.tgargs as arguments, entry.tgnargs as argument_count,
  function_namespace.nspname::text as function_namespace, function.proname::text as function,
  source_namespace.nspname::text as source_namespace, source.relname::text as source,
  entry.tgqual is not null as conditional, pg_get_triggerdef(entry.oid) as definition,
  comment.description as comment
from relation
join pg_trigger as entry
  on entry.tgrelid = relation.oid and (entry.tgparentid <> 0 or not entry.tgisinternal)
left join lateral (
  select source_entry.tgenabled
  from pg_partition_ancestors(relation.oid) with ordinality as above (relid, distance)
  join pg_trigger as source_entry on source_entry.tgrelid = above.relid and source_entry.tgname = entry.tgname
  where source_entry.tgparentid = 0 order by above.distance limit 1
) as usual on entry.tgparentid <> 0
left join pg_constraint as bound on bound.oid = entry.tgconstraint
join pg_proc as function on function.oid = entry.tgfoid
join pg_namespace as function_namespace on function_namespace.oid = function.pronamespace
left join pg_class as source on source.oid = entry.tgconstrrelid
left join pg_namespace as source_namespace on source_namespace.oid = source.relnamespace
left join pg_description as comment
  on comment.classoid = 'pg_trigger'::regclass and comment.objoid = entry.oid and comment.objsubid = 0
where entry.tgparentid = 0 or entry.tgenabled <> usual.tgenabled and coalesce(bound.contype, 't') = 't'
"""

_ROW, _BEFORE, _INSTEAD = 1, 2, 64
_EVENTS: Final[dict[int, Event]] = {4: "insert", 16: "update", 8: "delete", 32: "truncate"}
_FIRES: Final[dict[str, Firing]] = {"O": "origin", "D": "disabled", "R": "replica", "A": "always"}


def _fact(row: Mapping[str, Any]) -> Fact:
    relation = (row["namespace"], row["relation"])
    if row["usual"]:
        return Fact("inherited trigger", (*relation, row["trigger"]), {"fires": _FIRES[row["enabled"]]}, relation)
    function = qualified(row["function_namespace"], row["function"])
    attributes = {
        "timing": timing(row["type"]),
        "events": ", ".join(events(row["type"])),
        "columns": ", ".join(qualified(name) for name in row["columns"] or ()) or None,
        "for each": "row" if row["type"] & _ROW else "statement",
        "condition": condition(row),
        "function": function,
        "arguments": ", ".join(map(quoted, arguments(row))) or None,
        "old table": row["old_table"],
        "new table": row["new_table"],
        "constraint": row["constraint"],
        "deferrable": row["deferrable"],
        "initially deferred": row["deferred"],
        "from": qualified(row["source_namespace"], row["source"]) if row["source"] else None,
        "fires": _FIRES[row["enabled"]],
        "comment": row["comment"],
    }
    return Fact("trigger", (*relation, row["trigger"]), attributes, relation)


def timing(bits: int) -> Timing:
    """Return when a trigger of this type fires."""
    return "before" if bits & _BEFORE else "instead of" if bits & _INSTEAD else "after"


def events(bits: int) -> tuple[Event, ...]:
    """Return the events that a trigger of this type fires on."""
    return tuple(event for bit, event in _EVENTS.items() if bits & bit)


def arguments(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the strings that the function is given; the server ends each by NUL."""
    return tuple(bytes(row["arguments"]).decode(errors="backslashreplace").split("\0")[: row["argument_count"]])


def condition(row: Mapping[str, Any]) -> str | None:
    """Return the condition of a trigger, where it has one."""
    return condition_of(row["definition"]) if row["conditional"] else None


def condition_of(definition: str) -> str:
    """Return what stands in the brackets behind WHEN in the definition of a trigger."""
    found = tokens(definition)
    start = next(at for at, token in enumerate(found) if token.text == "WHEN") + 2
    end = max(at for at, token in enumerate(found) if token.text == "EXECUTE") - 1
    return definition[found[start].start : found[end].start]


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.trigger import Trigger  # plain schemas have none

    if row["usual"]:
        from fluxc.model.trigger_copy import TriggerCopy  # most fire as those of their tables

        place, fires = (row["namespace"], row["relation"]), _FIRES[row["enabled"]]
        yield TriggerCopy(place=place, name=row["trigger"], fires=fires, usual=_FIRES[row["usual"]])
        return
    said = condition(row)
    yield Trigger(
        place=(row["namespace"], row["relation"]),
        name=row["trigger"],
        doc=row["comment"],
        timing=timing(row["type"]),
        events=events(row["type"]),
        columns=tuple(row["columns"] or ()),
        row=bool(row["type"] & _ROW),
        condition=expression_text(said) if said is not None else None,
        function=(row["function_namespace"], row["function"]),
        arguments=arguments(row),
        old_table=row["old_table"],
        new_table=row["new_table"],
        constraint=row["constraint"],
        deferrable=row["deferrable"],
        deferred=row["deferred"],
        source=(row["source_namespace"], row["source"]) if row["source"] else (),
        fires=_FIRES[row["enabled"]],
    )


def _definition(row: Mapping[str, Any]) -> str:
    if row["usual"]:
        verb = {"D": "disable", "O": "enable"}.get(row["enabled"], f"enable {_FIRES[row['enabled']]}")
        table, trigger = qualified(row["namespace"], row["relation"]), qualified(row["trigger"])
        return f"alter table only {table} {verb} trigger {trigger};"
    return f"{row['definition']};"


TRIGGER = Kind(_QUERY, _fact, _objects, _definition, present="exists (select from pg_trigger where not tgisinternal)")
