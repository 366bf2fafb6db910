"""The law of pull over the schemas of real projects: what is pulled, built and applied is the database again."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.pull import Source, pull
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate
from tests.corpus.loading import CORPUS, WHOLE, load, make_roles
from tests.corpus.score import compared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxc.server.scratch import Scratch
    from tests.conftest import NewDatabase

SCHEMAS: Final = CORPUS / "schemas"
_SMALL: Final = 50_000
"""Bytes of SQL up to which a schema is part of every run; `make corpus` takes all."""
_ROLES: Final = re.compile(r"(?:OWNER TO|TO|FROM) \"?([a-z_][a-z0-9_]*)\"?(?: WITH GRANT OPTION)?;")

pytestmark = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="../shared/corpus, the schemas of real projects, lies beside the team's checkouts only"
)


def _files() -> list[Path]:
    found = sorted(SCHEMAS.glob("*.sql"))
    return found if os.environ.get(WHOLE) else [path for path in found if path.stat().st_size <= _SMALL]


@pytest.mark.parametrize("file", _files(), ids=lambda path: path.stem)
def test_what_is_pulled_is_the_database(
    file: Path,
    server: Scratch,
    new_database: NewDatabase,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """Pull, build, apply: an equal catalogue.  A second pull writes nothing, and there is nothing to build."""
    origin, copy, layout = new_database(), new_database(), Layout(tmp_path / "project")
    make_roles(origin, _ROLES.findall(file.read_text(encoding="utf-8")))
    load(server, origin, [file])

    pulled = pull(layout, Source(origin))
    build(layout, Answers("base", seal=True))
    history, found = read_folder(layout.out, layout.root)
    migrate(copy, history)

    assert (found, [item.object for item in pulled.unsaid]) == ((), [])
    with psycopg.connect(origin, autocommit=True) as one, psycopg.connect(copy, autocommit=True) as other:
        differences, score = compared(one, other, pulled.unsaid)
    record_property("schema", score)
    assert differences == []
    assert pull(layout, Source(copy)).files == ()
    assert not build(layout, check=True).changed
