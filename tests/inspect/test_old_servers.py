"""A server whose catalogue the queries do not fit is told before any of them runs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from fluxc.diagnostics import OutsideError
from fluxc.inspect.reading import OLDEST, read, read_both, read_state

if TYPE_CHECKING:
    import psycopg


@pytest.mark.parametrize("reader", [read, read_state, read_both])
def test_a_server_before_the_oldest_is_refused(reader: Any) -> None:
    """Only the version is asked for: the connection has nothing else to answer with."""
    info = SimpleNamespace(server_version=OLDEST * 10000 - 1)
    with pytest.raises(OutsideError) as caught:
        reader(cast("psycopg.Connection[Any]", SimpleNamespace(info=info)))
    assert caught.value.diagnostic.code == "server-too-old"
    assert f"PostgreSQL {OLDEST - 1}" in caught.value.diagnostic.message
