"""Pinned requirements: a fresh installation gets all it needs, and the same everywhere.

Whatever a package needs in turn is pinned as well, so that pip chooses no version by itself.
"""

from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.installations import ROOT

SPARK = "articles/spark/requirements.txt"
FILES = {
    "requirements.txt": ["requirements.txt"],
    SPARK: ["requirements.txt", SPARK],
    "requirements-dev.txt": ["requirements.txt", SPARK, "requirements-dev.txt"],
}


def listed(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize("name", FILES)
def test_every_package_is_pinned_once(name: str) -> None:
    requirements = [requirement for file in FILES[name] for requirement in listed(file)]
    assert [str(requirement) for requirement in requirements if not str(requirement.specifier).startswith("==")] == []
    names = [canonicalize_name(requirement.name) for requirement in requirements]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", FILES)
def test_whatever_a_package_needs_is_listed_with_it(name: str) -> None:
    requirements = [requirement for file in FILES[name] for requirement in listed(file)]
    pinned = {canonicalize_name(requirement.name): requirement for requirement in requirements}
    missing = []
    for requirement in requirements:
        if requirement.marker and not requirement.marker.evaluate():
            continue
        for line in metadata.requires(requirement.name) or []:
            needed = Requirement(line)
            extras = requirement.extras or {""}
            if needed.marker and not any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                continue
            if canonicalize_name(needed.name) not in pinned:
                missing.append(f"{requirement.name} needs {line}")
    assert not missing


def test_lxml_is_listed_above_the_packages_that_ask_for_its_extra() -> None:
    """Otherwise the pip of Python 3.11 (23.2.1) fails: it takes html-clean and html_clean for two extras."""
    names = [canonicalize_name(requirement.name) for requirement in listed("requirements.txt")]
    position = names.index(canonicalize_name("lxml"))
    assert listed("requirements.txt")[position].extras == {"html-clean"}
    assert {"justext", "readability-lxml"} <= set(names[position:])
