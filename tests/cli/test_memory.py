"""What a build remembers spares work and never hides a change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import COLUMNS

from fluxc.commands import beside, building
from fluxc.render import models

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.program import Folder

    from fluxc.commands.building import Build
    from fluxc.commands.inputs import Inputs
    from fluxc.history.migration import Migration
    from fluxc.render.model_package import Part

MEMORY = ".fluxc/memory.json"
DOMAIN = "out/models/app.py"


@pytest.fixture
def built(fluxc: Folder) -> Folder:
    """Return a project that was built and sealed."""
    fluxc("build", "--name", "first", "--seal")
    return fluxc


def test_what_is_saved_while_a_build_runs_is_seen_by_the_next(built: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stamp of a build stands for what was read, not for what lies there when it ends."""
    built.schema(f"{COLUMNS}\nemail: text?")
    compute: Callable[..., Build] = building.compute

    def meanwhile(*inputs: Any) -> Build:
        built.schema(f"{COLUMNS}\nphone: text?")
        return compute(*inputs)

    def early(work: Callable[[], Inputs], **_: bool) -> Callable[[], Inputs]:
        read = work()
        return lambda: read

    with monkeypatch.context() as patched:
        patched.setattr(building, "compute", meanwhile)
        patched.setattr(beside, "beside", early)
        assert "users.email" in built("build").out
    assert "users.phone" in built("build").out
    assert "Nothing changed" in built("build").out


def test_known_files_are_neither_lexed_nor_rendered_again(built: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build after an edit of one domain leaves the statements and modules of before alone."""
    built.write("schema/other.yaml", "tables: {t: {columns: {id: bigint primary key}}}\n")
    built("build", "--name", "second", "--seal")
    built.write("schema/other.yaml", "tables: {t: {columns: {id: bigint primary key, note: text?}}}\n")
    lexed: list[str] = []
    rendered: list[str] = []
    render: Callable[..., str] = models._module  # pyright: ignore[reportPrivateUsage]

    def verify(migration: Migration) -> tuple[()]:
        lexed.append(migration.name)
        return ()

    def module(part: Part, *rest: object) -> str:
        rendered.append(part.module)
        return render(part, *rest)

    monkeypatch.setattr("fluxc.history.verify.verify", verify)
    monkeypatch.setattr(models, "_module", module)

    built("build")

    assert (lexed, rendered) == ([], ["other"])


@pytest.mark.parametrize("suffix", [".sql", ".down.sql"])
def test_an_edited_migration_is_found_though_it_was_known(built: Folder, suffix: str) -> None:
    """The digest of the bytes decides, of the up and of the down."""
    name = f"out/migrations/0001_first{suffix}"
    text = built.tree()[name].decode()
    built.write(name, text.replace("commit;", "select 1;\ncommit;"))

    assert built("build", "--json", code=1).codes == ["sealed-edited"]


def test_an_edited_module_is_written_anew(built: Folder) -> None:
    """What lies in out/ is what the schema says, whoever touched it."""
    text = built.tree()[DOMAIN]
    built.write(DOMAIN, text.decode() + "# mine\n")
    built.schema(f"{COLUMNS}\nemail: text?")
    built("build")
    built.schema(COLUMNS)
    built("build")

    assert built.tree()[DOMAIN] == text


@pytest.mark.parametrize("text", ["", "[]", "{", '{"made_by": 1}', '{"made_by": "x", "verified": 1}', "\udcff"])
def test_a_broken_memory_is_no_memory(built: Folder, text: str) -> None:
    """It may be thrown away or cut short at any time."""
    (built.root / MEMORY).write_bytes(text.encode(errors="surrogateescape"))
    built.schema(f"{COLUMNS}\nemail: text?")

    built("build")

    assert json.loads((built.root / MEMORY).read_bytes())["modules"].keys() == {"app.py"}
