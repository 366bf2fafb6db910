"""The catalogue that the migrations made, in the server's own words, kept beside the ledger after a run.

It is the state of what was applied, not of the database: what had changed behind the back of the migrations before a
run is not taken over. It counts only while the ledger says what it said then, on a server of the same major version,
for readers that read the same facts.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.diagnostics import OutsideError
from fluxc.run import ledger
from fluxc.run.outside import left_out_of, numbers_of, paths_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.history.migration import Migration
    from fluxc.inspect import Catalogue
    from fluxc.run.decide import Row

_CREATE: Final = """
create table if not exists fluxc.catalogue (
  only_row boolean not null default true,
  applied text not null,
  major integer not null,
  form text not null,
  objects bytea not null,
  recorded_at timestamptz not null default pg_catalog.now(),
  constraint catalogue_pkey primary key (only_row),
  constraint catalogue_only_row_check check (only_row)
)
"""
_READ: Final = "select objects from fluxc.catalogue where applied = %s and major = %s and form = %s"
_WRITE: Final = """
insert into fluxc.catalogue (applied, major, form, objects) values (%s, %s, %s, %s)
on conflict (only_row) do update set
  applied = excluded.applied, major = excluded.major, form = excluded.form, objects = excluded.objects,
  recorded_at = pg_catalog.now()
"""
_FAILURES: Final = (psycopg.Error, OutsideError, ValueError, KeyError)
"""What may go wrong with a catalogue that is only looked at; the migrations do not depend on it."""
_IS_NEW: Final = """
select not exists (
  select from pg_catalog.pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'fluxc')
) and not exists (
  select from pg_catalog.pg_class where relnamespace = 'public'::regnamespace
  union all select from pg_catalog.pg_type where typnamespace = 'public'::regnamespace
  union all select from pg_catalog.pg_proc where pronamespace = 'public'::regnamespace
  union all select from pg_catalog.pg_extension where oid >= 16384
  union all select from pg_catalog.pg_publication
  union all select from pg_catalog.pg_event_trigger
  union all select from pg_catalog.pg_foreign_data_wrapper
  union all select from pg_catalog.pg_default_acl
)
"""


def recorded_catalogue(connection: psycopg.Connection[Any], rows: Sequence[Row]) -> Catalogue | None:
    """Return the catalogue that was recorded when the ledger held these rows, None where none that counts is there."""
    from fluxc.inspect.written import from_text

    with suppress(psycopg.ProgrammingError, zlib.error, ValueError, TypeError, KeyError):
        row = connection.execute(_READ, _counts(connection, rows), prepare=False).fetchone()
        return from_text(zlib.decompress(row[0]).decode()) if row else None
    return None


class Recording:
    """A run seen from both ends; `finish` records what it made, if that can be told."""

    def __init__(self, connection: psycopg.Connection[Any], migrations: Sequence[Migration]) -> None:
        """Look at the database before the run; the ``migrations`` are those of the folder."""
        self._connection = connection
        self._migrations = migrations
        self._rolling: list[int] = []
        self._before: Catalogue | None = None
        self._expected: Catalogue | None = None
        self._loading: Thread | None = None
        with suppress(*_FAILURES):
            self._look()

    def _look(self) -> None:
        rows = ledger.read(self._connection)
        if not rows and _is_new(self._connection):
            # what reads catalogues loads while the server is busy with the run
            self._loading = Thread(target=_load, daemon=True)
            self._loading.start()
            return
        from fluxc.inspect import read

        recorded = recorded_catalogue(self._connection, rows) if rows else None
        if rows and recorded is None:
            return
        outside = left_out_of(rows, self._migrations)
        if outside.rolling:
            self._rolling = numbers_of(self._connection, outside.rolling)
        self._before = read(self._connection, outside=outside)
        self._expected = recorded or _empty(self._before)

    def finish(self) -> None:
        """Record the catalogue to expect from now on; a failure costs later comparisons time, no more."""
        if self._loading is not None:
            self._loading.join()
        elif self._expected is None:
            return
        with suppress(*_FAILURES):
            catalogue = self._made()
            if catalogue is not None:
                self._write(catalogue)

    def _made(self) -> Catalogue | None:
        from fluxc.inspect import read
        from fluxc.inspect.patch import patched

        outside = left_out_of(ledger.read(self._connection), self._migrations)
        if self._rolling and not paths_of(self._connection, self._rolling) <= outside.rolling:
            return None  # which of the partitions the clock made cannot be told
        after = read(self._connection, outside=outside)
        if self._before is None or self._expected is None:
            return after  # there was nothing before
        return patched(self._expected, self._before, after)

    def _write(self, catalogue: Catalogue) -> None:
        from fluxc.inspect.written import as_text

        objects = zlib.compress(as_text(catalogue).encode(), 1)
        with self._connection.transaction():
            self._connection.execute(_CREATE, prepare=False)
            counts = _counts(self._connection, ledger.read(self._connection))
            self._connection.execute(_WRITE, (*counts, objects), prepare=False)


def _is_new(connection: psycopg.Connection[Any]) -> bool:
    """Return whether a database holds nothing but what every new one does."""
    row = connection.execute(_IS_NEW, prepare=False).fetchone()
    return bool(row and row[0])


def _load() -> None:
    for module in ("fluxc.inspect.patch", "fluxc.inspect.written"):
        import_module(module)


def _empty(before: Catalogue) -> Catalogue:
    """Return what is expected of a database without migrations: the namespace that every new one has."""
    from fluxc.inspect import Catalogue, Key

    own = Key("namespace", "public")
    public = {key: attributes for key, attributes in before.objects.items() if key == own}
    return Catalogue(MappingProxyType(public), MappingProxyType({}), MappingProxyType({}))


def _counts(connection: psycopg.Connection[Any], rows: Sequence[Row]) -> tuple[str, int, str]:
    """Return what must be the same for a record to count."""
    from fluxc.inspect.written import form

    steps = sorted(f"{row.id} {row.step} {row.checksum}" for row in rows)
    return sha256("\n".join(steps).encode()).hexdigest(), connection.info.server_version // 10000, form()
