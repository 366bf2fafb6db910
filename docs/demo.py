"""Seeded rows, and a query through the generated models: a user in, read back, and out again with the transaction."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql
from psycopg.rows import class_row

from fluxc.commands.database import serving
from fluxc.project.layout import Layout

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "out"))

if TYPE_CHECKING:
    from out.models.identity import User, UserInsert
else:
    from models.identity import User, UserInsert


ROWS = {
    "what roles may do": """
        select roles.name, string_agg(permissions.code, ', ' order by permissions.code)
        from identity.roles
        join identity.role_permissions on role_permissions.role_id = roles.id
        join identity.permissions on permissions.id = role_permissions.permission_id
        group by roles.name order by roles.name
    """,
    "posts about locks": """
        select title, status::text from blog.posts
        where search @@ websearch_to_tsquery('english', 'waiting for locks') order by title
    """,
    "orders with their totals": """
        select orders.number, sum(order_items.total)::text
        from commerce.orders join commerce.order_items on order_items.order_id = orders.id
        group by orders.number order by orders.number
    """,
}


def main() -> None:
    """Show what the seeds put there; insert a user by `UserInsert`, read it as `User`, and leave nothing behind."""
    ada = UserInsert(code="oidc|42", name="Ada Lovelace", username="ada")
    values = ada.model_dump(exclude_unset=True)
    statement = sql.SQL("insert into identity.users ({}) values ({}) returning *").format(
        sql.SQL(", ").join(map(sql.Identifier, values)), sql.SQL(", ").join(map(sql.Placeholder, values))
    )
    with serving(Layout(ROOT), None, use_environment=False) as database, psycopg.connect(database.url) as connection:
        with connection.cursor(row_factory=class_row(User)) as cursor:
            user = cursor.execute(statement, values).fetchone()
        found = {title: connection.execute(query.encode()).fetchall() for title, query in ROWS.items()}
        connection.rollback()
    seeded = "\n".join(
        line for title, rows in found.items() for line in (f"  {title}", *(f"    {one}: {two}" for one, two in rows))
    )
    sys.stdout.write(f"""
Rows seeded from schema/:
{seeded}

A row through out/models: {user!r}
Database is up to date!

Next: add a line such as `nickname: varchar(64)?` to users in schema/identity.yaml, then run .venv/bin/fluxc up
""")


if __name__ == "__main__":
    main()
