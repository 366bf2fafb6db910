"""What `--against` may name: commits of a real repository, locks, other projects; and what it may not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxc.commands.breaking import breaking
from fluxc.commands.build import build
from fluxc.commands.seal import seal
from fluxc.diagnostics import InputError, OutsideError
from fluxc.project.layout import Layout
from tests.breaking.repository import commit, git

if TYPE_CHECKING:
    from fluxc.commands.breaking import BreakingResult

BEFORE = "tables:\n  users:\n    columns:\n      id: bigint primary key identity\n      phone: text?\n"
AFTER = "tables:\n  users:\n    columns:\n      id: bigint primary key identity\n"
DROPPED = ["column-dropped"]


def write(root: Path, text: str, settings: str = "target = 18\n") -> None:
    (root / "schema").mkdir(parents=True, exist_ok=True)
    (root / "fluxc.toml").write_text(settings, encoding="utf-8")
    (root / "schema" / "app.yaml").write_text(text, encoding="utf-8")


def codes(result: BreakingResult) -> list[str]:
    return [item.code for item in result.found]


def refused(root: Path, against: str) -> str:
    """Return the code with which a name is refused."""
    with pytest.raises((InputError, OutsideError)) as caught:
        breaking(Layout(root), against)
    error = caught.value
    assert isinstance(error, InputError | OutsideError)
    said = error.diagnostics[0] if isinstance(error, InputError) else error.diagnostic
    assert said.help
    return said.code


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a project with a column under the tag v1, without it in the working folder."""
    write(tmp_path, BEFORE)
    commit(tmp_path, "v1")
    write(tmp_path, AFTER)
    return tmp_path


def test_a_commit(repository: Path) -> None:
    """Branches, tags, digests and what git makes of them; the place is the file of the commit, and of now its table."""
    digest = git(repository, "rev-parse", "v1")
    for name in ("v1", "main", "HEAD", digest, digest[:10], "v1^{commit}", "refs/tags/v1"):
        result = breaking(Layout(repository), name)
        assert codes(result) == DROPPED
        assert result.against == ("git", name, digest)
        (item,) = result.found
        assert item.span is not None
        assert (item.span.file, item.span.line) == (f"{name}:schema/app.yaml", 5)
        assert item.now is not None
        assert (item.now.file, item.now.line, item.gone) == ("schema/app.yaml", 2, True)


def test_nothing_is_checked_out_or_written(repository: Path) -> None:
    """The working folder, the index and out/ stay as they are."""
    before = git(repository, "status", "--porcelain")
    breaking(Layout(repository), "v1")
    (repository / ".gitignore").write_text(".fluxc/\n", encoding="utf-8")
    assert git(repository, "status", "--porcelain") == f"{before}\n?? .gitignore"
    assert not (repository / "out").exists()


def test_a_project_below_the_top(tmp_path: Path) -> None:
    """The folder of the project is looked for in the commit, not the top; odd names too."""
    root = tmp_path / "db s" / "-ünal"
    write(root, BEFORE)
    write(tmp_path, AFTER)
    commit(tmp_path, "v1")
    write(root, AFTER)
    assert codes(breaking(Layout(root), "v1")) == DROPPED
    assert codes(breaking(Layout(tmp_path), "v1")) == []


def test_a_table_that_moves(tmp_path: Path) -> None:
    """Another namespace is another name, and another module; what lies in the table is not told again."""
    write(tmp_path, BEFORE)
    (tmp_path / "schema" / "shop.yaml").write_text(AFTER.replace("users", "orders"), encoding="utf-8")
    commit(tmp_path, "v1")
    moved = BEFORE.replace("users:", "users:\n    was: app.users")
    (tmp_path / "schema" / "shop.yaml").write_text(AFTER.replace("users", "orders") + moved[8:], encoding="utf-8")
    (tmp_path / "schema" / "app.yaml").write_text("tables: {}\n", encoding="utf-8")
    result = breaking(Layout(tmp_path), "v1")
    assert [(item.code, item.object) for item in result.found] == [
        ("class-moved", "shop.users"),
        ("table-renamed", "shop.users"),
    ]


def test_settings_and_bodies_of_the_commit(tmp_path: Path) -> None:
    """What fluxc.toml said then counts for then, and SQL files beside the schema belong to it."""
    function = "functions:\n  one(): {returns: int, file: one.sql}\n"
    write(tmp_path, BEFORE + function, 'target = 18\n[schema]\nnamespace = "public"\n')
    (tmp_path / "schema" / "one.sql").write_text("select 1\n", encoding="utf-8")
    commit(tmp_path, "v1")
    write(tmp_path, BEFORE + function, 'target = 18\n[models]\naliases = "camel"\n')
    found = codes(breaking(Layout(tmp_path), "v1"))
    assert {"table-dropped", "routine-dropped", "model-settings-changed"} <= set(found)


def test_a_link_is_followed_within_the_commit(tmp_path: Path) -> None:
    """A link to a file of the same commit is that file; one that leads out is refused, not read."""
    write(tmp_path, AFTER)
    (tmp_path / "schema" / "app.yaml").rename(tmp_path / "shared.yaml")
    (tmp_path / "schema" / "app.yaml").symlink_to("../shared.yaml")
    commit(tmp_path, "v1")
    assert codes(breaking(Layout(tmp_path), "v1")) == []
    (tmp_path / "schema" / "out.yaml").symlink_to("/etc/hostname")
    commit(tmp_path, "v2")
    (tmp_path / "schema" / "out.yaml").unlink()
    assert refused(tmp_path, "v2") == "git-failed"


@pytest.mark.parametrize(
    "name",
    ["", "-v1", "--output=/tmp/x", "-", "v1\n", "v1\0", "v2", "v1..HEAD", "v1:schema", ":/nothing", "HEAD~9", "*"],
)
def test_hostile_and_unknown_names(repository: Path, name: str) -> None:
    """What is no commit is refused with the cure, before git sees what it might take for an option."""
    assert refused(repository, name) == "bad-revision"


@pytest.mark.parametrize("name", ["-v1", "--output=/tmp/x", "v1\n", ""])
def test_git_never_sees_a_hostile_name(repository: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused where git could not even be started."""
    monkeypatch.setenv("PATH", str(repository / "nowhere"))
    assert refused(repository, name) == "bad-revision"


def test_a_clone_that_lacks_files(repository: Path) -> None:
    """What git cannot give is not taken for dropped."""
    digest = git(repository, "rev-parse", "v1:schema/app.yaml")
    (repository / ".git" / "objects" / digest[:2] / digest[2:]).unlink()
    assert refused(repository, "v1") == "git-failed"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository there are no commits."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, AFTER)
    assert refused(tmp_path, "main") == "no-repository"


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git the cure is to install it, or to name something else."""
    monkeypatch.setenv("PATH", str(repository / "nowhere"))
    assert refused(repository, "v1") == "no-git"


def test_a_commit_without_the_project(tmp_path: Path) -> None:
    """Before the project was there, there is nothing to break."""
    (tmp_path / "README").write_text("x", encoding="utf-8")
    commit(tmp_path, "v0")
    write(tmp_path, AFTER)
    assert refused(tmp_path, "v0") == "no-project-then"
    write(tmp_path / "db", AFTER)
    assert refused(tmp_path / "db", "v0") == "no-project-then"


def test_a_commit_that_does_not_compile(tmp_path: Path) -> None:
    """What is wrong with the schema of the commit is told at its place there."""
    write(tmp_path, "tables: {users: {columns: {id: nonsense}}}\n")
    commit(tmp_path, "v1")
    write(tmp_path, AFTER)
    with pytest.raises(InputError) as caught:
        breaking(Layout(tmp_path), "v1")
    (said,) = caught.value.diagnostics
    assert said.span is not None
    assert (said.code, said.span.file) == ("unknown-type", "v1:schema/app.yaml")


def test_a_lock(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock is the state after the sealed migrations; its lines are the places."""
    write(repository, BEFORE)
    build(Layout(repository))
    seal(Layout(repository))
    write(repository, AFTER)
    monkeypatch.chdir(repository)
    result = breaking(Layout(repository), "out/schema.lock")
    assert (codes(result), result.against.kind) == (DROPPED, "lock")
    assert result.found[0].classes == ("READ", "WRITE", "MODEL")
    assert result.found[0].span is not None
    assert result.found[0].span.line > 1
    (repository / "schema" / "app.yaml").rename(repository / "schema" / "shop.yaml")
    assert "class-moved" not in codes(breaking(Layout(repository), "out/schema.lock"))
    (gone,) = (item for item in breaking(Layout(repository), "out/schema.lock").found if item.code == "table-dropped")
    assert gone.classes == ("READ", "WRITE", "MODEL")
    write(repository, f"namespace: shop\nwas: app\n{AFTER}")
    (repository / "schema" / "shop.yaml").unlink()
    assert codes(breaking(Layout(repository), "out/schema.lock")) == ["namespace-renamed", "column-dropped"]
    lock = repository / "out" / "schema.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "table app.x {\n", encoding="utf-8")
    assert refused(repository, str(lock)) == "bad-lock"
    assert refused(repository, "fluxc.toml") == "bad-lock"


def test_another_project(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The folder of a project is compared as it lies there; a folder without one is no state."""
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(repository / "schema", other / "schema")
    assert refused(repository, str(other)) == "bad-revision"
    write(other, BEFORE)
    result = breaking(Layout(repository), str(other))
    assert (codes(result), result.against.kind) == (DROPPED, "project")
    assert result.found[0].span is not None
    assert Path(result.found[0].span.file) == other / "schema" / "app.yaml"


def test_a_branch_called_as_a_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no project does not hide a branch; one that is a project does, but not its whole name."""
    git(repository, "branch", "schema")
    git(repository, "branch", "other")
    write(repository / "other", AFTER)
    monkeypatch.chdir(repository)
    assert breaking(Layout(repository), "schema").against.kind == "git"
    assert breaking(Layout(repository), "other").against.kind == "project"
    assert breaking(Layout(repository), "refs/heads/other").against.kind == "git"


def test_the_present_is_what_lies_there(repository: Path) -> None:
    """Nothing needs to be committed or built; what does not compile is told as ever."""
    (repository / "schema" / "app.yaml").write_text("tables: {users: {columns: {id: nonsense}}}\n", encoding="utf-8")
    assert refused(repository, "v1") == "unknown-type"


def test_settings_of_git_for_hooks(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a hook git says in variables where its repository is."""
    monkeypatch.setenv("GIT_DIR", os.fspath(repository / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", os.fspath(repository))
    assert codes(breaking(Layout(repository), "v1")) == DROPPED
