"""The layout of the project: imports point down, every room and file is in its place.

The layers of the application are listed once, here, from the ground up; every module under ``articles/`` is read, and
an import of a layer above its own, wherever in the module it stands, is a failure that names the line.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPLICATION = ROOT / "articles"
# The rooms from the ground up: each may use itself, its equals on its line, and whatever stands on a line before.
ROOMS = (
    ("engine",),
    ("models", "migrations"),
    ("importers", "spark"),
    ("queries",),
    ("services",),
    ("presentation", "exports"),
    ("views", "middleware"),
    ("templatetags", "admin", "management", "urls", "apps", "checks", "roles"),
)
LAYERS = {f"articles.{room}": level for level, rooms in enumerate(ROOMS) for room in rooms}
ENGINE_MAY_USE = {"rapidfuzz", "articles"}
BATCH = "articles.engine.linking.batch"  # a million quotations at once, with NumPy; one comparison does without
FOLDERS = {"articles", "benchmarks", "bin", "docs", "provenance", "static", "templates", "tests", ".ci", ".github"}


def module_name(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


MODULES = {module_name(path): path for path in sorted(APPLICATION.rglob("*.py"))}


def layer(module: str) -> str | None:
    """Return the entry of `LAYERS` that a module belongs to."""
    return next((name for name in LAYERS if module == name or module.startswith(name + ".")), None)


def imports(module: str) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything that a module imports, whether it is a module or a name in one."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_a_layer_and_imports_only_from_it_or_below(module: str) -> None:
    if module == "articles":
        assert not list(imports(module))
        return
    own = layer(module)
    assert own, f"{module} is in no layer: add it to LAYERS"
    upward = [
        f"{MODULES[module].relative_to(ROOT)}:{line} imports {name}"
        for line, name in imports(module)
        if (other := layer(name)) and LAYERS[other] > LAYERS[own]
    ]
    assert not upward


@pytest.mark.parametrize("module", MODULES)
def test_nothing_in_the_application_imports_the_project(module: str) -> None:
    assert not [
        name for _, name in imports(module) if name.split(".")[0] in {"provenance", "tests", "benchmarks", "manage"}
    ]


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("articles.engine")])
def test_the_engine_stands_on_the_standard_library_and_rapidfuzz(module: str) -> None:
    allowed = ENGINE_MAY_USE | ({"numpy"} if module.startswith(BATCH) else set()) | sys.stdlib_module_names
    assert not [f"line {line}: {name}" for line, name in imports(module) if name.split(".")[0] not in allowed]


def test_the_engine_loads_without_django() -> None:
    engine = [name for name in MODULES if name.startswith("articles.engine")]
    code = f"import sys, {', '.join(engine)}; assert not any(name.split('.')[0] == 'django' for name in sys.modules)"
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=True)


def test_two_passages_are_compared_without_numpy() -> None:
    code = "import sys; from articles.engine.linking import pairwise, clustering; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=True)


def test_the_top_level_holds_exactly_the_folders_it_should() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {name.split("/")[0] for name in listed.stdout.split("\0") if "/" in name} == FOLDERS


@pytest.mark.parametrize("template", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.stem)
def test_template_lines_have_at_most_160_characters(template: Path) -> None:
    lines = template.read_text(encoding="utf-8").splitlines()
    assert not [number for number, line in enumerate(lines, start=1) if len(line) > 160]
