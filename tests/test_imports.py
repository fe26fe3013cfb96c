"""What is loaded when: the package and the help stay light."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import danvan

HEAVY = ("spacy", "duckdb", "pydantic", "underthesea", "pyarrow", "numpy", "rich", "regex")
LIGHT = {"rich", "pydantic"}
"""What typer itself brings to draw a help and to read an option."""


def loaded(code: str) -> set[str]:
    """The heavy modules that a fresh interpreter holds after `code`."""
    script = f"import sys\n{code}\nprint(*sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import danvan; dir(danvan)") == set()


def test_the_help_of_the_command_loads_nothing_heavy() -> None:
    code = "from danvan.cli import call\nassert call(['--help']) == 0\nassert call(['run', '--help']) == 0"
    assert loaded(code) <= LIGHT


def test_listing_queries_loads_no_database() -> None:
    assert loaded("from danvan.cli import call; assert call(['query', '--format', 'csv']) == 0") <= LIGHT


def test_the_machine_s_clock_is_read_in_one_place() -> None:
    reads = re.compile(
        r"\b(?:datetime\.(?:now|today|utcnow)|date\.today|time\.time|localtime|from time import .*\btime\b)"
    )
    package = Path(danvan.__file__).parent
    found = {file.name for file in package.rglob("*.py") if reads.search(file.read_text(encoding="utf-8"))}
    assert found == {"clock.py"}


@pytest.mark.parametrize("name", danvan.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(danvan, name) is not None
    assert name in dir(danvan)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = danvan.nothing


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert danvan.__version__ == version("danvan")


def test_what_is_installed_has_every_folder_of_the_package() -> None:
    package = Path(danvan.__file__).parent
    folders = {file.parent.relative_to(package.parent) for file in package.rglob("*.py")}
    settings = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    assert listed == {".".join(folder.parts) for folder in folders if folder.parts[:2] != ("danvan", "rules")} | {
        "danvan.rules"
    }
