"""What a machine cannot run is skipped with a reason, and is a failure under CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.installations import ROOT, on_sqlite

TESTS = {
    "test": "import pytest\ndef test_lacking(): pytest.skip('no Java')\n",
    "mark": "import pytest\n@pytest.mark.skipif(True, reason='no Java')\ndef test_lacking(): ...\n",
    "module": "import pytest\npytest.skip('no Java', allow_module_level=True)\n",
}
EXPECTED = "import pytest\n@pytest.mark.xfail(strict=True)\ndef test_known(): assert False\n"


@on_sqlite
@pytest.mark.parametrize("strict", [True, False])
def test_what_is_left_out_fails_under_ci_alone(tmp_path: Path, strict: bool) -> None:
    for name, source in (TESTS | {"expected": EXPECTED}).items():
        (tmp_path / f"test_{name}.py").write_text(source, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | ({"CI": "1"} if strict else {})
    options = ["-o", "addopts=", "-p", "tests.conftest", "-p", "no:cacheprovider", "--continue-on-collection-errors"]
    command = [sys.executable, "-m", "pytest", *options, "-c", str(ROOT / "pyproject.toml"), "-ra", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    outcome = run.stdout.splitlines()[-1]
    assert run.returncode == (1 if strict else 0), run.stdout
    assert ("1 failed, 1 xfailed, 2 errors" if strict else "3 skipped, 1 xfailed") in outcome
    assert "no Java" in run.stdout
