"""What ``make`` does on a machine where nothing is installed yet, tried in a checkout that needs no packages."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.environment import clean_environment
from tests.support.installations import ROOT, on_sqlite

pytestmark = on_sqlite
SYSTEM_PYTHON = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
TARGETS = {"help", "install", "start", "test", "lint", "format", "check", "migrate", "shell"}
TOOLS = ("awk", "cat", "cmp", "cp", "dirname", "env", "find", "make", "mkdir", "sh", "tr")
# Says what it was called with, in the place of Django and of nox.
ECHO = "import sys; print(sys.prefix, *sys.argv[1:])\n"


@dataclass(frozen=True, slots=True)
class Installed:
    """A checkout in which ``make start`` was called once, and what it said."""

    checkout: Path
    programs: Path
    first: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    checkout, programs = make_checkout(tmp_path_factory.mktemp("one")), make_programs(tmp_path_factory.mktemp("two"))
    return Installed(checkout, programs, make(checkout, programs, "start"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    return make_programs(tmp_path)


def make_checkout(parent: Path) -> Path:
    """Return a fresh checkout as far as make looks at it, that needs no packages."""
    folder = parent / "a checkout"
    (folder / "bin").mkdir(parents=True)
    (folder / "templates").mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copy(ROOT / "bin" / "install", folder / "bin")
    (folder / "requirements.txt").write_text("# none\n")
    (folder / "requirements-dev.txt").write_text("-r requirements.txt\n")
    (folder / "articles" / "spark").mkdir(parents=True)
    (folder / "articles" / "spark" / "requirements.txt").write_text("# none\n")
    (folder / "manage.py").write_text(ECHO)
    return folder


def make_programs(parent: Path) -> Path:
    """Return a folder for PATH with what make needs, and a Python."""
    folder = parent / "programs"
    folder.mkdir()
    for name in TOOLS:
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    write_program(folder / "python3", f'exec "{SYSTEM_PYTHON}" "$@"')
    return folder


def write_program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def make(checkout: Path, programs: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run make with these programs alone."""
    program = shutil.which("make")
    if program is None:
        pytest.skip("no make (Debian: apt install make)")
    # Where make runs the tests, it tells a make below it so.
    environment = {
        name: value for name, value in clean_environment().items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    environment |= {"PATH": str(programs), "VIRTUAL_ENV": ""} | variables
    return subprocess.run(
        [program, *arguments], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def sentence(refused: subprocess.CompletedProcess[str]) -> str:
    """Return what make was told before it gave up."""
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    *_, said, gave_up = refused.stderr.splitlines()
    assert gave_up.startswith("make: ***")
    return said


def test_make_alone_lists_every_target(checkout: Path, programs: Path) -> None:
    listed = make(checkout, programs).stdout.splitlines()
    assert {line.split()[1] for line in listed} == TARGETS
    assert all(len(line.split()) > 4 for line in listed)


def test_start_makes_an_environment_and_enters_it(installed: Installed) -> None:
    assert installed.first.stdout == f"{installed.checkout / '.venv'} start\n"
    assert installed.first.stderr.splitlines() == [
        "Making the virtual environment .venv ...",
        "Installing the packages of requirements.txt into .venv, which may take a minute or two ...",
    ]


def test_nothing_is_installed_the_second_time(installed: Installed) -> None:
    again = make(installed.checkout, installed.programs, "migrate")
    assert (again.stdout, again.stderr) == (f"{installed.checkout / '.venv'} migrate\n", "")


def test_install_brings_what_development_needs(installed: Installed) -> None:
    first = make(installed.checkout, installed.programs, "install")
    files = "requirements-dev.txt articles/spark/requirements.txt"
    assert first.stderr == f"Installing the packages of {files} into .venv, which may take a minute or two ...\n"
    assert make(installed.checkout, installed.programs, "install").stderr == ""


def test_projects_own_environment_may_be_active(installed: Installed) -> None:
    environment = str(installed.checkout / ".venv")
    (installed.checkout / "requirements.txt").write_text("# changed\n")
    started = make(installed.checkout, installed.programs, "start", VIRTUAL_ENV=environment)
    assert started.stdout == f"{environment} start\n"
    assert (
        started.stderr == "Installing the packages of requirements.txt into .venv, which may take a minute or two ...\n"
    )


def test_packages_that_cannot_be_had_are_said(installed: Installed) -> None:
    (installed.checkout / "requirements.txt").write_text("no-such-package==1\n")
    refused = make(installed.checkout, installed.programs, "start", PIP_NO_INDEX="1")
    assert sentence(refused) == "The packages could not be installed: check the network, then try again."
    assert "no-such-package==1" in refused.stderr


def test_a_python_without_venv_is_told_how_to_get_it(checkout: Path, programs: Path) -> None:
    (checkout.parent / "ensurepip.py").write_text("raise ImportError")
    refused = make(checkout, programs, "start", PYTHONPATH=str(checkout.parent))
    assert sentence(refused) == (
        "python3 has no venv module: on Debian and Ubuntu, 'apt install python3-venv' brings it."
    )


def test_a_python_that_is_too_old_gives_way_to_a_newer_one(checkout: Path, programs: Path) -> None:
    (programs / "python3").rename(programs / "python3.12")
    write_program(programs / "python3", "exit 1")
    assert make(checkout, programs, "start").stdout == f"{checkout / '.venv'} start\n"


def test_no_python_that_is_new_enough_is_said(checkout: Path, programs: Path) -> None:
    needed = "Python 3.11 or newer is needed, and none was found: get it from python.org."
    write_program(programs / "python3", "exit 1")
    assert sentence(make(checkout, programs, "start")) == needed
    (programs / "python3").unlink()
    assert sentence(make(checkout, programs, "test")) == needed


def test_an_environment_of_the_users_own_is_used_and_left_as_it_is(checkout: Path, programs: Path) -> None:
    (checkout / "requirements.txt").write_text(
        "# a comment\nDjango[argon2]==5.2.19\nnot-for-this-system==1 ; sys_platform == 'none'\n"
    )
    started = make(checkout, programs, "start", VIRTUAL_ENV=sys.prefix)
    assert (started.stdout, started.stderr) == (f"{sys.prefix} start\n", "")

    (checkout / "requirements.txt").write_text("Django==5.2.19\nno-such-package==1\nnone-such==2\n")
    refused = make(checkout, programs, "start", VIRTUAL_ENV=sys.prefix)
    assert sentence(refused) == (
        f"Your virtual environment {sys.prefix} lacks no-such-package, none-such: "
        "run 'pip install -r requirements.txt' or 'deactivate', then try again."
    )
    assert not (checkout / ".venv").exists()


def test_arguments_are_handed_to_pytest_on_both_databases(checkout: Path, programs: Path) -> None:
    planned = make(checkout, programs, "--dry-run", "test", "ARGS=tests/views -x -k 'a or b'").stdout
    assert "nox --session sqlite postgresql -- tests/views -x -k 'a or b'\n" in planned
