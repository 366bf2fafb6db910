"""``prove`` and ``[environments]`` in the settings, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.project.address import Address, Environment, ProveSettings, holds_secret
from fluxc.project.config import read_config
from fluxc.project.layout import Layout
from fluxc.project.timeouts import Timeouts

if TYPE_CHECKING:
    from tests.cli.program import Folder

SECRET = "hunter2"
BAD = {
    "prove = 3": ("bad-value", "`prove` is neither true, false nor a table", 2),
    "[prove]\nenabled = 1": ("bad-value", "`enabled` is neither true nor false", 3),
    "[prove]\noff = true": ("unknown-key", "unknown setting `off`", 3),
    "[prove]\nurl = 5": ("bad-value", "`url` does not say where the URL comes from", 3),
    "[prove]\nurl = ''": ("bad-value", "`url` is empty", 3),
    "[prove]\nurl = {env = 'A', command = ['b']}": ("bad-value", "`url` does not say where the URL comes from", 3),
    "[prove]\nurl = {command = 'b c'}": ("bad-value", "`url` does not say where the URL comes from", 3),
    "[prove]\nurl = {variable = 'A'}": ("unknown-key", "known are env, command", 3),
    f"[prove]\nurl = 'postgresql://app:{SECRET}@localhost/shop'": ("secret-in-settings", "holds a password", 3),
    f"[prove]\nurl = 'host=localhost password={SECRET}'": ("secret-in-settings", "holds a password", 3),
    f"[prove]\nurl = 'postgresql://localhost/shop?user=a&passwor%64={SECRET}'": (
        "secret-in-settings",
        "holds a password",
        3,
    ),
    f"[prove]\nulr = 'postgresql://app:{SECRET}@localhost/shop'": ("unknown-key", "did you mean `url`?", 3),
    f'[prove]\nurl = "postgresql://app:{SECRET}@localhost/shop': ("toml-syntax", "this is not TOML", 3),
    f"[prove]\nurl = 'postgresql://app:{SECRET}@localhost/shop'\nurl = 1": ("toml-syntax", "this is not TOML", 4),
    f'[prove]\nurl = "postgresql://app:\\u0000{SECRET}@localhost/shop"': ("control-character", "", 3),
    "environments = true": ("bad-value", "`environments` is no table", 2),
    "[environments]\nstaging = 'postgresql:///shop'": ("bad-value", "write `[environments.staging]`", 3),
    "[environments.'a b']\nurl = 'postgresql:///shop'": ("bad-value", "no name for an environment", 2),
    "[environments.staging]\nprotected = true": ("missing-key", "the environment `staging` has no `url`", 2),
    "[environments.staging]\nurl = 'dbname=x'\nprotected = 'yes'": ("bad-value", "`protected` is neither", 4),
    "[environments.staging]\nurl = 'dbname=x'\nprove_on = 18": ("bad-value", "`prove_on` has an unknown value", 4),
    "[environments.staging]\nurl = 'dbname=x'\nallow = ['builds-indexes']": (
        "bad-value",
        "`allow` is no list of hazards",
        4,
    ),
    "[environments.staging]\nurl = 'dbname=x'\nallow = 'builds-index'": (
        "bad-value",
        "`allow` is no list of hazards",
        4,
    ),
    "online = 'no'": ("bad-value", "`online` is 'no'", 2),
    "lock_timeout = 0": ("bad-value", "`lock_timeout` is no time", 2),
    "lock_timeout = '5s; drop'": ("bad-value", "`lock_timeout` is no time", 2),
    "statement_timeout = 60": ("bad-value", "`statement_timeout` is no time", 2),
    "lock_timeout = '2min'\nstatement_timeout = '90s'": ("bad-value", "may wait 2min for a lock", 3),
    "[environments.staging]\nurl = 'dbname=x'\nlock_timeout = '1 s'": ("bad-value", "`lock_timeout` is no time", 4),
    "[environments.staging]\nurl = 'dbname=x'\nfill_pause = 'fast'": ("bad-value", "`fill_pause` is no short time", 4),
    "[environments.staging]\nurl = 'dbname=x'\nlock_timeout = '1s'\nstatement_timeout = '1s'": (
        "bad-value",
        "`statement_timeout` is 1s",
        5,
    ),
    "[environments.staging]\nurl = 'dbname=x'\nprotected = true\ndevelopment = true": (
        "bad-value",
        "the environment `staging` is `protected`, and for `development`",
        5,
    ),
}


@pytest.mark.parametrize("lines", BAD)
def test_a_bad_setting_is_said(fluxc: Folder, lines: str) -> None:
    """It is an error at its place, with a cure, and never with the secret; nothing is written."""
    code, message, line = BAD[lines]
    fluxc.write("fluxc.toml", f"target = 18\n{lines}\n")
    done = fluxc("build", code=1)
    assert f"error[{code}]" in done.err
    assert message in done.err
    assert f"--> fluxc.toml:{line}" in done.err
    assert "help: " in done.err
    assert SECRET not in done.out + done.err
    assert not (fluxc.root / "out").exists()


@pytest.mark.parametrize(
    ("lines", "prove"),
    [
        ("", ProveSettings()),
        ("prove = true", ProveSettings()),
        ("prove = false", ProveSettings(enabled=False)),
        ("[prove]\nenabled = false", ProveSettings(enabled=False)),
        ("[prove]\nurl = {env = 'A'}", ProveSettings(url=Address(variable="A"))),
        ("[prove]\nurl = {command = ['a', 'b']}", ProveSettings(url=Address(command=("a", "b")))),
        ("[prove]\nurl = 'postgresql://me@host:5432,other:5432/x?application_name=a'", None),
    ],
)
def test_what_is_said_of_proofs(fluxc: Folder, lines: str, prove: ProveSettings | None) -> None:
    """As true or false, or as a table."""
    fluxc.write("fluxc.toml", f"target = 18\n{lines}\n")
    said = read_config(Layout(fluxc.root)).prove
    assert said == (prove or ProveSettings(url=Address(lines.partition("'")[2].rstrip("'"))))


def test_environments(fluxc: Folder) -> None:
    """Each has a name, and an address; what it may be told beyond that is off."""
    fluxc.write(
        "fluxc.toml",
        "[environments.local]\nurl = 'dbname=shop'\ndevelopment = true\n"
        "[environments.production]\nurl = {env = 'PRODUCTION_URL'}\nprotected = true\nprove_on = 'any'\n"
        "allow = ['builds-index']\nlock_timeout = '1s'\nstatement_timeout = 0\n",
    )
    assert read_config(Layout(fluxc.root)).environments == (
        Environment("local", Address("dbname=shop"), development=True),
        Environment(
            "production",
            Address(variable="PRODUCTION_URL"),
            protected=True,
            proved_anywhere=True,
            allow=("builds-index",),
            timeouts=Timeouts("1s", "0"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("postgresql://a:b@host/x", True),
        ("postgresql://:b@host", True),
        ("postgresql://a:b/c@host/x", True),
        ("postgresql://host/x?sslpassword=b", True),
        ("Password = 'b'", True),
        ("postgresql://a@host:5432/x", False),
        ("postgresql://host:5432/x?application_name=me@here", False),
        ("host=h passfile=/x/y sslmode=require", False),
    ],
)
def test_what_counts_as_a_secret(text: str, secret: bool) -> None:
    """Whatever the server's own library would take for a password, or a person who forgot to encode it."""
    assert holds_secret(text) is secret


def test_the_server_for_proofs_comes_from_the_settings(
    fluxc: Folder, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a variable or a command, and ``--scratch-url`` goes before it; nothing of it is told where it fails."""
    fluxc("build", "--name", "first")
    fluxc.write("fluxc.toml", "target = 14\n[prove]\nurl = {env = 'PROOFS'}\n")
    done = fluxc("prove", code=3)
    assert "error[no-url]: the URL of the server for proofs is in the variable PROOFS, which is not set" in done.err
    monkeypatch.setenv("PROOFS", f"postgresql://me:{SECRET}@127.0.0.1:1/x")
    done = fluxc("prove", code=3)
    assert "[cannot-connect]" in done.err
    assert SECRET not in done.out + done.err
    assert "1 migration proved" in fluxc("prove", "--scratch-url", database).out
    monkeypatch.setenv("PROOFS", database)
    fluxc.write("fluxc.toml", "target = 14\n[prove]\nurl = {command = ['sh', '-c', 'echo \"$PROOFS\"']}\n")
    assert "1 migration proved" in fluxc("prove").out


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["sh", "-c", f"echo {SECRET}; echo {SECRET} >&2; exit 3"], "ended with code 3"),
        (["true"], "printed nothing"),
        (["printf", f"{SECRET}\n{SECRET}"], "printed more than one line"),
        (["printf", r"\377"], "printed what is not UTF-8"),
        (["./absent"], "could not be started: No such file or directory"),
        (["sh", "-c", "kill -9 $$"], "was ended by signal 9"),
    ],
)
def test_a_command_that_gives_no_url_is_said(fluxc: Folder, command: list[str], reason: str) -> None:
    """By the name of its program, without its words and what it says: they may hold the secret."""
    fluxc("build", "--name", "first")
    words = ", ".join(f"'''{word}'''" for word in command)
    fluxc.write("fluxc.toml", f"target = 14\n[prove]\nurl = {{command = [{words}]}}\n")
    done = fluxc.outside("prove")  # what the command itself prints would pass by a test inside this process
    assert done.code == 3
    assert (
        f"error[url-command-failed]: the command for the URL of the server for proofs failed: {command[0]}" in done.err
    )
    assert reason in done.err
    assert SECRET not in done.out + done.err
