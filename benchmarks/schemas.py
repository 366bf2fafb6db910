"""The measured schema: N tables in domains of ten, written for fluxc and for drizzle-kit; the same tables each time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

DOMAIN_SIZE: Final = 10
_NOUNS: Final = ("account", "booking", "contract", "delivery", "employee", "invoice", "licence", "order", "parcel")

# Each column: its name, its type in fluxc, its builder in drizzle; `{length}` is drawn for each table.
_KEY: Final = (
    "id",
    "bigint primary key identity",
    'bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity()',
)
_COLUMNS: Final = (
    ("title", "text", 'text("title").notNull()'),
    ("code", "varchar({length}) unique", 'varchar("code", { length: {length} }).notNull()'),
    ("quantity", "integer", 'integer("quantity").notNull()'),
    ("price", "numeric(12,2)?", 'numeric("price", { precision: 12, scale: 2 })'),
    ("is_active", "boolean = false", 'boolean("is_active").notNull().default(false)'),
    ("created_at", "timestamptz = now()", 'timestamp("created_at", { withTimezone: true }).notNull().defaultNow()'),
    ("attrs", "jsonb?", 'jsonb("attrs")'),
    ("external_id", "uuid", 'uuid("external_id").notNull()'),
    ("due_on", "date?", 'date("due_on")'),
)
_ADDED: Final = ("added_note", "text?", 'text("added_note")')
_IMPORTS: Final = (
    'import { sql } from "drizzle-orm";\n'
    "import { bigint, boolean, check, date, foreignKey, index, integer, jsonb, numeric, pgTable, text, timestamp, "
    'unique, uuid, varchar } from "drizzle-orm/pg-core";\n'
)
_CONFIG: Final = """import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./schema/**/*.ts",
  out: "./drizzle",
  dbCredentials: { url: process.env.DATABASE_URL! },
});
"""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: an identity key, nine columns of mixed types, and a foreign key to an earlier table."""

    name: str
    domain: str
    length: int
    parent: Table | None = None
    added: bool = False

    def columns(self) -> list[tuple[str, str, str]]:
        """Return name, fluxc's type and drizzle's builder of each column but the foreign key."""
        length = str(self.length)
        spelled = [(name, a.replace("{length}", length), b.replace("{length}", length)) for name, a, b in _COLUMNS]
        return [_KEY, *spelled, *([_ADDED] if self.added else [])]


def tables(count: int, *, added: bool = False) -> list[Table]:
    """Return ``count`` tables, always the same; with ``added`` the middle one has a column more."""
    chance = random.Random(count)  # noqa: S311  # a schema, no secret
    made: list[Table] = []
    for number in range(count):
        domain = f"domain_{number // DOMAIN_SIZE:03d}"
        near = made[number - number % DOMAIN_SIZE :] if chance.random() < 0.5 else made
        parent = chance.choice(near or made) if made else None
        name = f"{chance.choice(_NOUNS)}_{number:04d}"
        made.append(Table(name, domain, chance.choice((16, 32, 64)), parent, added and number == count // 2))
    return made


def write_fluxc(made: Sequence[Table], root: Path) -> None:
    """Write a fluxc project: one file a table, in a folder a domain."""
    _write(root / "fluxc.toml", '[schema]\nnamespace = "public"\n')
    for table in made:
        _write(root / "schema" / table.domain / f"{table.name}.yaml", _yaml(table))


def _yaml(table: Table) -> str:
    columns = [f"{name}: {spelled}" for name, spelled, _ in table.columns()]
    if table.parent:
        inside = table.parent.domain == table.domain
        target = table.parent.name if inside else f"{table.parent.domain}.{table.parent.name}"
        columns.append(f"parent_id: -> {target} on delete cascade")
    listed = "".join(f"      {column}\n" for column in columns)
    return (
        f"tables:\n  {table.name}:\n    doc: Rows of {table.name}, kept by {table.domain}\n    columns:\n{listed}"
        f"    checks:\n      {table.name}_quantity_check: quantity >= 0\n"
    )


def write_drizzle(made: Sequence[Table], root: Path) -> None:
    """Write the same tables for drizzle-kit: one file a domain, as its users do."""
    _write(root / "drizzle.config.ts", _CONFIG)
    domains: dict[str, list[Table]] = {}
    for table in made:
        domains.setdefault(table.domain, []).append(table)
    for domain, members in domains.items():
        _write(root / "schema" / domain / "tables.ts", _typescript(domain, members))


def _typescript(domain: str, members: Iterable[Table]) -> str:
    foreign: dict[str, set[str]] = {}
    body: list[str] = []
    for table in members:
        if table.parent and table.parent.domain != domain:
            foreign.setdefault(table.parent.domain, set()).add(table.parent.name)
        columns = [f"  {name}: {builder}" for name, _, builder in table.columns()]
        columns += ['  parent_id: bigint("parent_id", { mode: "number" }).notNull()'] if table.parent else []
        rules = ",\n  ".join(_rules(table))
        text = ",\n".join(columns)
        body.append(f'export const {table.name} = pgTable("{table.name}", {{\n{text},\n}}, (t) => [\n  {rules},\n]);\n')
    imports = [
        f'import {{ {", ".join(sorted(names))} }} from "../{other}/tables";\n'
        for other, names in sorted(foreign.items())
    ]
    return _IMPORTS + "".join(imports) + "\n" + "\n".join(body)


def _rules(table: Table) -> list[str]:
    name = table.name
    rules = [
        f'unique("{name}_code_key").on(t.code)',
        f'check("{name}_quantity_check", sql`${{t.quantity}} >= 0`)',
    ]
    if table.parent:
        columns = f"columns: [t.parent_id], foreignColumns: [{table.parent.name}.id]"
        rules.append(f'foreignKey({{ name: "{name}_parent_id_fkey", {columns} }}).onDelete("cascade")')
        rules.append(f'index("{name}_parent_id_idx").on(t.parent_id)')
    return rules


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
