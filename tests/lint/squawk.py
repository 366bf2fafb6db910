"""The rules of squawk 2.70: what they are called here, and why migrations of fluxc do what some of them find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Breaks:
    """Codes of breaking changes, which are told of a schema and not of SQL."""

    codes: tuple[str, ...]


Answer = str | tuple[str, ...] | Breaks
"""Codes of fluxc, or the reason why there is no rule."""

_SERVER: Final = "about the whole server or database, which no migration of fluxc touches"

RULES: Final[dict[str, Answer]] = {
    "adding-field-with-default": ("rewriting-default", "rewriting-generated-column"),
    "adding-foreign-key-constraint": ("validating-foreign-key",),
    "adding-not-nullable-field": ("blocking-not-null",),
    "adding-required-field": ("column-needs-value",),
    "adding-serial-primary-key-field": ("blocking-unique-constraint", "rewriting-serial-column"),
    "ban-add-column": Breaks(
        (
            "required-column-added",
            "published-column-added",
        )
    ),
    "ban-add-composite-attribute": Breaks(("type-changed",)),
    "ban-add-enum-value": Breaks(("enum-value-added",)),
    "ban-alter-database-options": _SERVER,
    "ban-alter-domain-with-add-constraint": ("validating-domain",),
    "ban-alter-extension": ("extension-update",),
    "ban-alter-function-options": Breaks(("routine-rights-changed",)),
    "ban-alter-generated-expression": Breaks(("generation-changed",)),
    "ban-alter-identity": Breaks(
        (
            "default-changed",
            "sequence-changed",
        )
    ),
    "ban-alter-policy-condition": ("access-change",),
    "ban-alter-policy-roles": ("access-change",),
    "ban-alter-role-options": _SERVER,
    "ban-alter-row-level-security": ("access-change", "row-security-without-policy"),
    "ban-alter-sequence-values": Breaks(("sequence-changed",)),
    "ban-alter-system-options": _SERVER,
    "ban-alter-view-options": Breaks(
        (
            "view-rights-changed",
            "view-writes-changed",
        )
    ),
    "ban-char-field": ("blank-padded-char",),
    "ban-concurrent-index-creation-in-transaction": ("concurrent-in-transaction",),
    "ban-create-domain-with-constraint": ("constrained-domain",),
    "ban-create-policy": ("access-change",),
    "ban-detach-inheritance": Breaks(("parent-changed",)),
    "ban-disable-trigger": Breaks(("trigger-changed",)),
    "ban-drop-column": ("dropped-column",),
    "ban-drop-constraint": Breaks(
        (
            "unique-dropped",
            "foreign-key-dropped",
        )
    ),
    "ban-drop-database": ("dropped-database",),
    "ban-drop-default": Breaks(("default-changed",)),
    "ban-drop-domain": Breaks(("type-dropped",)),
    "ban-drop-extension": Breaks(("extension-dropped",)),
    "ban-drop-function": Breaks(("routine-dropped",)),
    "ban-drop-generated-expression": Breaks(("generation-changed",)),
    "ban-drop-index": ("blocking-index-drop", "gap-between-indexes"),
    "ban-drop-not-null": ("dropped-not-null",),
    "ban-drop-policy": ("access-change",),
    "ban-drop-schema": Breaks(("namespace-dropped",)),
    "ban-drop-sequence": Breaks(("sequence-dropped",)),
    "ban-drop-table": ("dropped-table",),
    "ban-drop-trigger": Breaks(("trigger-changed",)),
    "ban-drop-type": Breaks(("type-dropped",)),
    "ban-drop-view": Breaks(("view-dropped",)),
    "ban-duplicate-column-assignments": ("duplicate-assignment",),
    "ban-new-write-restriction": Breaks(
        (
            "check-added",
            "unique-added",
            "foreign-key-added",
            "not-null-added",
        )
    ),
    "ban-replica-identity": Breaks(("replica-identity-changed",)),
    "ban-revoke": ("access-change",),
    "ban-set-default": Breaks(("default-changed",)),
    "ban-set-schema": ("renamed-table",),
    "ban-truncate-cascade": ("truncate-cascade",),
    "ban-uncommitted-transaction": ("uncommitted-transaction",),
    "changing-column-type": ("rewriting-type-change",),
    "constraint-missing-not-valid": ("validating-check", "validating-foreign-key"),
    "disallowed-unique-constraint": ("blocking-unique-constraint",),
    "identifier-too-long": ("identifier-too-long",),
    "prefer-bigint-over-int": ("small-primary-key", "small-integer"),
    "prefer-bigint-over-smallint": ("small-primary-key", "small-integer"),
    "prefer-identity": ("serial-column",),
    "prefer-repack": ("rewriting-vacuum",),
    "prefer-robust-stmts": ("fragile-statement",),
    "prefer-text-field": ("varchar-without-need", "limited-varchar"),
    "prefer-timestamp-tz": ("timestamp-without-time-zone",),
    "renaming-column": ("renamed-column",),
    "renaming-object": ("renamed-table", "renamed-schema", "renamed-enum-value"),
    "renaming-table": ("renamed-table",),
    "require-concurrent-index-creation": ("blocking-index-build",),
    "require-concurrent-index-deletion": ("blocking-index-drop",),
    "require-concurrent-partition-detach": ("blocking-detach",),
    "require-concurrent-reindex": ("blocking-reindex",),
    "require-enum-value-ordering": ("unplaced-enum-value",),
    "require-lock-timeout": ("missing-lock-timeout",),
    "require-statement-timeout": ("missing-statement-timeout",),
    "require-table-schema": ("unqualified-table",),
    "require-timeout-settings": ("missing-lock-timeout", "missing-statement-timeout"),
    "syntax-error": "no rule but an error, `not-sql`, for what can be no statement; the rest is for the server to say",
    "transaction-nesting": ("nested-transaction",),
    "unused-ignore": "no rule but a warning, `unused-suppression`; `expired-suppression` beside it",
}

_ASKED: Final = "the schema says so"
_CLIENTS: Final = "`fluxc breaking` says who notices"
_DROPPED: Final = f"it is gone from the schema; {_CLIENTS}"
_WAS: Final = "the schema says so by `was`; the hazard `breaks-clients` names it"
_CHANGES: Final = "what it rests on changes, such as a type, a routine or an enum"
_AROUND: Final = f"{_CHANGES}, so that it goes and comes back in one transaction"
_BACK: Final = "a way back puts it back as it was, in one transaction"
_NEW: Final = "its table is made in the same migration, so that nobody is there"
_PARTED: Final = "a partitioned table or a partition takes no other form"
_NAMED: Final = "the hazard `builds-index` says where it takes long"


def _found(*codes: str) -> str:
    return f"{_ASKED}; in a schema it is found by {' and '.join(f'`{code}`' for code in codes)}"


OURS: Final[dict[str, str]] = {
    "adding-field-with-default": (
        "identity columns and stored generated ones have no other form, and the hazard `rewrites-table` names them;"
        " virtual ones are free"
    ),
    "adding-foreign-key-constraint": (
        f"{_NEW}; or it is not enforced, or of a partitioned table before 18; or {_BACK}."
        " The hazard `blocks-writes` says so"
    ),
    "adding-not-nullable-field": (
        "a validated check before it tells that there is no null, so that no row is read; or it is a partition's,"
        " which has to refuse what its table refuses"
    ),
    "adding-required-field": (
        "a sequence fills it; or the migration looks first whether the table has no rows, as was assumed"
    ),
    "adding-serial-primary-key-field": f"{_NEW}; or {_PARTED}; or {_BACK}. Elsewhere its index is built first",
    "ban-alter-domain-with-add-constraint": _found("constrained-domain"),
    "ban-alter-identity": f"{_ASKED}; {_CLIENTS}",
    "ban-char-field": _found("blank-padded-char"),
    "ban-create-domain-with-constraint": _found("constrained-domain"),
    "ban-drop-column": f"{_DROPPED}, the hazard `deletes-data` names it",
    "ban-drop-constraint": f"{_AROUND}; or {_DROPPED}",
    "ban-drop-default": f"it was there to fill old rows alone; or {_DROPPED}",
    "ban-drop-domain": _DROPPED,
    "ban-drop-extension": _DROPPED,
    "ban-drop-function": f"it is a helper of the migration in `pg_temp`; or {_AROUND}; or {_DROPPED}",
    "ban-drop-generated-expression": f"{_ASKED}; {_CLIENTS}",
    "ban-drop-not-null": f"{_ASKED}; {_CLIENTS}",
    "ban-drop-schema": _DROPPED,
    "ban-drop-sequence": f"it is a helper of the migration in `pg_temp`; or {_DROPPED}",
    "ban-drop-table": f"{_DROPPED}, the hazard `deletes-data` names it",
    "ban-drop-type": f"another one of its name has taken its place; or {_DROPPED}",
    "ban-drop-view": f"{_AROUND}; or {_DROPPED}",
    "ban-set-schema": _WAS,
    "changing-column-type": (
        "many changes are free, by a table that was measured on every version; the others are named by `rewrites-table`"
    ),
    "constraint-missing-not-valid": (
        f"{_NEW}; or there is no such form (unique, exclusion, partitioned tables); or {_AROUND}; or {_BACK}"
    ),
    "disallowed-unique-constraint": (
        f"{_AROUND}; or {_PARTED}; or {_BACK}. Elsewhere its index is built first; {_NAMED}"
    ),
    "prefer-bigint-over-int": _found("small-primary-key", "small-integer"),
    "prefer-bigint-over-smallint": _found("small-primary-key", "small-integer"),
    "prefer-identity": _found("serial-column"),
    "prefer-robust-stmts": (
        "`if not exists` takes the invalid index that a failed build leaves behind for a good one: a step outside of a"
        " transaction says how to tell whether it is done, what cleans up behind it, and the ledger knows which are"
    ),
    "prefer-text-field": _found("varchar-without-need", "limited-varchar"),
    "prefer-timestamp-tz": _found("timestamp-without-time-zone"),
    "renaming-column": _WAS,
    "renaming-object": (
        "its name follows from that of a table or column that has another one; or it is set aside while another one"
        f" takes its place; or {_WAS}"
    ),
    "renaming-table": _WAS,
    "require-concurrent-index-creation": f"{_NEW}; or {_PARTED}; or {_AROUND}; {_NAMED}",
    "require-concurrent-index-deletion": (
        f"{_AROUND}; or {_PARTED}; or a way back takes away what came in its transaction"
    ),
    "require-concurrent-partition-detach": (
        "it takes its lock for a moment, with a `lock_timeout`, and is tried again; the concurrent form cannot be part"
        " of a transaction with what else is done to the partition, and does not go with a default partition"
    ),
    "require-enum-value-ordering": "it is the last one in the schema, and comes last",
}
"""Why migrations of fluxc do what a rule of squawk finds in them."""
