"""Northwind in YAML is what its diagram shows: tables, keys, and arrows between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest
from tests.samples.sample import Sample

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.conftest import NewDatabase

BOXES: Final = """
categories              category_id
customer_customer_demo  customer_id, customer_type_id
customer_demographics   customer_type_id
customers               customer_id
employee_territories    employee_id, territory_id
employees               employee_id
order_details           order_id, product_id
orders                  order_id
products                product_id
region                  region_id
shippers                shipper_id
suppliers               supplier_id
territories             territory_id
us_states               state_id
"""
ARROWS: Final = """
customer_customer_demo.customer_id      -> customers
customer_customer_demo.customer_type_id -> customer_demographics
employee_territories.employee_id        -> employees
employee_territories.territory_id       -> territories
employees.reports_to                    -> employees
order_details.order_id                  -> orders
order_details.product_id                -> products
orders.customer_id                      -> customers
orders.employee_id                      -> employees
orders.ship_via                         -> shippers
products.category_id                    -> categories
products.supplier_id                    -> suppliers
territories.region_id                   -> region
"""

KEYS: Final = """
    select t.relname::text || ' ' || (
        select string_agg(attname::text, ', ' order by place) from unnest(c.conkey) with ordinality as k (number, place)
        join pg_attribute on attrelid = c.conrelid and attnum = k.number)
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'p'
    where t.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|fluxc$)'
"""
REFERENCES: Final = """
    select t.relname || '.' || string_agg(attname::text, ', ') || ' -> ' || other.relname
    from pg_constraint c join pg_class t on t.oid = conrelid join pg_class other on other.oid = confrelid
    join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' group by c.oid, t.relname, other.relname
"""


def drawn(diagram: str) -> list[str]:
    """Return the lines of a part of the diagram, without what lines them up."""
    return [" ".join(line.split()) for line in diagram.strip().splitlines()]


@pytest.fixture
def connection(new_database: NewDatabase, tmp_path: Path) -> Generator[psycopg.Connection[Any]]:
    """Return a connection to a database made by the migrations of the sample."""
    url = new_database()
    Sample("northwind", tmp_path).migrate(url)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def test_the_database_is_what_the_diagram_shows(connection: psycopg.Connection[Any]) -> None:
    """The 14 boxes, each with its key, the arrows between them, and nothing else."""
    assert len(drawn(BOXES)) == 14
    assert sorted(row[0] for row in connection.execute(KEYS)) == drawn(BOXES)
    assert sorted(row[0] for row in connection.execute(REFERENCES)) == drawn(ARROWS)


def test_every_arrow_has_an_index(connection: psycopg.Connection[Any]) -> None:
    """The columns of each reference lead in some index."""
    query = """
        select conname::text from pg_constraint where contype = 'f' and not exists (
            select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
    """
    assert connection.execute(query).fetchall() == []
