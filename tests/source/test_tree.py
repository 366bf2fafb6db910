"""The schema folder becomes domains, shared documents and every fault at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fluxc.diagnostics import Severity
from fluxc.source.files import listing
from fluxc.source.tree import Tree, read_tree


def tree(root: Path, contents: dict[str, str]) -> Tree:
    for name, text in contents.items():
        path = root / "schema" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return read_tree(root / "schema", root)


def codes(found: Tree) -> list[tuple[str, str]]:
    return [(fault.code, fault.span.file if fault.span else "") for fault in found.diagnostics]


def names(found: Tree) -> dict[str, list[str]]:
    return {domain.name: [document.file for document in domain.documents] for domain in found.domains}


def test_files_and_folders_are_domains(tmp_path: Path) -> None:
    """A domain is a file or a folder; its files come by name; only at the top does `_` mean shared."""
    found = tree(
        tmp_path,
        {
            "shop.yaml": "doc: a",
            "crm.toml": 'doc = "b"',
            "billing.yml": "doc: c",
            "identity/user.yaml": "doc: d",
            "identity/_mixins.yaml": "doc: e",
            "identity/role.v2.toml": 'doc = "f"',
            "_shared.yaml": "doc: g",
        },
    )
    assert names(found) == {
        "billing": ["schema/billing.yml"],
        "crm": ["schema/crm.toml"],
        "identity": ["schema/identity/_mixins.yaml", "schema/identity/role.v2.toml", "schema/identity/user.yaml"],
        "shop": ["schema/shop.yaml"],
    }
    assert list(names(found)) == ["billing", "crm", "identity", "shop"]
    assert [document.data for document in found.shared] == [{"doc": "g"}]
    assert found.diagnostics == ()


def test_what_does_not_count_is_passed_over(tmp_path: Path) -> None:
    """Hidden files, the droppings of editors, SQL, notes and empty folders are not spoken of."""
    found = tree(
        tmp_path,
        {"a.yaml": "", ".hidden.yaml": "[", ".#a.yaml": "[", "a.yaml~": "[", "#a.yaml#": "[", ".a.yaml.swp": "["}
        | {"README.md": "", "body.sql": "", "a.sql": "", "empty/.keep": "", ".git/x.yaml": "[", "sql/b.sql": ""},
    )
    assert names(found) == {"a": ["schema/a.yaml"]}
    assert found.diagnostics == ()


def test_other_files_are_warned_about(tmp_path: Path) -> None:
    """A misspelt ending would otherwise drop a table in silence."""
    found = tree(tmp_path, {"a.yaml": "", "users.ymal": "", "b/c.yaml": "", "b/d.json": "{}", "E.YAML": ""})
    expected = ["schema/E.YAML", "schema/b/d.json", "schema/users.ymal"]
    assert codes(found) == [("ignored-file", file) for file in expected]
    assert {fault.severity for fault in found.diagnostics} == {Severity.WARNING}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "null\n"])
def test_an_empty_file_is_an_empty_domain(tmp_path: Path, text: str) -> None:
    """A file without content declares nothing and is no fault."""
    found = tree(tmp_path, {"a.yaml": text})
    assert found.domains[0].documents[0].data == {}
    assert found.diagnostics == ()


@pytest.mark.parametrize("text", ["- a\n", "text\n", "12\n", "[]\n"])
def test_the_top_must_be_a_mapping(tmp_path: Path, text: str) -> None:
    """A list or a word at the top is no domain."""
    assert codes(tree(tmp_path, {"a.yaml": text})) == [("not-a-mapping", "schema/a.yaml")]


def test_all_faults_are_gathered(tmp_path: Path) -> None:
    """One run tells the faults of all files; the good ones are there none the less."""
    found = tree(tmp_path, {"a.yaml": "x: 1\nx: 2\n", "b.toml": "x =", "c/d.yaml": "[", "c/e.yaml": "doc: fine"})
    (tmp_path / "schema/z.yaml").write_bytes(b"\xff")
    found = read_tree(tmp_path / "schema", tmp_path)
    assert codes(found) == [
        ("duplicate-key", "schema/a.yaml"),
        ("toml-syntax", "schema/b.toml"),
        ("yaml-syntax", "schema/c/d.yaml"),
        ("not-utf8", "schema/z.yaml"),
    ]
    assert names(found)["c"] == ["schema/c/e.yaml"]


@pytest.mark.parametrize("name", ["my-shop", "1st", "class", "a.b", "é", "a b", "None"])
@pytest.mark.parametrize("form", ["{}.yaml", "{}/x.yaml"])
def test_domain_names(tmp_path: Path, name: str, form: str) -> None:
    """A domain's name is a Python name, too; the help says how to reach an odd PostgreSQL schema."""
    (fault,) = tree(tmp_path, {form.format(name): "doc: x"}).diagnostics
    assert fault.code == "invalid-domain-name"
    assert "namespace" in fault.help


@pytest.mark.parametrize(
    "contents",
    [
        {"a.yaml": "", "a/b.yaml": ""},
        {"a.yaml": "", "a.toml": ""},
        {"a.yaml": "", "a.yml": ""},
        {"Shop.yaml": "", "shop.yaml": ""},
        {"Shop/a.yaml": "", "shop/a.yaml": ""},
    ],
)
def test_a_domain_is_written_once(tmp_path: Path, contents: dict[str, str]) -> None:
    """Two forms of one name, even in different case, are a fault that names both."""
    (fault,) = tree(tmp_path, contents).diagnostics
    assert fault.code == "domain-twice"
    assert len({name.split("/")[0] for name in contents if f"schema/{name.split('/')[0]}`" in fault.message}) == 2


def test_nested_folder(tmp_path: Path) -> None:
    """A folder inside a domain's folder would be passed over in silence: it is a fault."""
    found = tree(tmp_path, {"a/b.yaml": "", "a/more/c.yaml": ""})
    assert codes(found) == [("nested-folder", "schema/a/more")]


@pytest.mark.parametrize("prepare", ["absent", "empty", "only notes", "a file"])
def test_no_schema(tmp_path: Path, prepare: str) -> None:
    """A project without schema files is told how to begin."""
    if prepare == "a file":
        (tmp_path / "schema").write_text("")
    elif prepare != "absent":
        (tmp_path / "schema").mkdir()
    if prepare == "only notes":
        (tmp_path / "schema/README.md").write_text("")
    (fault,) = read_tree(tmp_path / "schema", tmp_path).diagnostics
    assert fault.code == "no-schema"
    assert "fluxc init" in fault.help


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """Broken links, links in a loop and a FIFO are faults of their files, and nothing waits."""
    schema = tmp_path / "schema"
    (schema / "good").mkdir(parents=True)
    (schema / "good/a.yaml").write_text("doc: x")
    (schema / "broken.yaml").symlink_to(tmp_path / "nothing")
    (schema / "itself.yaml").symlink_to(schema / "itself.yaml")
    (schema / "round").symlink_to(schema)
    (schema / "up").symlink_to(tmp_path)
    os.mkfifo(schema / "pipe.yaml")
    found = read_tree(schema, tmp_path)
    bad = ["broken.yaml", "itself.yaml", "pipe.yaml", "round", "up"]
    assert codes(found) == [("unreadable-file", f"schema/{name}") for name in bad]
    assert [name for name, documents in names(found).items() if documents] == ["good"]


def test_an_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is a fault of its own."""
    tree(tmp_path, {"a.yaml": "", "b/c.yaml": ""})
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(read_tree(tmp_path / "schema", tmp_path)) == [("unreadable-file", "schema/b")]


def test_names_are_relative_to_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From wherever the command runs, a file has one name, and a name that no terminal should see is escaped."""
    tree(tmp_path, {"a/x.yaml": "["})
    (tmp_path / "schema/a" / os.fsdecode(b"\xff\x1b.yaml")).write_text("[")
    monkeypatch.chdir(tmp_path / "schema")
    found = read_tree(Path(), Path(".."))
    assert [file for _, file in codes(found)] == ["schema/a/x.yaml", "schema/a/\\udcff\\x1b.yaml"]


def test_listing_is_what_a_build_depends_on(tmp_path: Path) -> None:
    """The stamp of a build sees schema files and SQL bodies in a fixed order, and nothing that is passed over."""
    tree(
        tmp_path, {"b.yaml": "", "a/z.sql": "", "a/y.toml": "", "a.md": "", "c.sql": "", "a/.x.yaml": "", "d.yml~": ""}
    )
    listed = [Path(entry.path).relative_to(tmp_path / "schema").as_posix() for entry in listing(tmp_path / "schema")]
    assert listed == ["a/y.toml", "a/z.sql", "b.yaml", "c.sql"]


def test_listing_loads_no_parser() -> None:
    """Asking whether anything changed loads neither YAML nor TOML nor regular expressions."""
    code = "import sys; before = set(sys.modules); import fluxc.source.files; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"__future__", "fluxc", "fluxc.source", "fluxc.source.files"}


def test_a_project_in_yaml_loads_no_toml_parser() -> None:
    """Only the parser that a file needs is loaded."""
    code = "import sys; import fluxc.source.tree; print([m for m in sys.modules if m in ('tomllib', 'ruamel.yaml')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
