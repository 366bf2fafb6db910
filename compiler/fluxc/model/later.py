"""Forms of declarations whose modules load when a file first says something of the kind."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import ConfigDict, TypeAdapter
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Generator

    from pydantic import GetCoreSchemaHandler

_WHOLE: Final = ContextVar("_WHOLE", default=False)


def later(module: str, name: str) -> Any:
    """Return what stands for the form ``name`` of a module of this package in the fields of a declaration."""
    return Annotated[Any, _Later(module, name)]


@contextmanager
def whole() -> Generator[None]:
    """Have declarations that are built meanwhile hold their forms themselves, as they have to for a JSON Schema."""
    before = _WHOLE.set(True)
    try:
        yield
    finally:
        _WHOLE.reset(before)


class _Later:
    """Validates by a form as if the form stood here."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        del source
        if _WHOLE.get():
            return handler.generate_schema(self.form())
        # pydantic puts the places of what is wrong inside behind the place of this
        return core_schema.no_info_plain_validator_function(lambda value: self.adapter().validate_python(value))

    def form(self) -> Any:
        """Return the form."""
        return getattr(import_module(f"fluxc.model.{self.module}"), self.name)

    @cache  # noqa: B019  # there is one of each form, for as long as the process lives
    def adapter(self) -> TypeAdapter[Any]:
        """Return what validates the form, strictly, as declarations are."""
        form = self.form()
        # a declaration has settings of its own
        config = None if hasattr(form, "model_config") else ConfigDict(strict=True)
        return TypeAdapter(form, config=config)
