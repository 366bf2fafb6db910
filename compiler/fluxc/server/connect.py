"""Connections to any PostgreSQL server; what goes wrong is said without a secret."""

from __future__ import annotations

import contextlib
import getpass
import os
import re
from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import Diagnostic, OutsideError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

_SECRETS = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")
# A connection that died unseen is found within a minute and a half, not after the system's two hours.
_DEFAULTS = {
    "connect_timeout": 10,
    "keepalives": 1,
    "keepalives_idle": 30,
    "keepalives_interval": 15,
    "keepalives_count": 4,
}
_VARIABLES = {"connect_timeout": "PGCONNECT_TIMEOUT"}
# What libpq or the server says, what we call it, and the cure. The first match counts.
_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"database .* does not exist", "there is no such database", "Create the database, or correct its name."),
    (
        r"no password supplied",
        "the server asks for a password",
        "Put the password into PGPASSWORD, a pgpass file or the URL.",
    ),
    (
        r"password authentication failed|authentication failed|role .* does not exist|not permitted to log in",
        "the server refuses this user or password",
        "Correct the user and the password (URL, PGUSER, PGPASSWORD or pgpass file).",
    ),
    (
        r"no pg_hba\.conf entry|pg_hba\.conf rejects",
        "the server lets nobody in from this machine as this user to this database",
        "Add a line to its pg_hba.conf, or ask for sslmode=require if it admits encrypted connections alone.",
    ),
    (
        r"timeout expired|timed out|connection timeout",
        "it did not answer in time",
        "Check host, port and firewall, or allow more with connect_timeout=SECONDS in the URL.",
    ),
    (
        r"resolve host|translate host name|Name or service not known|nodename nor servname",
        "the name of the host is not known",
        "Correct the name of the host.",
    ),
    (
        r"Connection refused|No such file or directory|Is the server running",
        "no server listens there",
        "Start the server, or correct host and port.",
    ),
    (
        r"too many clients|too many connections|remaining connection slots",
        "the server has no connection left",
        "Close other connections, or raise max_connections.",
    ),
    (
        r"starting up|shutting down|recovery mode|not yet accepting",
        "the server is starting or stopping",
        "Try again when it is up.",
    ),
    (
        r"\bSSL\b|certificate|\bGSS",
        "the two sides do not agree on encryption",
        "Correct sslmode and the certificates in the URL.",
    ),
)


def connect(url: str, *, autocommit: bool = True, application_name: str = "fluxc") -> psycopg.Connection:
    """Return an open connection to ``url``, a libpq URL or connection string, speaking UTF-8.

    Raises OutsideError ``bad-url`` or ``cannot-connect``; neither holds the password or the whole URL.
    """
    import psycopg

    given = _read(url)
    wanted: dict[str, Any] = {
        name: value
        for name, value in _DEFAULTS.items()
        if name not in given and _VARIABLES.get(name, "") not in os.environ
    }
    try:
        return psycopg.connect(
            url, autocommit=autocommit, application_name=application_name, client_encoding="UTF8", **wanted
        )
    except psycopg.Error as error:
        said = str(error)
    # Raised outside the handler: the driver's own error, which may hold anything, must not travel along.
    raise OutsideError(_refusal(url, sanitised(said, url)))


def place(url: str) -> str:
    """Return for people where ``url`` leads, as "app on localhost:5432"; raises OutsideError ``bad-url``."""
    given = _read(url)

    def value(*names: str) -> str:
        return next((text for name in names if (text := given.get(name) or os.environ.get(f"PG{name.upper()}"))), "")

    if "service" in given and not given.get("host"):
        return _printable(f"{given.get('dbname') or 'the database'} of the service {given['service']}")
    # libpq's own names for these two variables are PGDATABASE and PGUSER.
    database = given.get("dbname") or os.environ.get("PGDATABASE") or value("user") or getpass.getuser()
    host = value("host", "hostaddr") or "the local socket"
    where = host if host.startswith(("/", "@", "the ")) else _with_ports(host, value("port") or "5432")
    return _printable(f"{database} on {where}")


def _with_ports(host: str, port: str) -> str:
    hosts, ports = host.split(","), port.split(",")
    if len(ports) < len(hosts):
        ports = ports[:1] * len(hosts)
    pairs = [(h, p or "5432") for h, p in zip(hosts, ports, strict=False)]
    return ", ".join(f"[{h}]:{p}" if ":" in h else f"{h}:{p}" for h, p in pairs)


def sanitised(text: str, url: str) -> str:
    """Return ``text`` without the secrets of ``url``, of PGPASSWORD, or of anything that looks like a URL."""
    clean = re.sub(r"(\w+://)[^\s\"'/@]*@", r"\1***@", text)
    clean = re.sub(r"(?i)((?:ssl)?password\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&\"]+)", r"\1***", clean)
    for secret in sorted(_secrets(url), key=len, reverse=True):
        clean = clean.replace(secret, "***")
    return _printable(clean)


def _secrets(url: str) -> set[str]:
    from urllib.parse import quote, quote_plus

    plain = {os.environ.get("PGPASSWORD", "")}
    with contextlib.suppress(OutsideError):
        given = _read(url)
        plain |= {given.get(name, "") for name in _SECRETS}
    plain.discard("")
    return {form for secret in plain for form in (secret, quote(secret), quote(secret, ""), quote_plus(secret))}


def _read(url: str) -> Mapping[str, str]:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    with contextlib.suppress(psycopg.Error, UnicodeError):  # their text quotes the URL
        found = conninfo_to_dict(url)
        if "\0" not in url and not _is_misread(url):  # the C library reads up to the zero only
            return {name: str(value) for name, value in found.items() if value is not None}
    raise OutsideError(
        Diagnostic(
            "bad-url",
            "the URL of the database cannot be read",
            help="Write it as postgresql://user@host:5432/database, with special characters percent-encoded.",
        )
    )


def _is_misread(url: str) -> bool:
    """Tell whether a part of a password that is not encoded would be read as a host or a database, and so be shown."""
    _, scheme, rest = url.partition("://")
    user, at, behind = rest.partition("@")
    if at and "/" not in user:
        rest = behind
    return bool(scheme) and "@" in rest.partition("?")[0]


def _refusal(url: str, said: str) -> Diagnostic:
    for pattern, reason, cure in _KINDS:
        if re.search(pattern, said):
            return Diagnostic("cannot-connect", f"cannot connect to {place(url)}: {reason}", help=cure)
    first = said.strip()[:300] or "no reason was given"
    return Diagnostic(
        "cannot-connect", f"cannot connect to {place(url)}: {first}", help="Correct the URL, or the server's settings."
    )


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
