"""``fluxc init``: a new project that builds at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.write import PREFIX, write_set
from fluxc.project.layout import Layout
from fluxc.render.environment import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_FRAME = {
    ".gitignore": "init/gitignore.j2",
    ".gitattributes": "init/gitattributes.j2",
    ".vscode/settings.json": "init/vscode.json.j2",
    "fluxc.toml": "init/fluxc.toml.j2",
}
_FILES = {
    "schema/_shared.yaml": "init/shared.yaml.j2",
    "schema/identity.yaml": "init/identity.yaml.j2",
    **_FRAME,
}
_JOINED = (".gitignore", ".gitattributes")


@dataclass(frozen=True, slots=True)
class Started:
    """The folder of the new project and the files that were written."""

    root: Path
    files: tuple[str, ...]


def init(folder: Path, target: int) -> Started:
    """Write a new project; files that are there stay as they are, ignore files get what they lack.

    Raises InputError where the folder is a project already or holds a schema.
    """
    layout = Layout(folder.absolute())
    if layout.config.exists():
        message = f"{folder} is a project already"
        raise InputError([Diagnostic("project-exists", message, Span(str(layout.config)), "run `fluxc build` in it")])
    _forget_interrupted(layout, _FILES)  # what lies there is no schema yet
    has_schema = layout.schema.is_dir() and any(layout.shown(path) not in _FILES for path in layout.schema.iterdir())
    schema = {name: text for name, text in _FILES.items() if name.startswith("schema/") and not has_schema}
    templates = environment()
    texts = {name: templates.get_template(template).render() for name, template in schema.items()}
    return begin(layout, target, {name: text for name, text in texts.items() if not (layout.root / name).exists()})


def begin(layout: Layout, target: int, schema: Mapping[str, str]) -> Started:
    """Write a new project with these files of its schema by name; the other files that are there stay as they are.

    The settings are written last: they make a folder a project, so an interrupted beginning can be begun again.
    """
    _forget_interrupted(layout, schema)
    templates = environment()
    files: dict[Path, str | None] = {layout.root / name: text for name, text in schema.items()}
    for name, template in _FRAME.items():
        path = layout.root / name
        text = templates.get_template(template).render(target=target)
        if name in _JOINED and path.exists():
            text = _joined(path.read_text(), text)
        elif path.exists():
            continue
        files[path] = text
    settings = files.pop(layout.config)
    write_set(files)
    write_set({layout.config: settings})
    files[layout.config] = settings
    return Started(layout.root, tuple(layout.shown(path) for path in files))


def _forget_interrupted(layout: Layout, schema: Iterable[str]) -> None:
    """Delete what a killed beginning left under temporary names."""
    for folder in {(layout.root / name).parent for name in (*_FRAME, *schema)}:
        for path in folder.glob(f"{PREFIX}*"):
            path.unlink()


def _joined(old: str, wanted: str) -> str:
    lines = old.splitlines()
    missing = [line for line in wanted.splitlines() if line not in lines]
    return "\n".join([*lines, *missing]) + "\n"
