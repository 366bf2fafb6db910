"""What is shipped: the wheel and the source distribution stand alone."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BACKEND = "import sys; from hatchling import build; print(getattr(build, sys.argv[1])(sys.argv[2]))"


def made(kind: str, folder: Path, source: Path = ROOT) -> Path:
    """Return the distribution that the build back end makes of a source folder."""
    ran = subprocess.run(
        [sys.executable, "-c", BACKEND, f"build_{kind}", str(folder)],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return folder / ran.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this repository."""
    return made("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the source distribution of this repository."""
    return made("sdist", tmp_path_factory.mktemp("sdist"))


def files_below(folder: str) -> set[str]:
    """Return the files of a folder of the repository that belong to the product."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT / folder).as_posix() for path in found}


def test_the_wheel_ships_every_template_and_module(wheel: Path) -> None:
    """Every template and explain page is inside, unchanged, and nothing of the workshop is."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        templates = files_below("templates")
        assert len(templates) > 40
        for name in templates:
            assert archive.read(f"fluxc/templates/{name}") == (ROOT / "templates" / name).read_bytes()
    assert names >= {f"fluxc/{name}" for name in files_below("compiler/fluxc")}
    assert "fluxc/py.typed" in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"fluxc"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, beside the dependencies only, `fluxc init` and `fluxc build` make a project."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    (site,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202  # our own wheel
    # A .pth line of a folder is added, but its own .pth files are not read: the editable install stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    where = [python, "-c", "import fluxc; print(fluxc.__file__)"]
    assert Path(
        subprocess.run(where, cwd="/", capture_output=True, text=True, check=True).stdout.strip()
    ).is_relative_to(site)
    for arguments in (["init", "shop"], ["build", "--project", "shop"], ["build", "--project", "shop", "--check"]):
        ran = subprocess.run(
            [python, "-m", "fluxc", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "shop" / "out" / "models" / "identity.py").is_file()


def test_the_source_distribution_makes_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    """Everything that the wheel needs is in it, and the tests with what they read."""
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = made("wheel", tmp_path, source)
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(wheel) as other:
        # the record and the metadata name the same files in both
        assert sorted(one.namelist()) == sorted(other.namelist())
    for name in (
        "tests/test_packaging.py",
        "tests/conftest.py",
        "schema/identity.yaml",
        "fluxc.toml",
        "Makefile",
        "LICENSE",
    ):
        assert (source / name).is_file(), name


def test_requirements_are_pinned_by_hash_and_name_no_place() -> None:
    """Each pinned package has a hash, and no URL of a registry stands in the file."""
    text = (ROOT / "requirements.lock").read_text()
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_each_dependency_is_pinned() -> None:
    """What `pyproject.toml` asks for is in the lock."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = re.findall(r"^([A-Za-z0-9._-]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    wanted = [re.split(r"[\[>=<~!; ]", item)[0] for item in project["dependencies"]]
    assert {normal(name) for name in wanted} <= {normal(name) for name in pinned}


def normal(name: str) -> str:
    """Return a project's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
