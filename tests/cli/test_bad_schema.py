"""Wrong schema files: each is told with its place and its cure, at once, and nothing is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Folder


TABLE = "tables:\n  users:\n    columns:\n      id: bigint primary key\n"
FILE = "schema/app.yaml"

BAD: dict[str, tuple[str | bytes, str, int, str]] = {
    "not UTF-8": (TABLE.encode() + b"      n\xff: text\n", "not-utf8", 5, "save the file as UTF-8"),
    "a tab": (TABLE + "\tname: text\n", "tab-indentation", 5, "spaces"),
    "a key twice": (TABLE + "      id: text\n", "duplicate-key", 5, "keep one"),
    "an unknown key": (TABLE + "    indexs: []\n", "unknown-key", 5, "did you mean `indexes`?"),
    "a number for a mapping": ("tables: 5\n", "bad-value", 1, "docs/language.md"),
    "a list for a mapping": ("tables:\n  users: [1]\n", "bad-value", 2, "docs/language.md"),
    "a word for a truth": (TABLE + "      a: {type: int, nullable: maybe}\n", "bad-value", 5, "true or false"),
    "no mapping at all": ("hello\n", "not-a-mapping", 1, "tables:"),
    "nested lists": ("tables: " + "[" * 50_000 + "\n", "too-deep", 1, "nest less deeply"),
    "nested mappings": ("tables: " + "{a: " * 50_000 + "\n", "too-deep", 1, "nest less deeply"),
    "nested blocks": ("".join(f"{' ' * depth}a:\n" for depth in range(500)), "too-deep", 65, "nest less deeply"),
    "an alias bomb": (
        "a: &a [x]\n" + "".join(f"{i}: &{i} [*{'a' if i == 0 else i - 1}, *a]\n" for i in range(30)),
        "yaml-anchor",
        1,
        "use a mixin",
    ),
    "a tag": ("tables: !!python/object:os.system {}\n", "yaml-tag", 1, "take the tag away"),
    "two documents": (TABLE + "---\n" + TABLE, "yaml-several-documents", 5, "file of its own"),
    "a table of 64 bytes": (f"tables:\n  {'é' * 32}:\n    columns: {{id: int}}\n", "bad-name", 2, "another name"),
    "a column of 64 bytes": (TABLE + f"      {'b' * 64}: text\n", "bad-name", 5, "another name"),
    "a zero in a name": (TABLE + '      "a\\0b": text\n', "control-character", 5, "take the escape out"),
    "an empty name": (TABLE + '      "": text\n', "bad-name", 5, "another name"),
    "an unknown type": (TABLE + "      name: txet\n", "unknown-type", 5, ""),
    "a statement for a type": (TABLE + '      name: "int; drop table x"\n', "bad-type", 5, "type such as"),
    "an unknown table": (TABLE + "      parent: -> user\n", "unknown-table", 5, "did you mean `users`?"),
    "a default that closes a bracket": (TABLE + "      x: int = 1); drop table x; --\n", "bad-expression", 5, ""),
    "a default with a second statement": (
        TABLE + "      x: int = 1; drop table x\n",
        "bad-expression",
        5,
        "one expression",
    ),
    "a check that closes a bracket": (TABLE + '    checks: {c: "true) or (1 = 1"}\n', "bad-expression", 5, ""),
    "an index that closes a bracket": (TABLE + '    indexes: [{on: ["lower(x))"]}]\n', "bad-expression", 5, ""),
    "a string without end": (TABLE + "      x: text = 'a\n", "bad-expression", 5, ""),
    "a comment in an expression": (TABLE + '      x: "int = 1 -- one"\n', "bad-expression", 5, ""),
    "a dollar string without end": (TABLE + '      x: "text = $a$ b"\n', "bad-expression", 5, ""),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_told_with_place_and_cure(fluxc: Folder, what: str) -> None:
    """Code, file, line and help are there, the exit code is 1, and no file changes."""
    text, code, line, cure = BAD[what]
    fluxc.write(FILE, text)
    before = fluxc.tree()
    ran = fluxc("build", "--json", code=1)
    first = ran.json["diagnostics"][0]
    assert (first["code"], first["file"], first["line"]) == (code, FILE, line)
    assert first["help"]
    assert any(cure in f"{item['message']} {item['help']}" for item in ran.json["diagnostics"])
    assert len(ran.codes) <= 20
    assert fluxc.tree() == before
    assert f"--> {FILE}:{line}" in fluxc("build", code=1).err


def test_a_caret_stands_below_what_is_wrong(fluxc: Folder) -> None:
    """The source line is shown, and the caret is as wide as the word, behind wide and tabbed text too."""
    fluxc.write(FILE, TABLE + "      größe: txet\n")
    said = fluxc("build", code=1).err.splitlines()
    line = next(at for at, text in enumerate(said) if "größe: txet" in text)
    assert said[line + 1].index("^^^^") == said[line].index("txet")


def test_several_faults_are_told_at_once(fluxc: Folder) -> None:
    """One run names the faults of all files, and counts them."""
    fluxc.write(FILE, TABLE + "      a: txet\n      b: -> nobody\n")
    fluxc.write("schema/shop.yaml", "tables:\n  goods:\n    columns: {id: txet}\n")
    ran = fluxc("build", code=1)
    assert "schema/app.yaml:5" in ran.err
    assert "schema/app.yaml:6" in ran.err
    assert "schema/shop.yaml:3:19" in ran.err
    assert ran.err.rstrip().endswith("3 errors")


def test_a_huge_file_is_refused_unread(fluxc: Folder) -> None:
    """200 MB are told from 16 by the size alone."""
    with (fluxc.root / FILE).open("wb") as stream:
        stream.truncate(200 << 20)
    assert fluxc("build", "--json", code=1).codes == ["file-too-large"]


@pytest.mark.parametrize("kind", ["fifo", "folder", "dangling link", "link to a device"])
def test_what_is_no_file_is_refused(fluxc: Folder, kind: str) -> None:
    """A pipe does not block the build, and a device is not read."""
    path = fluxc.root / FILE
    path.unlink()
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if "device" in kind else "/nowhere")
    ran = fluxc("build", "--json", code=1)
    assert ran.json["diagnostics"][0]["help"]
    assert not (fluxc.root / "out").exists()


@pytest.mark.parametrize("name", ["a b", "-x", 'we"ird', "a\nb", "class", "1a", "a.b", "ünï-x", "%2e%2e", "a;b"])
def test_a_domain_needs_a_name_that_python_can_say(fluxc: Folder, name: str) -> None:
    """A file whose name cannot be a module's is told with the cure, and nothing leaves out/."""
    fluxc.write(f"schema/{name}.yaml", TABLE)
    ran = fluxc("build", "--json", code=1)
    assert ran.codes == ["invalid-domain-name"]
    assert not (fluxc.root / "out").exists()


@pytest.mark.parametrize(("name", "said"), [("pg_x", "reserved"), ("fluxc", "reserved"), ("x" * 64, "64 bytes")])
def test_a_domain_needs_a_namespace_that_postgresql_can_hold(fluxc: Folder, name: str, said: str) -> None:
    """A domain's own name is checked like one that is set; another namespace is the cure."""
    file = f"schema/{name}.yaml"
    fluxc.write(file, TABLE)
    (item,) = fluxc("build", "--json", code=1).json["diagnostics"]
    assert (item["code"], item["file"]) == ("bad-name", file)
    assert said in item["message"]
    fluxc.write(file, f"namespace: other\n{TABLE}")
    fluxc("build")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("target = \n", "toml-syntax", 1),
        ("\ntarget = 9\n", "bad-value", 2),
        ("namming = 'words'\n", "unknown-key", 1),
        ("schema = 5\n", "bad-value", 1),
        ("[schema]\nnamespace = 5\n", "bad-value", 2),
        ("a = " + "[" * 50_000, "too-deep", None),
        (b"target = 18 # \xff\n", "not-utf8", 1),
        ("target = true\n", "bad-value", 1),
    ],
)
def test_bad_settings_are_told_with_their_line(fluxc: Folder, text: Any, code: str, line: int | None) -> None:
    """`fluxc.toml` is checked as strictly as the schema."""
    fluxc.write("fluxc.toml", text)
    before = fluxc.tree()
    (item,) = fluxc("build", "--json", code=1).json["diagnostics"]
    assert (item["code"], item["file"], item["line"]) == (code, "fluxc.toml", line)
    assert item["help"]
    assert fluxc.tree() == before


def test_no_schema_is_told(fluxc: Folder) -> None:
    """An empty or absent folder is an error with the way to begin, and no drop of everything."""
    fluxc("build", "--seal")
    (fluxc.root / FILE).unlink()
    before = fluxc.tree()
    for _ in range(2):
        ran = fluxc("build", "--json", code=1)
        assert ran.codes == ["no-schema"]
        assert "fluxc init" in ran.json["diagnostics"][0]["help"]
        (fluxc.root / "schema").rmdir() if (fluxc.root / "schema").exists() else None
    assert fluxc.tree() == before


def test_a_fault_of_a_users_template_names_the_template(fluxc: Folder) -> None:
    """A project's own template that cannot be read is an error of the input with file and line."""
    fluxc.write("templates/sql/create_table.sql.j2", "create table\n{% if %}\n")
    (item,) = fluxc("build", "--json", code=1).json["diagnostics"]
    assert (item["code"], item["line"]) == ("bad-template", 2)
    assert item["file"].endswith("create_table.sql.j2")
    assert not (fluxc.root / "out").exists()
