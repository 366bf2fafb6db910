"""Whether certificates speak of the migrations that they lie beside, and whether they are enough for a database."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, Severity, Span
from fluxc.history.certificate import Certificate, read_certificate
from fluxc.history.migration import Label
from fluxc.prove.proof import Truth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from fluxc.history.migration import Hazard, History, Migration
    from fluxc.project.address import Environment
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout

_NAMED: Final = 3
_PROVED: Final = re.compile(r"^proved: (.*)$", re.MULTILINE)


def stale(layout: Layout, history: History, config: Config) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the certificates of a project, without a server and without reading statements.

    Those that lack are told of where migrations are to be proved: as errors where some environment is protected, since
    it takes no others, else as warnings.
    """
    protected = any(item.protected for item in config.environments)
    findings = [found for item in history.migrations for found in _wrong(layout, item)]
    if not protected:
        findings = [_lenient(found) for found in findings if found.code != "not-certified" or config.prove.enabled]
    return (*findings, *_left_over(layout, history))


def refusals(
    layout: Layout, environment: Environment, allowed: Collection[str], migration: Migration, major: int
) -> Iterator[Diagnostic]:
    """Yield why a migration may not be applied to a protected database on a server of a major version.

    Hazards are ``allowed`` this time, beside those that the environment allows.
    """
    yield from dangers(environment, allowed, migration.name, migration.hazards, Span(migration.file))
    if not migration.sealed:
        message = f"{migration.name} is pending, and `{environment.name}` takes sealed migrations alone"
        yield Diagnostic("not-sealed", message, Span(migration.file), "seal it with `fluxc seal`")
    found = certificate_of(layout, migration)
    if isinstance(found, Diagnostic):
        yield found
        return
    lacks = {server: unproved(said, migration) for server, said in found.servers.items()}
    proved = [server for server, missing in lacks.items() if not missing]
    if major in proved or (proved and environment.proved_anywhere):
        return
    if proved:
        yield _elsewhere(migration, environment, major, proved)
    else:
        missing = ", ".join(lacks.get(major) or next(iter(lacks.values()), ("up",)))
        message = f"{migration.name} is not proved as a whole: its certificate does not say {missing}"
        yield Diagnostic("not-certified", message, Span(migration.file), _prove(migration))


def dangers(
    environment: Environment, allowed: Collection[str], name: str, hazards: Iterable[Hazard], span: Span | None = None
) -> Iterator[Diagnostic]:
    """Yield which hazards of what is done under a ``name`` a protected database does not take."""
    struck: dict[str, list[str]] = {}
    for hazard in hazards:
        if hazard.code not in (*environment.allow, *allowed):
            struck.setdefault(hazard.code, []).append(hazard.object)
    for code, objects in struck.items():
        more = f" and {len(objects) - _NAMED} more" if len(objects) > _NAMED else ""
        message = f"{name}: {code} {', '.join(objects[:_NAMED])}{more}, not allowed on `{environment.name}`"
        cure = (
            f"see what it means by `fluxc explain {code}`; where it may be, add --allow {code}, "
            f"or put it into `allow` of the environment"
        )
        yield Diagnostic("hazard-not-allowed", message, span, cure)


def _wrong(layout: Layout, migration: Migration) -> Iterator[Diagnostic]:
    found = certificate_of(layout, migration)
    if isinstance(found, Diagnostic):
        yield found


def certificate_of(layout: Layout, migration: Migration) -> Certificate | Diagnostic:
    """Return the certificate of a migration, or why it does not count."""
    path = layout.certificate(migration.file)
    try:
        found = read_certificate(path.read_bytes().decode())
    except FileNotFoundError:
        return Diagnostic("not-certified", f"{migration.name} is not proved", Span(migration.file), _prove(migration))
    except UnicodeDecodeError:
        found = None
    file = layout.shown(path)
    if found is None or not found.servers:
        cure = f"restore it from version control, or write it anew with `fluxc prove {migration.name}`"
        return Diagnostic("bad-certificate", f"{file} is no certificate", Span(file, 1), cure)
    if not found.covers(migration):
        message = f"{file} is about other statements than {migration.file} and its down hold now"
        return Diagnostic("stale-proof", message, Span(file, 1), _prove(migration))
    return found


def unproved(said: str, migration: Migration) -> tuple[str, ...]:
    """Return what has to be proved of a migration and is not among what a certificate says of a server."""
    told = _PROVED.search(said)
    truths = told[1].split(", ") if told else ()
    back = () if migration.down.label is Label.IMPOSSIBLE else (Truth.DOWN, Truth.AGAIN)
    return tuple(truth.value for truth in (Truth.UP, *back) if truth.value not in truths)


def _elsewhere(migration: Migration, environment: Environment, major: int, proved: list[int]) -> Diagnostic:
    versions = " and ".join(map(str, sorted(proved)))
    message = f"{migration.name} is proved on PostgreSQL {versions}, and the server is PostgreSQL {major}"
    cure = (
        f"prove it there too: `fluxc prove {migration.name} --scratch-url URL`; "
        f'or write `prove_on = "any"` in `[environments.{environment.name}]`'
    )
    return Diagnostic("proved-elsewhere", message, Span(migration.file), cure)


def _prove(migration: Migration) -> str:
    return f"prove it with `fluxc prove {migration.name}`"


def _lenient(found: Diagnostic) -> Diagnostic:
    return found._replace(severity=Severity.WARNING) if found.code == "not-certified" else found


def _left_over(layout: Layout, history: History) -> Iterator[Diagnostic]:
    """Yield a warning for each certificate whose migration is not there."""
    known = {migration.name for migration in history.migrations}
    names: list[str] = []
    with suppress(FileNotFoundError, NotADirectoryError):
        names = sorted(entry.name for entry in os.scandir(layout.migrations))
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if dot and ending == "proof" and stem not in known and not name.startswith("."):
            file = layout.shown(layout.migrations / name)
            message = f"{file} is the certificate of a migration that is not there"
            yield Diagnostic("left-over-proof", message, Span(file), "delete it", Severity.WARNING)
