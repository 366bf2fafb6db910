"""What a run makes of the guesses of rules: confirmed, corrected, or added where the text tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from fluxc.diagnostics import Severity, Span
from fluxc.lint.rule import all_rules
from fluxc.lint.sql.outcome import MEASURED
from fluxc.project.lint import LintSettings, Setting

if TYPE_CHECKING:
    from tests.rehearsal.conftest import Run

SET: Final = "set lock_timeout = '5s'; "
EVERYTHING: Final = LintSettings(tuple(Setting(code, Severity.WARNING, Span("fluxc.toml")) for code in all_rules()))
CONFIRMED: Final = {
    "rewriting-type-change": "alter table orders alter column user_id type integer",
    "rewriting-default": "alter table users add column token uuid default gen_random_uuid()",
    "rewriting-generated-column": "alter table users add column twice bigint generated always as (id * 2) stored",
    "rewriting-serial-column": "alter table users add column number bigint generated always as identity",
    "rewriting-storage": "alter table events set logged",
    "rewriting-vacuum": "vacuum full users",
    "blocking-index-build": "create index on orders (total)",
    "blocking-index-drop": "drop index orders_at_idx",
    "blocking-not-null": "alter table orders alter column note set not null",
    "blocking-refresh": "refresh materialized view totals",
    "blocking-reindex": "reindex index orders_at_idx",
    "blocking-unique-constraint": "alter table people add constraint one unique (id)",
    "blocking-exclusion-constraint": "alter table people add constraint one exclude (id with =)",
    "blocking-detach": "alter table visits detach partition visits_2020",
    "scanning-attach": "alter table visits attach partition other for values from ('2040-01-01') to ('2041-01-01')",
    "scanning-primary-key": (
        "alter table orders drop constraint orders_pkey; alter table orders add primary key using index orders_note_key"
    ),
    "validating-check": "alter table orders add constraint big check (total <> 7)",
    "validating-domain": "alter domain email add check (value <> 'a')",
    "validating-foreign-key": "alter table orders add foreign key (user_id) references users",
    "validating-under-lock": (
        "begin; alter table orders add constraint big check (total <> 7) not valid;"
        " alter table orders validate constraint big; commit"
    ),
    "missing-lock-timeout": "reset lock_timeout; alter table orders add column x int",
}
CORRECTED: Final = {
    "a longer varchar": ("rewriting-type-change", "alter table users alter column email type varchar(80)"),
    "the type that it has": ("rewriting-type-change", "alter table users alter column n type int using n"),
    "already not null": ("blocking-not-null", "alter table users alter column name set not null"),
    "logged already": ("rewriting-storage", "alter table users set logged"),
    "a check that proves it": (
        "scanning-attach",
        "alter table visits attach partition loose for values from ('2030-01-01') to ('2031-01-01')",
    ),
    "columns that refuse nulls": (
        "scanning-primary-key",
        "alter table orders drop constraint orders_pkey; alter table orders add primary key using index by_user",
    ),
    "nothing is there": ("blocking-index-build", "create index if not exists orders_at_idx on orders (at)"),
    "a lock that lets others write": (
        "missing-lock-timeout",
        "reset lock_timeout; alter table orders set (fillfactor = 90)",
    ),
}
ADDED: Final = {
    "a block": ("rewriting-type-change", "do $$ begin alter table people alter id type text; end $$"),
    "a number as text": ("rewriting-type-change", "alter table orders alter column user_id type text"),
    "a text that is made": ("blocking-index-build", "do $$ begin execute 'create index on people (id)'; end $$"),
    "a function": ("missing-lock-timeout", "reset lock_timeout; select grow()"),
    "another type, of one of two": (
        "rewriting-type-change",
        "alter table users alter column email type varchar(80), alter column n type bigint",
    ),
    "a domain with a check": (
        "rewriting-default",
        "create domain small as int check (value < 10); alter table users add column s small default random() * 5",
    ),
    "a table of before": (
        "blocking-index-build",
        "create table if not exists people (); create index on people (id)",
    ),
    "rows under a lock": (
        "slow-work-under-lock",
        "do $$ begin alter table people add column x int; update people set x = 1; end $$",
    ),
    "a drop": ("dropped-table", "do $$ begin drop table people; end $$"),
    "a column": ("dropped-column", "do $$ begin alter table people drop kept; end $$"),
    "another name": ("renamed-column", "do $$ begin alter table people rename kept to gone; end $$"),
    "another name of a table": ("renamed-table", "do $$ begin alter table people rename to persons; end $$"),
    "nulls": ("dropped-not-null", "do $$ begin alter table users alter name drop not null; end $$"),
    "an index that goes": ("blocking-index-drop", "do $$ begin drop index orders_at_idx; end $$"),
    "a whole table that counts": ("rewriting-serial-column", "do $$ begin alter table people add x bigserial; end $$"),
}


def test_every_measured_rule_is_tried() -> None:
    """What falls where nothing is seen has to be seen somewhere."""
    assert CONFIRMED.keys() == MEASURED
    assert all_rules().keys() >= MEASURED


@pytest.mark.parametrize("code", CONFIRMED)
def test_a_guess_is_confirmed(code: str, run: Run) -> None:
    """It is told once, at the place of the guess, in words of what was seen."""
    ran = run(SET + CONFIRMED[code], settings=EVERYTHING)
    assert [item for item in ran.refused if item[1] == "refused-statement"] == []
    guessed = [item.diagnostic for item in ran.guessed.found if item.diagnostic.code == code]
    found = [item.diagnostic for item in ran.found.found if item.diagnostic.code == code]
    assert [item.span for item in found] == [item.span for item in guessed]
    assert len(found) == 1
    assert all(item.message != other.message for item, other in zip(found, guessed, strict=True))


@pytest.mark.parametrize("what", CORRECTED)
def test_a_guess_is_corrected(what: str, run: Run) -> None:
    """What the server did not do is not told, and a suppression that the text needs is not called unused."""
    code, sql = CORRECTED[what]
    before, _, last = sql.rpartition("; ")
    ran = run(f"{SET}{before};\n-- fluxc: allow {code}: it is free\n{last}", settings=EVERYTHING)
    assert ran.refused == []
    assert code in {item.diagnostic.code for item in (*ran.guessed.found, *ran.guessed.suppressed)}
    assert code not in {item.diagnostic.code for item in (*ran.found.found, *ran.found.suppressed)}
    assert "unused-suppression" not in {item.code for item in ran.found.diagnostics}


@pytest.mark.parametrize("what", ADDED)
def test_what_the_text_hides_is_found(what: str, run: Run) -> None:
    """It has the place of the statement, a cure, and can be suppressed by the rule and by the object."""
    code, sql = ADDED[what]
    ran = run(SET + sql, settings=EVERYTHING)
    assert ran.refused == []
    assert ran.lines() >= {(1, code)}
    (item,) = (item for item in ran.found.found if item.diagnostic.code == code)
    assert item.diagnostic.help
    guessed = {(item.object, item.diagnostic.message) for item in ran.guessed.found if item.diagnostic.code == code}
    assert (item.object, item.diagnostic.message) not in guessed
