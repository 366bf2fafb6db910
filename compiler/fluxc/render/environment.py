"""The one Jinja environment of the product: the shipped templates, each open to a project's own version."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jinja2
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

import fluxc
from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.render.python_text import docstring, literal
from fluxc.render.quoting import FILTERS, Definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping
    from types import TracebackType
    from typing import Any

    from jinja2 import Template
    from jinja2.bccache import Bucket

    from fluxc.plan.operation import Operation


class _Templates(Environment):
    """An environment whose templates have their globals in one dict: a chain of two costs more than a short text.

    Each template is looked for once: thousands of statements ask for the same few.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on the disk; where they cannot be kept they are compiled again the next time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def template_root() -> Path:
    """Return the shipped templates: inside the wheel, or beside compiler/ in a checkout."""
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "templates"


def environment(project_root: Path | None = None, compiled: Path | None = None) -> Environment:
    """Return the environment; a file under ``templates/`` of the project takes the place of the shipped one.

    ``compiled`` is a directory for compiled templates, in which only people may write whose code may be run.
    """
    own = [project_root / "templates"] if project_root else []
    made = _Templates(
        loader=FileSystemLoader([*own, template_root()]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_Compiled(str(compiled), f"{_settings()}-%s") if compiled else None,
        autoescape=False,  # SQL and Python are written here; filters quote for each of them
    )
    made.filters.update(FILTERS)
    made.filters["definitions"] = cast("Callable[..., list[str]]", Definitions())
    made.filters["template"] = _template
    made.filters["py_docstring"] = docstring
    made.filters["py_literal"] = literal
    return made


def template_name(operation: type[Operation]) -> str:
    """Return the template of an operation: ``AddColumn`` is ``sql/add_column.sql.j2``."""
    return _template_of(operation.__name__)


@cache
def _template_of(name: str) -> str:
    return f"sql/{re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()}.sql.j2"


def _template(operation: Operation) -> str:
    return template_name(type(operation))


def _settings() -> str:
    """Return what tells compiled templates of this environment from those of another, whose filters may differ."""
    with os.scandir(Path(__file__).parent) as entries:
        code = sorted(f"{entry.name} {entry.stat().st_mtime_ns}" for entry in entries if entry.name.endswith(".py"))
    said = "\n".join((fluxc.__version__, jinja2.__version__, *code))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def write(templates: Environment, name: str, context: Mapping[str, object]) -> str:
    """Return the text of one template; raises InputError with the place where a project's own version is wrong."""
    try:
        return templates.get_template(name).render(context)
    except TemplateSyntaxError as error:
        raise InputError([_diagnostic(error, error.filename or name, error.lineno)]) from error
    except Exception as error:
        place = _place(error.__traceback__)
        if place is None and not isinstance(error, TemplateError):
            raise
        raise InputError([_diagnostic(error, *(place or (name, 0)))]) from error


def _place(trace: TracebackType | None) -> tuple[str, int] | None:
    """Return the file and line of the innermost template that a traceback passes through."""
    found = None
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            found = (filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _diagnostic(error: Exception, file: str, line: int) -> Diagnostic:
    shown = Path(file)
    where = Span("/".join(shown.parts[-3:]), line)
    message = f"template {shown.name} cannot be written: {str(error) or type(error).__name__}"
    cure = "correct the project's own copy, or delete it to use the shipped one"
    return Diagnostic("bad-template", message, where, cure)
