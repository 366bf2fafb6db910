"""Deltas: between two states and back, and what does not fit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxc.diagnostics import InputError
from fluxc.history.delta import DeltaError, apply_delta, delta_between, replay
from fluxc.history.lines import arranged, key_of

if TYPE_CHECKING:
    from fluxc.history.migration import Up

NAMES = st.sampled_from(["a", "b", '"we ird"', '"x.y"', '"q""{ "', '"=>"'])
BODIES = st.sampled_from(['{"t":1}', '{"t":" => { \\" }"}', "{}"])


@st.composite
def states(draw: st.DrawFn) -> dict[str, str]:
    """Draw a state: namespaces, enums, and tables with columns in some order and indexes."""
    keys = [f"namespace {name}" for name in draw(st.sets(NAMES, max_size=2))]
    keys += [f"enum n.{name}" for name in draw(st.sets(NAMES, max_size=2))]
    for table in draw(st.sets(NAMES, max_size=2)):
        keys.append(f"table n.{table}")
        keys += [f"column n.{table}.{name}" for name in draw(st.lists(NAMES, unique=True, max_size=5))]
        keys += [f"index n.{table}.{name}" for name in draw(st.sets(NAMES, max_size=2))]
    return arranged({key: f"{key} {draw(BODIES)}" for key in keys})


def lines(*texts: str) -> dict[str, str]:
    """Return state lines by key."""
    found = {key_of(text): text for text in texts}
    assert None not in found
    return {str(key): text for key, text in found.items()}


def migration(delta: str) -> Up:
    """Return what `replay` looks at in a migration."""
    return cast("Up", SimpleNamespace(delta=delta, file="out/migrations/0001_a.sql"))


def test_a_new_column_with_a_dot_in_its_name_may_stand_before_an_old_one() -> None:
    """What comes behind it was made anew, whatever the names look like."""
    before = lines('table n.a {"t":1}', 'column n.a.a {"t":1}')
    after = lines('table n.a {"t":1}', 'column n.a."x.y" {"t":1}', 'column n.a.a {"t":1}')
    assert list(apply_delta(before, delta_between(before, after)).items()) == list(after.items())


@given(before=states(), after=states(), data=st.data())
def test_a_delta_leads_from_before_to_after(before: dict[str, str], after: dict[str, str], data: st.DataObject) -> None:
    """Applying the delta between two states to the first gives the second, order of columns included."""
    pairs = [(old, new) for old in before for new in after if old != new and old.split(" ")[0] == new.split(" ")[0]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=3)) if pairs else []
    renames = {old: new for new, old in {new: old for old, new in chosen}.items()}
    text = delta_between(before, after, renames)

    assert list(apply_delta(before, text).items()) == list(after.items())
    assert all(line.startswith(("-- + ", "-- - ", "-- ~ ", "-- > ")) for line in text.splitlines())


@given(state=states())
def test_no_difference_is_no_delta(state: dict[str, str]) -> None:
    """A state differs in nothing from itself."""
    assert delta_between(state, state) == ""


def test_a_delta_reads_as_a_change() -> None:
    """Added, removed, replaced and renamed lines are told apart, and what lies below a renamed table follows it."""
    before = lines("table a.t {}", "column a.t.x {}", "column a.t.y {}", "index a.t.i {}", "enum a.gone {}")
    after = lines("table a.u {}", "column a.u.x {}", 'column a.u.y {"n":1}', "column a.u.z {}", "index a.u.i {}")
    text = delta_between(before, after, {"table a.t": "table a.u"})

    assert text.splitlines() == [
        "-- - enum a.gone {}",
        "-- > table a.t => table a.u {}",
        "-- > column a.t.x => column a.u.x {}",
        '-- > column a.t.y => column a.u.y {"n":1}',
        "-- + column a.u.z {}",
        "-- > index a.t.i => index a.u.i {}",
    ]


def test_names_may_be_swapped() -> None:
    """Two renames that cross each other are one delta."""
    before = lines('column a.t.x {"n":1}', 'column a.t.y {"n":2}')
    after = lines('column a.t.y {"n":1}', 'column a.t.x {"n":2}')
    text = delta_between(before, after, {"column a.t.x": "column a.t.y", "column a.t.y": "column a.t.x"})

    assert list(apply_delta(before, text).items()) == list(after.items())
    assert text.count("-- > ") == 2


def test_a_rename_keeps_the_place_of_a_column() -> None:
    """The physical order of columns outlives a rename, and added columns come last."""
    state = replay(
        [
            migration("-- + table a.t {}\n-- + column a.t.x {}\n-- + column a.t.y {}\n"),
            migration("-- + column a.t.a {}\r\n-- > column a.t.x => column a.t.z {}\r\n"),
        ]
    )

    assert list(state) == ["table a.t", "column a.t.z", "column a.t.y", "column a.t.a"]


@pytest.mark.parametrize(
    "delta",
    [
        "-- + table a.t {}",
        "-- - table a.u {}",
        '-- - table a.t {"other":1}',
        "-- ~ table a.u {}",
        "-- > table a.u => table a.v {}",
        "-- > table a.t => enum a.e {}",
        "-- > table a.t => table a.v {}\n-- > enum a.e => table a.v {}",
        "-- - table a.t {}\n-- ~ table a.t {}",
        "-- + table a.n {}\n-- + table a.n {}",
        "-- ? table a.t {}",
        "-- + tabel a.n {}",
        "-- + table a.n",
        "-- + table a n {}",
        "-- > table a.t table a.v {}",
    ],
)
def test_a_delta_that_does_not_fit_is_refused(delta: str) -> None:
    """What is there already, is not there, differs, or cannot be read, is no delta for this state."""
    state = lines("enum a.e {}", "table a.t {}")

    with pytest.raises(DeltaError):
        apply_delta(state, delta)
    with pytest.raises(InputError, match="does not fit") as caught:
        replay([migration("-- + enum a.e {}\n-- + table a.t {}\n"), migration(delta)])
    assert caught.value.diagnostics[0].code == "bad-delta"
