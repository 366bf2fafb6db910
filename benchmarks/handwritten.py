"""The models of the measured schema as a person would write them, with the same types and the same constraints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from schemas import Table

_TYPES: Final = '''"""Types that models share."""

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

BigInt = Annotated[int, Field(ge=-(2**63), lt=2**63)]
Integer = Annotated[int, Field(ge=-(2**31), lt=2**31)]
Text = Annotated[str, StringConstraints(pattern=r"^[^\\x00]*$")]
Instant = AwareDatetime
'''
_HEAD: Final = '''"""Models of {domain}."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from .types import BigInt, Instant, Text
'''
_MODELS: Final = '''

class {name}(BaseModel):
    """Rows of {table}, kept by {domain}."""

    id: int
    title: str
    code: str
    quantity: int
    price: Decimal | None
    is_active: bool
    created_at: datetime
    attrs: JsonValue | None
    external_id: UUID
    due_on: date | None
    {parent_read}


class {name}Insert(BaseModel):
    """A new row of {table}."""

    model_config = ConfigDict(extra="forbid")

    title: Text
    code: Annotated[Text, Field(max_length={length})]
    quantity: Annotated[int, Field(ge=0, lt=2**31)]
    price: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] | None = None
    is_active: bool = False
    created_at: Instant | None = None
    attrs: JsonValue | None = None
    external_id: UUID
    due_on: date | None = None
    {parent_insert}


class {name}Update(BaseModel):
    """Changes to a row of {table}."""

    model_config = ConfigDict(extra="forbid")

    title: Text | None = None
    code: Annotated[Text, Field(max_length={length})] | None = None
    quantity: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    price: Annotated[Decimal, Field(max_digits=12, decimal_places=2)] | None = None
    is_active: bool | None = None
    created_at: Instant | None = None
    attrs: JsonValue | None = None
    external_id: UUID | None = None
    due_on: date | None = None
    {parent_update}
'''


def write_by_hand(made: Sequence[Table], package: Path) -> list[str]:
    """Write a package with a module a domain; return the names of the modules."""
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "types.py").write_text(_TYPES, encoding="utf-8")
    domains: dict[str, list[Table]] = {}
    for table in made:
        domains.setdefault(table.domain, []).append(table)
    for domain, members in domains.items():
        text = _HEAD.format(domain=domain) + "".join(map(_models, members))
        (package / f"{domain}.py").write_text(text, encoding="utf-8")
    return list(domains)


def _models(table: Table) -> str:
    parent = ("parent_id: int", "parent_id: BigInt", "parent_id: BigInt | None = None")
    read, insert, update = parent if table.parent else ("", "", "")
    name = "".join(word.capitalize() for word in table.name.split("_"))
    said = {"name": name, "table": table.name, "domain": table.domain, "length": table.length}
    return _MODELS.format(**said, parent_read=read, parent_insert=insert, parent_update=update)
