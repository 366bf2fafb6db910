"""What was there before a transaction: seen from a second connection, which sees nothing of what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from fluxc.trace.cost import Lock, Mode, in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import psycopg

NO_COUNTS: Final = (0, 0, 0, 0, 0, 0)
_MODES: Final = {mode.words.title().replace(" ", "") + "Lock": mode for mode in Mode}
# Text by mode, since a transaction may hold ten thousand locks, and each reading gives all of them. The parts of a
# relation are locked when it is dropped, as are its row type and the arrays of types.
_HELD: Final = """
select mode, string_agg(coalesce(relation::text, classid || '/' || objid || '/' || objsubid), ' ')
from pg_catalog.pg_locks
where pid = %s and coalesce(relation, 16384) >= 16384
  and (locktype = 'relation' or locktype = 'object' and mode <> 'AccessShareLock' and classid not in (
    'pg_catalog.pg_attrdef'::regclass, 'pg_catalog.pg_constraint'::regclass, 'pg_catalog.pg_trigger'::regclass,
    'pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_policy'::regclass
  ))
  and database in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
group by mode
"""
# Number 99 is the schema of TOAST tables.
_RELATIONS: Final = """
select class.oid::int8,
  case class.relkind
    when 'r' then 'table' when 'p' then 'table' when 'm' then 'materialized view' when 'i' then 'index'
    when 'I' then 'index' when 'S' then 'sequence' when 'v' then 'view' when 'f' then 'foreign table'
    else 'composite type'
  end,
  pg_catalog.format('%%I.%%I', space.nspname, class.relname), class.relfilenode::int8,
  coalesce(index.indrelid::int8, 0),
  array(select indexrelid::int8 from pg_catalog.pg_index where indrelid = class.oid),
  array(select oid::int8 from pg_catalog.pg_constraint where conrelid = class.oid and convalidated)
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
left join pg_catalog.pg_index as index on index.indexrelid = class.oid
where class.oid = any(%s::oid[]) and class.relnamespace <> 99
"""
_OBJECTS: Final = """
select said.key, named.type, named.identity
from unnest(%s::text[], %s::oid[], %s::oid[], %s::int4[]) as said (key, class, object, part)
cross join lateral pg_catalog.pg_identify_object(said.class, said.object, said.part) as named
where named.identity is not null
  and not exists (
    select from pg_catalog.pg_type as type
    where said.class = 'pg_catalog.pg_type'::regclass and type.oid = said.object
      and (type.typrelid <> 0 or type.typcategory = 'A')
  )
"""


@dataclass(slots=True)
class Relation:
    """A relation that was there, and what is known of it by now; ``held`` is the strongest lock on it, 0 without.

    ``table`` is that of an index, ``indexes`` and ``valid`` are the indexes and the valid constraints that it had,
    ``relname`` is its present name.
    """

    kind: str
    name: str
    filenode: int
    table: int
    indexes: set[int]
    valid: set[int]
    held: int = 0
    relname: str = ""
    gone: bool = False


class Before:
    """The relations that ``pid`` has come upon, among those that were there before: ``there``, or all that are seen."""

    def __init__(self, second: psycopg.Connection[Any], pid: int, there: Collection[int] | None = None) -> None:
        self.relations: dict[int, Relation] = {}
        self._second = second
        self._pid = pid
        self._there = there
        self._seen: dict[str, set[str]] = {}
        self._new: set[int] = set()
        self._objects: dict[str, Mode] = {}

    def locked(self) -> tuple[Lock, ...]:
        """Return the locks that were taken, or that are waited for, since this was asked last."""
        relations: dict[int, Mode] = {}
        objects: dict[str, Mode] = {}
        for mode, key in self._fresh():
            if "/" in key:
                objects[key] = max(mode, objects.get(key, mode))
            else:
                relations[int(key)] = max(mode, relations.get(int(key), mode))
        self._meet(relations)
        raised = [oid for oid in relations if oid in self.relations and relations[oid] > self.relations[oid].held]
        for oid in raised:
            self.relations[oid].held = relations[oid]
        return in_order((*self._told(raised), *self._identified(objects)))

    def tables(self) -> list[str]:
        """Return the names of the tables among them."""
        return [relation.name for relation in self.relations.values() if relation.kind == "table"]

    def _fresh(self) -> Iterable[tuple[Mode, str]]:
        """Yield mode and key of the locks that were not held when this was asked last."""
        for name, text in self._second.execute(_HELD, [self._pid]).fetchall():
            if mode := _MODES.get(name):
                keys = set(text.split())
                seen = self._seen.setdefault(name, set())
                for key in keys - seen:
                    yield mode, key
                seen |= keys

    def _meet(self, oids: Iterable[int]) -> None:
        """Find out which of the relations were there."""
        unknown = [oid for oid in oids if oid not in self.relations and oid not in self._new]
        if not unknown:
            return
        self._new.update(unknown)
        for oid, kind, name, filenode, table, indexes, valid in self._second.execute(_RELATIONS, [unknown]).fetchall():
            if self._there is None or oid in self._there:
                self._new.discard(oid)
                self.relations[oid] = Relation(kind, name, filenode, table, set(indexes), set(valid))

    def _identified(self, objects: dict[str, Mode]) -> Iterable[Lock]:
        """Yield the locks on objects that are no relations and no part of one."""
        if not objects:
            return
        addresses = zip(*(map(int, key.split("/")) for key in objects), strict=True)
        rows = self._second.execute(_OBJECTS, [list(objects), *map(list, addresses)]).fetchall()
        for key, kind, identity in rows:
            if objects[key] > self._objects.get(key, 0):
                self._objects[key] = objects[key]
                yield Lock(kind, identity, objects[key])

    def _told(self, oids: Iterable[int]) -> Iterable[Lock]:
        """Yield the locks on some relations, without those on an index that say no more than the one on its table.

        Whatever reads or writes a table locks its indexes as well, and is kept away by a lock on the table first.
        """
        for oid in oids:
            relation = self.relations[oid]
            if relation.table:
                table = self.relations.get(relation.table)
                if relation.held <= max(Mode.ROW_EXCLUSIVE, table.held if table else 0):
                    continue
            yield Lock(relation.kind, relation.name, Mode(relation.held))
