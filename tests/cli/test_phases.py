"""Changes under running code from outside: two files, one of which waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.breaking.repository import commit
from tests.cli.test_loop import columns

from fluxc.breaking.order import IN_PHASES

if TYPE_CHECKING:
    from tests.cli.program import Folder

SETTINGS = """
target = 14
[environments.local]
url = {env = "DB"}
development = true
[environments.live]
url = {env = "DB"}
protected = true
allow = ["needs-backfill", "builds-index", "scans-table"]
[environments.soon]
url = {env = "DB"}
contract_after = "0min"
"""
FIRST = "tables:\n  users:\n    large: true\n    columns:\n      id: bigint primary key\n      name: text unique\n"
SECOND = FIRST.replace("name: text unique", "handle: {type: text, unique: true, was: name}")
PAIR = [f"{name}.{end}" for name in ("0002_called_expand", "0003_called_contract") for end in ("down.sql", "sql")]


@pytest.fixture
def project(fluxc: Folder, database: str, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return a project with a sealed migration that its databases have, and a pair that is pending."""
    monkeypatch.setenv("DB", database)
    fluxc.write("fluxc.toml", SETTINGS)
    fluxc.write("schema/app.yaml", FIRST)
    fluxc("build", "--name", "first", "--seal")
    fluxc("migrate", "--env", "local")
    fluxc.write("schema/app.yaml", SECOND)
    fluxc("build", "--name", "called")
    return fluxc


def pending(project: Folder) -> list[str]:
    """Return the files of what is not sealed, in the test's words."""
    return [name for name in project.migrations() if not name.startswith("0001")]


def test_the_build_tells_of_both(project: Folder) -> None:
    """What each is for is said, and in JSON both are there."""
    assert pending(project) == PAIR
    assert "Nothing changed" in project("build", "--check", code=None).out
    project.write("schema/app.yaml", f"{SECOND}      age: integer?\n")
    told = project("build").out
    assert "0002_called_expand.sql (pending)\n" in told
    assert "    → apply it before the new code is deployed; old code runs on\n" in told
    assert "    → apply it when no old code is running any more; until then it waits\n" in told
    project.write("schema/app.yaml", SECOND)
    said = project("build", "--json").json
    assert [item["phase"] for item in said["migrations"]] == ["expand", "contract"]
    assert said["migration"]["name"] == "0002_called_expand"


def test_old_code_that_is_struck_by_the_rest_of_a_build_is_told_of(project: Folder) -> None:
    """A column that goes in the same build goes with the expand."""
    project.write("schema/app.yaml", f"{FIRST}      gone: text?\n")
    project("build")
    project("seal")
    project.write("schema/app.yaml", SECOND)
    told = project("build").out
    assert "    → apply it before the new code is deployed; but old code is struck by what else it does\n" in told


def test_the_pair_is_rewritten_and_goes_with_the_edit(project: Folder, database: str) -> None:
    """It becomes one and a pair again, and a database for development follows each time."""
    project("migrate", "--env", "local")
    assert columns(database) == ["handle", "id"]
    project.write("schema/app.yaml", SECOND.replace("handle", "nick"))
    project("build")
    assert pending(project) == PAIR
    project("migrate", "--env", "local")
    assert columns(database) == ["id", "nick"]
    project.write("schema/app.yaml", SECOND.replace("large: true", "large: false"))
    project("build")
    assert pending(project) == ["0002_called.down.sql", "0002_called.sql"]
    project("migrate", "--env", "local")
    assert columns(database) == ["handle", "id"]
    project.write("schema/app.yaml", SECOND)
    project("build")
    assert pending(project) == PAIR
    project("migrate", "--env", "local")
    project.write("schema/app.yaml", FIRST)
    project("build")
    assert pending(project) == []
    project("migrate", "--env", "local")
    assert columns(database) == ["id", "name"]


@pytest.mark.parametrize("edited", [(), ("expand",), ("contract",), ("expand", "contract")])
def test_a_pair_is_sealed(project: Folder, database: str, edited: tuple[str, ...]) -> None:
    """Those that were edited by hand have other ids, and the one behind says that of the one before."""
    for name in edited:
        (path,) = (project.root / "out" / "migrations").glob(f"*_{name}.sql")
        path.write_text(
            path.read_text().replace("\n-- step 1:", "\n-- step 1:", 1).replace("commit;", "select 1;\ncommit;", 1)
        )
    assert project("seal").out.count("Sealed") == 2
    assert "Nothing changed" in project("build").out
    project("build", "--check", code=None)
    project("migrate", "--env", "local")
    assert columns(database) == ["handle", "id"]
    assert project("status", "--env", "local").out.endswith("Database is up to date!\n")


def test_an_environment_waits(project: Folder, database: str) -> None:
    """What waits is told of by both commands that look at it, with what ends that; nothing has drifted meanwhile."""
    project("seal")
    project("prove")
    done = project("migrate", "--env", "live", "--yes")
    assert done.out.endswith(
        "Old and new code can both run on the database now.\n"
        "0003_called_contract.sql waits until no old code is running; then: fluxc migrate --to 0003\n"
    )
    assert columns(database) == ["handle", "id", "name"]
    stands = project("status", "--env", "live")
    assert "· 0003_called_contract.sql  waits\n" in stands.out
    told, again = project("status", "--env", "live", "--json").json, project("migrate", "--env", "live", "--json").json
    assert (told["up_to_date"], told["missing"], len(told["waiting"])) == (True, [], 1)
    assert (again["applied"], again["waiting"]) == ([], told["waiting"])
    assert "No drift" in project("drift", "--env", "live").out

    refused = project("migrate", "--env", "live", "--to", "3", "--yes", code=4)
    assert "breaks-clients" in refused.err
    project("migrate", "--env", "live", "--to", "3", "--allow", "breaks-clients", "--yes")
    assert columns(database) == ["handle", "id"]
    assert project("status", "--env", "live", "--json").json["waiting"] == []


def test_an_environment_has_a_time_of_its_own(project: Folder, database: str) -> None:
    """It wins over that of the project."""
    project.write("fluxc.toml", SETTINGS.replace("target = 14", 'target = 14\ncontract_after = "30d"'))
    assert "it is applied unasked in 30 days\n" in project("migrate", "--url", database).out
    project("migrate", "--env", "soon")
    assert columns(database) == ["handle", "id"]


def test_lint_has_nothing_against_the_pair(project: Folder) -> None:
    """It is what the rules ask for."""
    assert "nothing found" in project("lint").out


def test_the_order_of_deployment(project: Folder) -> None:
    """The rename breaks whoever reads the table but is not deployed with it, and the migration comes first."""
    project.write("schema/app.yaml", FIRST)
    commit(project.root, "v1")
    project.write("schema/app.yaml", SECOND)
    told = project("breaking", "--against", "v1", code=1).out
    assert told.endswith(f"  deploy: migrate first ({IN_PHASES})\n")
    assert project("breaking", "--against", "v1", "--json", code=1).json["deploy"] == "migrate first"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("a: text, b: text", "b: {type: text, was: a}, c: {type: text, was: b}", "that of another column before"),
        ("a: text", "b: {type: text, was: a}, a: text?", "that of another column behind it"),
        ("a: text?", "b: {type: text, was: a, backfill: id::text}", "it becomes a required one as well"),
        ("a: text", "b: {type: text, was: a}", "trigger app.users.own works on it"),
        ("a: integer", "b: {type: integer, was: a, set_on_update: old.b + 1}", "works on it"),
        ("a: text, g: {type: text, generated: a}", "a: text, h: {type: text, generated: a, was: g}", "it is generated"),
    ],
)
def test_what_is_changed_at_once(fluxc: Folder, before: str, after: str, reason: str) -> None:
    """The build says why, and makes one migration."""
    said: list[str] = []
    own = "    triggers: {own: before update of ONE for each row execute suppress_redundant_updates_trigger()}\n"
    for number, columns_said in enumerate((before, after)):
        text = f"tables:\n  users:\n    large: true\n    columns: {{id: bigint primary key, {columns_said}}}\n"
        text += own.replace("ONE", "ab"[number]) if "own" in reason else ""
        fluxc.write("schema/app.yaml", text)
        said.append(fluxc("build", "--seal", "--name", "step").err)
    assert "warning[not-in-phases]: column app.users." in said[-1]
    assert reason in said[-1]
    assert fluxc.migrations()[2:] == ["0002_step.down.sql", "0002_step.sql"]
