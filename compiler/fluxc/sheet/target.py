"""What the relations of a database hold, and how much is written there: read from its catalogue and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.names import verbatim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import psycopg

    Name = tuple[str, ...]

# As the planner does, the rows are those of the last analyze, on as many pages as there are now.
_SIZES: Final = """
with named as (
  select said.name, class.oid, class.relkind, coalesce(index.indrelid, class.oid) as counted
  from pg_catalog.unnest(%s::text[]) as said (name)
  join pg_catalog.pg_class as class on class.oid = pg_catalog.to_regclass(said.name)
  left join pg_catalog.pg_index as index on index.indexrelid = class.oid
), part as (
  select named.name, named.counted as oid from named
  union
  select named.name, tree.relid from named
  cross join lateral pg_catalog.pg_partition_tree(named.counted) as tree where tree.isleaf
), filled as (
  select part.name, pg_catalog.pg_relation_size(class.oid) as own, pg_catalog.pg_table_size(class.oid) as bytes,
    pg_catalog.pg_indexes_size(class.oid) as index_bytes, class.reltuples, class.relpages,
    pg_catalog.pg_stat_get_live_tuples(class.oid) as living,
    pg_catalog.pg_stat_get_tuples_inserted(class.oid) + pg_catalog.pg_stat_get_tuples_updated(class.oid)
      + pg_catalog.pg_stat_get_tuples_deleted(class.oid) as written
  from part
  join pg_catalog.pg_class as class on class.oid = part.oid and class.relkind in ('r', 'm')
), counted as (
  select name, sum(own) as own, sum(bytes) as bytes, sum(index_bytes) as index_bytes, sum(written) as written,
    sum(case
      when reltuples > 0 and relpages > 0
        then reltuples::float8 / relpages * own / pg_catalog.current_setting('block_size')::float8
      when living > 0 then living
      else own / 100.0
    end) as rows
  from filled group by name
)
select named.name, named.relkind::text,
  array[space.nspname::text, owner.relname::text], case when owner.relispartition then (
    select array[above.nspname::text, root.relname::text]
    from pg_catalog.pg_class as root join pg_catalog.pg_namespace as above on above.oid = root.relnamespace
    where root.oid = pg_catalog.pg_partition_root(owner.oid)
  ) else '{}' end, coalesce(counted.rows, 0)::float8, coalesce(counted.own, 0)::float8,
  coalesce(counted.bytes, 0)::float8, coalesce(counted.index_bytes, 0)::float8, coalesce(counted.written, 0)::float8
from named
join pg_catalog.pg_class as owner on owner.oid = named.counted
join pg_catalog.pg_namespace as space on space.oid = owner.relnamespace
left join counted on counted.name = named.name
"""
# Counts of a database that were never reset are as old as those of the whole server, which outlive a restart.
_SINCE: Final = """
select greatest(extract(epoch from pg_catalog.now() - coalesce(stats_reset, least(
  (select stats_reset from pg_catalog.pg_stat_bgwriter), (select stats_reset from pg_catalog.pg_stat_wal),
  pg_catalog.pg_postmaster_start_time()))), 1)
from pg_catalog.pg_stat_database where datname = pg_catalog.current_database()
"""
_PATIENCE: Final = "set local lock_timeout = '5s'; set local search_path = ''"


class Writes(NamedTuple):
    """How many rows were written in so many seconds, until now."""

    rows: float
    seconds: float

    @property
    def rate(self) -> float:
        """How many are written in a second."""
        return self.rows / self.seconds

    def since(self, before: Writes) -> Writes:
        """Return what was written since another count, all of this one where it began anew in between."""
        rows, seconds = self.rows - before.rows, self.seconds - before.seconds
        return Writes(rows, seconds) if rows >= 0 and seconds > 0 else self


class Held(NamedTuple):
    """What a relation holds: rows, bytes of them and with their TOAST, of its indexes, and how much is written to it.

    An index has what its table holds, and ``table`` is that; of a partitioned table it is what its partitions hold.
    ``root`` is the partitioned table above a partition, else it is empty.
    """

    kind: str
    table: Name
    root: Name
    rows: float
    bytes: float
    whole: float
    index_bytes: float
    writes: Writes

    @property
    def empty(self) -> bool:
        """Whether it could hold rows and has none."""
        return self.kind in {"r", "p", "m"} and not self.rows


def read_held(connection: psycopg.Connection[Any], names: Collection[Name]) -> Mapping[Name, Held]:
    """Return what those of the relations hold that are there; the right to connect is enough.

    The time in which rows were written is that since the statistics were reset, or else since there are any.
    """
    written = {".".join(map(verbatim, name)): name for name in names}
    with connection.transaction():
        connection.execute(_PATIENCE)
        ((seconds,),) = connection.execute(_SINCE).fetchall()
        rows = connection.execute(_SIZES, [list(written)]).fetchall()
    return {
        written[name]: Held(kind, tuple(table), tuple(root), held, own, whole, indexes, Writes(changes, float(seconds)))
        for name, kind, table, root, held, own, whole, indexes, changes in rows
    }


def busier(before: Mapping[Name, Held], now: Mapping[Name, Held]) -> Mapping[Name, Held]:
    """Return what is held now, of writes those since the reading ``before`` where these are more in a second."""

    def writes(name: Name, there: Held) -> Writes:
        recent = there.writes.since(before[name].writes) if name in before else there.writes
        return max(recent, there.writes, key=lambda item: item.rate)

    return {name: there._replace(writes=writes(name, there)) for name, there in now.items()}
