"""What the embedded server lacks is said with the cure, in answer to the server's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.server.connect import connect
from fluxc.server.lacks import cure

if TYPE_CHECKING:
    from fluxc.server.scratch import Scratch


def complaint(url: str, statement: str) -> str:
    """Return the server's message about ``statement``, or an empty string."""
    with connect(url) as session:
        try:
            session.execute(statement.encode())
        except psycopg.Error as error:
            return error.diag.message_primary or ""
    return ""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("CREATE EXTENSION postgis", "no `postgis`: name a server that has it with --url"),
        ('CREATE EXTENSION "uuid-ossp"', "gen_random_uuid() replaces uuid_generate_v4()"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS ''", "no `plpython3u`"),
        ("SELECT uuid_generate_v4()", "use the built-in gen_random_uuid()"),
        ("SELECT public.digest('a', 'sha256')", "use the built-in sha256()"),
        ("SELECT crypt('a', gen_salt('bf'))", 'pip install "fluxc[pg17]"'),
        ("SELECT uuid_generate_v5(null, 'a')", "declare the extension and name a server"),
        ("SELECT 'a' COLLATE \"xx_XX\"", "no locale `xx_XX`"),
    ],
)
def test_what_every_engine_lacks(database: str, statement: str, expected: str) -> None:
    """The help names what to use instead."""
    assert expected in cure(complaint(database, statement))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("CREATE EXTENSION pgcrypto", 'pip install "fluxc[pg17]"'),
        ("CREATE COLLATION german (provider = icu, locale = 'de')", "the provider `builtin`"),
        ("SELECT 'a' COLLATE \"de-x-icu\"", 'the collation "C"'),
        ("CREATE TABLE packed (a text COMPRESSION lz4)", "pglz"),
        ("SELECT xmlparse(DOCUMENT '<a/>')", "as text or jsonb"),
        ("ALTER SYSTEM SET ssl = on", "SSL"),
    ],
)
def test_what_the_wheel_lacks(server: Scratch, database: str, statement: str, expected: str) -> None:
    """An engine of the distribution may have it; then there is nothing to say."""
    said = complaint(database, statement)
    if "pginstall" in str(server.engine.home):
        assert said
    assert expected in cure(said) or not said


def test_other_errors_are_left_alone(database: str) -> None:
    """An ordinary mistake has nothing to do with what the engine lacks."""
    for statement in ("SELECT nope()", "SELECT * FROM nope", "SELECT 1/0", "CREATE TABLE broken ("):
        said = complaint(database, statement)
        assert said
        assert cure(said) == ""
