"""``fluxc build`` proves what it writes, before it writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.cli.program import Folder

pytestmark = pytest.mark.proves


def test_a_migration_is_proved_and_certified(fluxc: Folder) -> None:
    """The output says so, JSON in full, and a build that changes nothing asks no server."""
    first = fluxc("build", "--name", "first", "--seal")
    assert first.out.splitlines()[-1].startswith("✓ Proved on PostgreSQL ")
    assert first.out.splitlines()[-1].endswith(": up, pull, down, up again")
    fluxc.schema("id: bigint primary key identity\nname: text\nage: int?")
    ran = fluxc("build", "--name", "second", "--json")
    assert ran.json["migration"]["proved"] is True
    proof = ran.json["proof"]
    assert (proof["proved"], proof["truths"]) == (True, ["up", "pull", "rows", "down", "up again"])
    assert (proof["rows"], proof["tables"]) == (4, 1)
    (cost,) = proof["costs"]
    assert cost["locks"] == [{"kind": "table", "name": "app.users", "mode": "ACCESS EXCLUSIVE"}]
    assert [name for name in fluxc.migrations() if name.endswith(".proof")] == ["0001_first.proof", "0002_second.proof"]
    again = fluxc("build", "--json").json
    assert (again["changed"], again["migration"], again["proof"]) == (False, None, None)


def test_what_the_server_refuses_is_not_written(fluxc: Folder) -> None:
    """The statement is shown, and the folder is as it was."""
    fluxc("build", "--name", "first", "--seal")
    before = fluxc.tree()
    fluxc.schema('id: bigint primary key identity\nname: text\nnick: text? = "x"')
    edited = fluxc.tree()
    ran = fluxc("build", code=1)
    assert "refuses what this build would write: cannot use column reference in DEFAULT expression" in ran.err
    assert "add column nick text default x" in ran.err
    assert fluxc.tree() == edited
    assert edited.keys() == before.keys()


def test_a_migration_that_does_not_do_what_it_says_is_not_written(
    fluxc: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of fluxc is found before anybody relies on it."""
    edited = fluxc.tree()

    def unpulled(_state: object, _major: int) -> Iterator[str]:
        yield "table app.users is not pulled"

    monkeypatch.setattr("fluxc.prove.prover.unpulled", unpulled)
    ran = fluxc("build", "--json", code=1)
    assert ran.codes == ["not-pulled"]
    assert "--no-prove" in ran.json["diagnostics"][0]["help"]
    assert fluxc.tree() == edited


def test_lines_that_lead_elsewhere_are_found(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a migration says of the state is what the next build begins with."""

    def without_column(before: object, after: Mapping[str, str], renames: object = None) -> str:
        del before, renames
        return "".join(f"-- + {line}\n" for key, line in after.items() if key != "column app.users.name")

    monkeypatch.setattr("fluxc.history.delta.delta_between", without_column)
    ran = fluxc("build", "--json", code=1)
    assert "does not lead to what the schema says of column app.users.name" in str(ran.json["diagnostics"])


@pytest.mark.parametrize("how", ["flag", "setting"])
def test_a_build_need_not_prove(fluxc: Folder, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """It says that it did not; no server is asked, and a certificate of what is rewritten goes."""
    fluxc("build", "--name", "first")
    monkeypatch.setattr("fluxc.commands.proof_server.server_for", None)
    fluxc.schema("id: bigint primary key identity\nname: text\nage: int?")
    if how == "setting":
        fluxc.write("fluxc.toml", "target = 18\nprove = false\n")
    ran = fluxc("build", *(["--no-prove"] if how == "flag" else []))
    assert "! Not proved" in ran.out.splitlines()
    assert fluxc.migrations() == ["0001_first.down.sql", "0001_first.sql"]


def test_what_the_server_lacks_is_told(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The migration is written all the same, with the cure."""
    fluxc.write("schema/app.yaml", "extensions: [postgis]\ntables:\n  users:\n    columns:\n      id: bigint\n")
    ran = fluxc("build", "--name", "first")
    assert "! Not proved: out/migrations/0001_first.sql:" in ran.out
    assert "--scratch-url" in ran.out
    assert fluxc.migrations() == ["0001_first.down.sql", "0001_first.sql"]
    monkeypatch.setenv("FLUXC_PG_HOME", "/nonexistent")
    fluxc.schema("id: bigint")
    ran = fluxc("build", "--json")
    assert ran.json["migration"]["proved"] is False


def test_a_check_holds_certificates_to_the_statements(fluxc: Folder) -> None:
    """Without a server, also where nothing changed since the last build; an absent one is a warning."""
    fluxc("build", "--name", "first", "--seal")
    assert fluxc("build", "--check", "--json").json["diagnostics"] == []
    certificate = fluxc.root / "out/migrations/0001_first.proof"
    text = certificate.read_text(encoding="utf-8")
    certificate.write_text(text.replace("\nup: ", "\nup: 0"), encoding="utf-8")
    assert fluxc("build", "--check", "--json", code=1).codes == ["stale-proof"]
    fluxc("build")
    assert fluxc("build", "--check", "--json", code=1).codes == ["stale-proof"]
    certificate.unlink()
    absent = fluxc("build", "--check", "--json").json["diagnostics"]
    assert [(item["code"], item["severity"]) for item in absent] == [("not-certified", "warning")]


def test_what_is_certified_is_sealed_without_another_proof(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is told as if it had been proved; a certificate that is not whole, or of something else, does not do."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.schema("id: bigint primary key identity\nname: text\nage: int?")
    proved = fluxc("build", "--name", "second", "--json").json
    certificate = fluxc.root / "out/migrations/0002_second.proof"
    text = certificate.read_text(encoding="utf-8")
    monkeypatch.setattr("fluxc.commands.proof_server.kept_server", _unheard)
    for old, new in (("down, up again", "down"), ("\nup: ", "\nup: 0"), ("rows: ", "fails-on-rows: ")):
        assert text.count(old) == 1
        certificate.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(AssertionError, match="LookupError"):
            fluxc("build", "--seal")
    certificate.write_text(text, encoding="utf-8")
    sealed = fluxc("build", "--seal", "--json").json
    assert (sealed["migration"]["pending"], sealed["proof"]) == (False, proved["proof"])
    assert certificate.read_text(encoding="utf-8") == text
    assert fluxc("build", "--check", "--json").json["diagnostics"] == []


def _unheard(_project: object) -> None:
    raise LookupError
