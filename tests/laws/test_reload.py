"""A load that lowers only what changed is a load."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fluxc.model.known import known_from, known_text
from fluxc.model.load import load
from fluxc.model.reload import reload
from fluxc.source.document import Document, Places
from fluxc.source.tree import DomainSource, Tree
from tests.laws.renaming import renamed
from tests.laws.schemas import plain_column, schemas, without_intent

Data = dict[str, dict[str, Any]]
CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=400, deadline=None, suppress_health_check=CHECKS)
@given(st.data())
def test_what_changed_is_all_that_is_read(draws: st.DataObject) -> None:
    """What is made of a known schema and an edit is what a load of everything makes, order included; or nothing is."""
    before = without_intent(draws.draw(schemas()))
    if draws.draw(st.booleans()):
        before = without_intent(draws.draw(renamed(before)))
    after = draws.draw(edited(before))
    first, found = load(tree(before))
    assume(not found)
    known = known_from(known_text(tree(before), first, "as ever"), "as ever")

    again = reload(tree(after), known) if known else None

    if again is not None:
        whole, wrong = load(tree(after))
        assert wrong == ()
        assert [item.line() for item in again.state] == [item.line() for item in whole.state]
        assert (again.state, again.intent, again.domains) == (whole.state, whole.intent, whole.domains)
        assert list(again.presentation.items()) == list(whole.presentation.items())


def test_an_edit_within_a_domain_is_read_alone() -> None:
    """A column more, with the reference it makes, does not ask for the other domain."""
    before: Data = {
        "app": {"tables": {"people": {"columns": {"id": "bigint identity primary key", "name": "text"}}}},
        "core": {"tables": {"notes": {"columns": {"author": "-> app.people"}}}},
    }
    after = json.loads(json.dumps(before))
    after["app"]["tables"]["people"]["columns"]["boss"] = "-> people?"
    known = known_from(known_text(tree(before), load(tree(before))[0], ""), "")
    assert known is not None

    again = reload(tree(after), known)

    assert again is not None
    assert again.state == load(tree(after))[0].state
    assert {place.document.file for place in again.places.values()} == {"schema/app.yaml"}
    after["app"]["tables"]["people"]["indexes"] = [{"on": ["name"], "name": "people"}]
    assert reload(tree(after), known) is None, "a name that is taken"
    del after["app"]["tables"]["people"]["indexes"], after["app"]["tables"]["people"]["columns"]["id"]
    assert reload(tree(after), known) is None, "a column that others refer to"


@pytest.mark.parametrize("said", [{"online": False}, {"lock_timeout": "1s"}, {"statement_timeout": 0}])
def test_how_a_table_is_changed_is_not_forgotten(said: dict[str, Any]) -> None:
    """What no object holds is read again, though another domain was edited."""
    before: Data = {
        "app": {"tables": {"people": {"columns": {"id": "bigint"}, **said}}},
        "core": {"tables": {"notes": {"columns": {"note": "text"}}}},
    }
    known = known_from(known_text(tree(before), load(tree(before))[0], ""), "")
    assert known is not None
    after = json.loads(json.dumps(before))
    after["core"]["tables"]["notes"]["columns"]["more"] = "text"

    again = reload(tree(after), known)

    assert again is None or again.intent == load(tree(after))[0].intent


def test_the_rows_of_what_changed_are_read() -> None:
    """Declared rows are checked with their domain, against columns and enums of the others too."""
    before: Data = {
        "app": {"tables": {"roles": {"columns": {"code": "text primary key"}, "seed": [{"code": "a"}]}}},
        "core": {
            "enums": {"mood": ["sad"]},
            "tables": {"t": {"columns": {"role": "-> app.roles", "mood": "mood"}, "primary_key": ["role"]}},
        },
    }
    known = known_from(known_text(tree(before), load(tree(before))[0], ""), "")
    assert known is not None
    after = json.loads(json.dumps(before))
    after["core"]["tables"]["t"]["seed"] = [{"role": {"of": {"code": "a"}}, "mood": "sad"}]

    again = reload(tree(after), known)

    assert again is not None
    assert [seed.table for seed in again.seeds] == [("core", "t")]
    assert [seed.table for seed in load(tree(after))[0].seeds] == [("app", "roles"), ("core", "t")]
    after["core"]["tables"]["t"]["seed"][0]["mood"] = "glad"
    assert reload(tree(after), known) is None, "a row that is wrong"


def test_other_settings_and_damage_make_nothing_known() -> None:
    """A text is of use only to the fluxc and the settings that wrote it, and only whole."""
    data: Data = {"app": {"tables": {"t": {"columns": {"a": "text"}}}}}
    text = known_text(tree(data), load(tree(data))[0], "one")

    assert known_from(text, "one") is not None
    assert known_from(text, "other") is None
    assert known_from(text.replace('"text"', '"date"'), "one") is None
    assert known_from("", "one") is None


@st.composite
def edited(draw: st.DrawFn, data: Data) -> Data:
    """Draw a schema of which one domain is another in one thing, or altogether."""
    found: Data = json.loads(json.dumps(data))
    name = draw(st.sampled_from(["app", "core"]))
    if draw(st.integers(0, 4)) == 0:
        found[name] = without_intent(draw(schemas()))[name]
        return found
    tables = found[name]["tables"]
    if not tables:
        tables["fresh"] = {"columns": {"id": "bigint primary key"}}
        return found
    table = tables[draw(st.sampled_from(list(tables)))]
    match draw(st.sampled_from(["none", "add", "drop", "change", "doc", "unique", "head", "index", "python", "class"])):
        case "add":
            table["columns"]["more"] = without_intent(
                {"": {"tables": {"": {"columns": {"c": draw(plain_column("c"))}}}}}
            )[""]["tables"][""]["columns"]["c"]
        case "none":
            pass
        case "drop":
            table["columns"].popitem()
        case "change":
            column = table["columns"][draw(st.sampled_from(list(table["columns"])))]
            column["doc"] = "other"
            if draw(st.booleans()) and "type" in column:
                column["type"] = "bigint"
        case "python":
            column = table["columns"][draw(st.sampled_from(list(table["columns"])))]
            column["python"] = {"name": draw(st.sampled_from(["one", "other"]))}
            column["sensitive"] = draw(st.booleans())
        case "class":
            table["python"] = {"name": draw(st.sampled_from(["One", "Other"]))}
        case "doc":
            table["doc"] = "another"
        case "unique":
            table["unique"] = {draw(st.sampled_from(["ut11", "unew"])): [next(iter(table["columns"]))]}
        case "head":
            found[name]["doc"] = "another"
        case _:
            table["indexes"] = [{"on": [next(iter(table["columns"]))], "name": draw(st.sampled_from(["t1", "i"]))}]
    return found


def tree(data: Data) -> Tree:
    """Return domains as if they had been read from files."""
    sources = tuple(DomainSource(name, (document(name, its),)) for name, its in data.items())
    return Tree(sources, (), ())


def document(name: str, data: dict[str, Any]) -> Document:
    text = json.dumps(data)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(f"schema/{name}.yaml", json.loads(text), text, {}, lambda _: Places(), digest)
