"""Where tables, indexes and the indexes behind constraints are kept."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from fluxc.inspect import read_state

from .conftest import BASE, altered, run

if TYPE_CHECKING:
    from collections.abc import Generator

    from .conftest import Connect, Connection


@contextmanager
def elsewhere(connection: Connection) -> Generator[str]:
    """Give a tablespace, which all databases of the server share; on leaving, what is in it is moved back."""
    name = f"space_{connection.info.backend_pid}"
    run(connection, "set allow_in_place_tablespaces = on")
    run(connection, f"create tablespace {name} location ''")
    try:
        yield name
    finally:
        for kind in ("table", "index", "materialized view"):
            run(connection, f"alter {kind} all in tablespace {name} set tablespace pg_default")
        run(connection, f"drop tablespace {name}")


def test_tablespace(connect: Connect) -> None:
    """A table, an index and a constraint that are kept elsewhere are each reported."""
    connection = connect(BASE)
    with elsewhere(connection) as name:
        moved = altered(
            connection,
            f"alter table app.people set tablespace {name};"
            f"alter index app.people_age_idx set tablespace {name};"
            f"alter index app.people_name_key set tablespace {name};"
            f"create materialized view app.seen tablespace {name} as select 1 as one;",
        )
        state = read_state(connection).state
        said = {item.key.text for item in state if getattr(item, "tablespace", None) == name}
    assert said == {
        "table app.people",
        "index app.people.people_age_idx",
        "unique app.people.people_name_key",
        "materialized_view app.seen",
    }
    assert moved == [
        f"constraint app.people.people_name_key: tablespace is {name}, expected none",
        f"index app.people_age_idx: tablespace is {name}, expected none",
        "materialized view app.seen is not expected",
        f"table app.people: tablespace is {name}, expected none",
    ]
