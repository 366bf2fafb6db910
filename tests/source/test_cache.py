"""The cache of parsed files spares parsing and never changes what is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxc.source import tree
from fluxc.source.cache import Cache, digest_of, survives
from fluxc.source.document import Document, Places
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxc.source.tree import Tree

FILES = {
    "app.yaml": "tables: {t: {columns: {id: bigint}}}\n",
    "other.toml": 'doc = "x"\n',
    "big.yaml": "doc: 'y'\nmixins: {}\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "schema").mkdir()
    for name, text in FILES.items():
        (tmp_path / "schema" / name).write_text(text)
    return tmp_path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are parsed, as it happens."""
    found: list[str] = []
    parse: Callable[[str, str, str], Document] = tree.parse  # pyright: ignore[reportPrivateUsage]

    def counted(file: str, text: str, language: str) -> Document:
        found.append(file)
        return parse(file, text, language)

    monkeypatch.setattr(tree, "parse", counted)
    return found


def cached(project: Path) -> Tree:
    return read_tree(project / "schema", project, project / ".fluxc" / "parsed.json")


def data_of(found: Tree) -> list[tuple[str, object, str]]:
    return [(document.file, document.data, document.text) for domain in found.domains for document in domain.documents]


def test_only_what_changed_isparsed(project: Path, parsed: list[str]) -> None:
    """The second reading parses nothing, the third the one edited file; what is read is the same as without."""
    first = data_of(cached(project))
    assert sorted(parsed) == ["schema/app.yaml", "schema/big.yaml", "schema/other.toml"]

    parsed.clear()
    assert data_of(cached(project)) == first
    assert parsed == []

    (project / "schema" / "big.yaml").write_text("doc: 'z'\n")
    again = data_of(cached(project))
    assert parsed == ["schema/big.yaml"]
    assert again == data_of(read_tree(project / "schema", project))


def test_places_are_found_in_a_cached_document(project: Path) -> None:
    """A span of a document that was not parsed points at the same text."""
    fresh = read_tree(project / "schema", project).domains[0].documents[0]
    cached(project)
    document = cached(project).domains[0].documents[0]

    assert document.span(("tables", "t", "columns", "id")) == fresh.span(("tables", "t", "columns", "id"))


def test_a_file_that_is_gone_leaves_the_cache(project: Path) -> None:
    """The cache holds what is there, no more."""
    cached(project)
    (project / "schema" / "other.toml").unlink()
    cached(project)

    kept = json.loads((project / ".fluxc" / "parsed.json").read_text().partition("\n")[2])
    assert kept["files"].keys() == {"schema/app.yaml", "schema/big.yaml"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 1}', "x\n{}"])
def test_a_broken_cache_is_no_cache(project: Path, parsed: list[str], text: str) -> None:
    """It may be cut short, emptied or edited: everything is parsed, nothing is said."""
    first = data_of(cached(project))
    (project / ".fluxc" / "parsed.json").write_text(text)
    parsed.clear()

    found = cached(project)

    assert (data_of(found), found.diagnostics, len(parsed)) == (first, (), len(FILES))


def test_an_edited_cache_is_no_cache(project: Path) -> None:
    """Its digest gives away a value that somebody put in."""
    cached(project)
    path = project / ".fluxc" / "parsed.json"
    path.write_text(path.read_text().replace("bigint", "text"))

    assert "bigint" in repr(data_of(cached(project)))


def test_faults_are_told_every_time(project: Path) -> None:
    """A file that is wrong is never cached, nor one with a comment behind a plain scalar."""
    (project / "schema" / "app.yaml").write_text("doc: a #b\n")
    (project / "schema" / "big.yaml").write_text("doc: 1\ndoc: 2\n")

    for _ in range(2):
        found = cached(project)
        assert [item.code for item in found.diagnostics] == ["duplicate-key"]
        assert found.domains[0].documents[0].comments


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), VALUES))
def test_what_survives_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]) -> None:
    """Infinity, not-a-number and large integers included; what JSON would change is not kept."""
    path = tmp_path_factory.mktemp("cache") / "parsed.json"
    digest = digest_of(b"x", ".yaml")
    cache = Cache(path)
    cache.keep(digest, Document("f", data, "", {}, lambda _: Places()))
    cache.save()

    found = Cache(path).find("f", digest)

    assert (repr(found) == repr(data)) if survives(data) else found is None
    assert Cache(path).find("f", digest_of(b"y", ".yaml")) is None
