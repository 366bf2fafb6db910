"""What a statement did, read by the connection that ran it, inside its transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.trace.before import NO_COUNTS, Before
from fluxc.trace.cost import Cost, Mode, Work
from fluxc.trace.words import understood

if TYPE_CHECKING:
    from collections.abc import Iterable

    import psycopg

    from fluxc.trace.before import Relation
    from fluxc.trace.words import Heard

# The counters go on from one transaction to the next until the server has taken them.
_COUNTED: Final = """
select class.oid::int8, class.relname, class.relfilenode::int8, counted.*
from pg_catalog.pg_class as class
cross join lateral (
  select
    pg_catalog.pg_stat_get_xact_numscans(class.oid), pg_catalog.pg_stat_get_xact_tuples_returned(class.oid),
    pg_catalog.pg_stat_get_xact_tuples_fetched(class.oid) + coalesce((
      select sum(pg_catalog.pg_stat_get_xact_tuples_returned(indexrelid)) from pg_catalog.pg_index
      where indrelid = class.oid
    ), 0)::int8,
    pg_catalog.pg_stat_get_xact_tuples_inserted(class.oid),
    pg_catalog.pg_stat_get_xact_tuples_updated(class.oid), pg_catalog.pg_stat_get_xact_tuples_deleted(class.oid)
) as counted (scans, read, fetched, inserted, updated, deleted)
"""
_AT_FIRST: Final = f"""{_COUNTED}
where class.oid >= 16384 and class.relkind in ('r', 'm')
  and counted.scans + counted.fetched + counted.inserted + counted.updated + counted.deleted > 0
"""
_NOW: Final = _COUNTED + "where class.oid = any(%s::oid[])"
_INDEXES: Final = """
select index.indrelid::int8, index.indexrelid::int8, pg_catalog.format('%%I.%%I', space.nspname, class.relname),
  class.relfilenode::int8
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
where index.indrelid = any(%s::oid[])
order by 3
"""
_CONSTRAINTS: Final = """
select conrelid::int8, oid::int8, conname, pg_catalog.quote_ident(conname), contype
from pg_catalog.pg_constraint
where conrelid = any(%s::oid[]) and convalidated and contype in ('c', 'f', 'n')
order by 3, 1
"""
_SIZE: Final = "select pg_catalog.pg_relation_size(%s::oid)"


class Reading:
    """Reads, after each statement of one transaction, what it did to relations that were there before."""

    def __init__(self, connection: psycopg.Connection[Any], second: psycopg.Connection[Any]) -> None:
        """Begin with a transaction that is open and has done nothing yet."""
        self._connection = connection
        self._before = Before(second, connection.info.backend_pid)
        self._major = connection.info.server_version // 10000
        self._counted = {oid: tuple(counts) for oid, _, _, *counts in self._ask(_AT_FIRST)}

    def cost(self, statement: int, offset: int, messages: Iterable[str]) -> Cost:
        """Return what was done since this was asked last, by a statement that brought ``messages``."""
        locks = self._before.locked()
        heard = understood(messages, self._major)
        files, works = self._present()
        rewritten, emptied, rebuilt = self._files(files, {work.relation for work in works if work.read}, heard)
        scans = {work.relation for work in works if work.scans} - emptied  # their indexes are made of nothing
        built = [*rebuilt, *self._new_indexes()]
        validated = self._validated(scans, rewritten, heard)
        return Cost(
            statement,
            offset,
            locks,
            rewrites=tuple(sorted(rewritten)),
            empties=tuple(sorted(emptied)),
            scans=tuple(sorted(scans)),
            validates=tuple(validated),
            builds=tuple(sorted(built)),
            works=works,
        )

    def _present(self) -> tuple[dict[int, Relation], tuple[Work, ...]]:
        """Return the relations with new files, and what was counted; note what is gone."""
        watched = {oid: relation for oid, relation in self._before.relations.items() if not relation.gone}
        if not watched:
            return {}, ()
        rows = {oid: facts for oid, *facts in self._ask(_NOW, list(watched))}
        changed: dict[int, Relation] = {}
        works: list[Work] = []
        for oid, relation in watched.items():
            if oid not in rows:
                relation.gone = True
                continue
            relation.relname, filenode, *counts = rows[oid]
            if filenode != relation.filenode:
                changed[oid] = relation
                relation.filenode = filenode
            if relation.kind in {"table", "materialized view"}:
                works += self._worked(oid, relation, tuple(counts))
        return changed, tuple(sorted(works))

    def _worked(self, oid: int, relation: Relation, counts: tuple[int, ...]) -> Iterable[Work]:
        former = self._counted.get(oid, NO_COUNTS)
        self._counted[oid] = counts
        if counts != former:
            more = [max(now - then, 0) for now, then in zip(counts, former, strict=True)]  # an index may be gone
            yield Work(relation.name, *more)

    def _files(
        self, changed: dict[int, Relation], read: set[str], heard: Heard
    ) -> tuple[set[str], set[str], list[str]]:
        """Return the tables that were rewritten, those that were emptied, and the indexes that were built anew.

        A table that has no row in its new files was emptied, unless rows were read or the server says it rewrote it.
        """
        rewritten: set[str] = set()
        emptied: set[str] = set()
        for oid, relation in changed.items():
            if relation.kind in {"table", "materialized view"}:
                anew = relation.name in read or relation.relname in heard.rewritten
                (rewritten if anew or self._ask(_SIZE, oid)[0][0] else emptied).add(relation.name)
        rebuilt = [relation for relation in changed.values() if relation.kind == "index"]
        tables = self._before.relations
        names = [(index.name, tables[index.table].name) for index in rebuilt]
        return rewritten, emptied, [f"{index} on {table}" for index, table in names if table not in emptied]

    def _new_indexes(self) -> Iterable[str]:
        """Yield the new indexes and their tables; one that has the file of another, or none itself, was not built."""
        tables = self._strongly(Mode.SHARE)
        if not tables:
            return
        files = {relation.filenode for relation in self._before.relations.values() if relation.kind == "index"}
        for oid, index, name, filenode in self._ask(_INDEXES, list(tables)):
            table = tables[oid]
            if index not in table.indexes:
                table.indexes.add(index)
                if filenode and filenode not in files:
                    yield f"{name} on {table.name}"

    def _validated(self, scans: set[str], rewritten: set[str], heard: Heard) -> Iterable[str]:
        """Yield the constraints that became valid by a look at the rows, and tables verified for something else.

        From version 18 on not-nulls are constraints too, and those of a column with a new type are new ones.
        """
        tables = self._strongly(Mode.SHARE_UPDATE_EXCLUSIVE)
        if not tables:
            return
        named: set[str] = set()
        for oid, constraint, name, quoted, kind in self._ask(_CONSTRAINTS, list(tables)):
            table = tables[oid]
            if constraint in table.valid:
                continue
            table.valid.add(constraint)
            if name in heard.validated if kind == "f" else table.name in scans - (rewritten if kind == "n" else set()):
                named.add(table.name)
                yield f"{quoted} on {table.name}"
        for table in tables.values():
            if table.relname in heard.verified and table.name in scans and table.name not in named:
                yield table.name

    def _strongly(self, mode: Mode) -> dict[int, Relation]:
        """Return the tables that are there and on which a lock of at least ``mode`` is held."""
        return {
            oid: relation
            for oid, relation in self._before.relations.items()
            if relation.held >= mode and not relation.gone and relation.kind in {"table", "materialized view"}
        }

    def _ask(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(query.encode(), parameters or None, prepare=False).fetchall()
