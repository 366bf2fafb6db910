"""The databases in which runners are ended, and what has to be there in the end."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import psycopg
from psycopg.conninfo import make_conninfo

from fluxc.diagnostics import InputError, OutsideError
from fluxc.history.migration import Label
from fluxc.inspect import Outside, compare, read
from fluxc.prove.faults.course import Course
from fluxc.prove.faults.job import Job
from fluxc.prove.faults.roles import rename_roles, role_names
from fluxc.prove.faults.traffic import Traffic
from fluxc.prove.proof import ABOUT_ROLES
from fluxc.run.apply import migrate
from fluxc.run.event import unheard
from fluxc.run.outside import left_out
from fluxc.run.stop import Stopped
from fluxc.server.connect import connect
from fluxc.server.roles import missing_role
from fluxc.server.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from fluxc.history.migration import History, Migration
    from fluxc.inspect import Catalogue
    from fluxc.prove.faults.place import Place
    from fluxc.prove.faults.roles import Names
    from fluxc.run.event import OnEvent
    from fluxc.server.borrowed import Borrowed

WAIT: Final = 60.0
"""How many seconds a run waits for the end of another."""
_COPY: Final = "faults_copy"
_SETTINGS: Final = "-c synchronous_commit=on -c deadlock_timeout=100ms"
"""What is committed outlives a restart, as it does elsewhere, and who waits for each other is soon told."""
_LEDGER: Final = """
select name, step, steps, id, parent, sealed, checksum, file_sha256, down, state, fluxc, applied_by
from fluxc.migrations order by ordinal
"""


class Outcome(NamedTuple):
    """What a run leaves: the catalogue, and the rows of the ledger without their times."""

    catalogue: Catalogue
    ledger: tuple[tuple[Any, ...], ...]


class Bench:
    """Makes databases as they are before a migration, and says whether they are what an undisturbed run makes of them.

    The migrations are taken in their order.
    """

    def __init__(self, server: Scratch | Borrowed, history: History) -> None:
        self.server = server
        self.history = history
        self._urls: dict[str, str] = {}
        self._before = self._made(None)
        self._behind = self._before
        self._outside = Outside()
        self._expected: dict[bool, Outcome] = {}
        self._names: dict[bool, Names] = {}
        self.has_tables = False
        """Whether there is any table before the migration."""

    def turn_to(self, migration: Migration) -> None:
        """Have copies be of the states around a migration; raises what an undisturbed run up to it raises."""
        items = self.history.migrations
        at = next(at for at, item in enumerate(items) if item.id == migration.id)
        self._rename_roles(back=True)
        if self._before != self._behind:
            self.server.drop(self._before)
            self._before = self._behind
        if at:
            self._migrated(self._before, items[at - 1])
        with Traffic(self._urls[self._before]) as traffic:
            self.has_tables = bool(traffic.tables())
        self._behind = self._made(self._before)
        about_roles = ABOUT_ROLES.search(migration.delta) is not None
        before: Names = self._role_names() if about_roles else {}
        self._migrated(self._behind, migration)
        self._names = {False: before, True: self._role_names()} if about_roles else {}
        self._outside = left_out(items[: at + 1])
        self._expected = {False: self._outcome(self._urls[self._behind])}
        if migration.down.label is not Label.IMPOSSIBLE:
            course = Course.and_back(migration)
            with self.copy(course) as url:
                self.job(url, course).run(unheard)
                self._expected[True] = self._outcome(url)

    @contextmanager
    def copy(self, course: Course) -> Generator[str]:
        """Give the URL of a database as it is at the beginning of a course, for the time of the context."""
        url = self._create(_COPY, self._behind if course.back else self._before)
        self._rename_roles(back=course.back)
        try:
            yield url
        finally:
            self.server.drop(_COPY)

    def job(self, url: str, course: Course, place: Place | None = None) -> Job:
        """Return the run of a course in a copy, to be stopped at a place, if any."""
        if place is None or not place.inside:
            return Job(url, self.history, course.to, course.back, place.halt if place else None)
        return Job(url, course.held(self.history, place, url), course.to, course.back)

    def failure(self, job: Job, on_event: OnEvent) -> str | None:
        """Do a job in this process, as one who finds a run ended does; return what it says where it fails."""
        try:
            job.run(on_event, WAIT)
        except OutsideError as error:
            return f"{error.diagnostic.code}: {error.diagnostic.message}"
        except (InputError, Stopped) as error:
            return f"{error.diagnostics[0].code}: {error.diagnostics[0].message}"
        return None

    def differences(self, url: str, course: Course) -> Iterator[str]:
        """Yield in words what is otherwise than behind an undisturbed run of a course."""
        expected, found = self._expected[course.back], self._outcome(url)
        yield from _of_ledgers(expected.ledger, found.ledger)
        with _connected(url) as connection:
            for item in compare(connection, expected.catalogue, found.catalogue):
                yield item.text

    def _role_names(self) -> Names:
        with _connected(self._urls[self._behind]) as connection:
            return role_names(connection)

    def _rename_roles(self, *, back: bool) -> None:
        """Have roles be called as at the beginning of a course, where a migration is about them."""
        if self._names:
            with _connected(self._urls[self._behind]) as connection:
                rename_roles(connection, self._names[back])

    def _outcome(self, url: str) -> Outcome:
        with _connected(url) as connection:
            rows = connection.execute(_LEDGER).fetchall()
            return Outcome(read(connection, outside=self._outside), tuple(rows))

    def _made(self, template: str | None) -> str:
        name = f"faults_{len(self._urls)}"
        self._urls[name] = self._create(name, template)
        return name

    def _create(self, name: str, template: str | None) -> str:
        """Make a database anew and return its URL; on a server of ours with settings for the occasion."""
        self.server.drop(name)
        url = self.server.create(name, template)
        return make_conninfo(url, options=_SETTINGS) if isinstance(self.server, Scratch) else url

    def _migrated(self, name: str, to: Migration) -> None:
        """Bring a database to a migration; roles that it names and does not make are made."""
        made: set[str] = set()
        while True:
            try:
                migrate(self._urls[name], self.history, to=to.id, wait=WAIT)
            except OutsideError as error:
                role = missing_role(error.diagnostic.message)
                if role is None or role in made:
                    raise
                made.add(role)
                self.server.make_role(role)
            else:
                return


@contextmanager
def _connected(url: str) -> Generator[psycopg.Connection[Any]]:
    with connect(url, application_name="fluxc prove") as connection:
        with suppress(psycopg.Error):  # what a server says is understood in English; only superusers may choose
            connection.execute("set lc_messages to 'C'")
        yield connection


def _of_ledgers(expected: tuple[tuple[Any, ...], ...], found: tuple[tuple[Any, ...], ...]) -> Iterator[str]:
    if found == expected:
        return
    wanted, there = (
        ", ".join(f"step {step} of {name}" for name, step, *_ in rows) or "nothing" for rows in (expected, found)
    )
    if wanted != there:
        yield f"the ledger holds {there}; expected {wanted}"
    else:
        yield "the rows of the ledger hold other values"
