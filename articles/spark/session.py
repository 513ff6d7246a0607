"""Opening Spark, or saying what is missing.

``manage.py link --spark`` opens Spark on this machine, ``--master spark://desk:7077`` on that cluster. Under
``spark-submit`` the session is the submitted one. Spark is not among the product's own packages:
``articles/spark/requirements.txt`` and Java 17 bring it.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROJECT_ROOT = Path(__file__).resolve().parents[2]
REQUIRED_PACKAGES = {"pyspark": "pyspark", "pyarrow": "pyarrow", "pandas": "pandas"}
PARTITIONS_PER_CORE = 4  # on one machine: enough that a long one does not keep the other cores waiting
BATCH_BYTES = 32 << 20  # of rows handed to Python at a time, should they be long


class SparkUnavailableError(Exception):
    """Spark cannot be opened; the message says what to install."""


@contextmanager
def open_session(master: str | None) -> Iterator[Any]:
    """Open a Spark session at `master`, or as submitted, or else on this machine, and close it in the end."""
    _require_spark()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(PROJECT_ROOT), *([before] if before else [])])  # for its workers
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("quote provenance: link")
    submitted = "PYSPARK_GATEWAY_PORT" in os.environ
    if master or not submitted:
        builder = builder.master(master or "local[*]")
    for name, value in _build_settings(None if submitted and not master else master or "local[*]").items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


def _require_spark() -> None:
    missing = [package for module, package in REQUIRED_PACKAGES.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise SparkUnavailableError(
            f"--spark needs {' and '.join(missing)}: pip install -r articles/spark/requirements.txt"
        )
    if not os.environ.get("JAVA_HOME") and not shutil.which("java"):
        raise SparkUnavailableError("--spark needs Java 17 or newer: install it, or set JAVA_HOME.")


def _build_settings(master: str | None) -> dict[str, str]:
    settings = {"spark.sql.execution.arrow.maxBytesPerBatch": str(BATCH_BYTES)}
    if master and master.startswith("local"):
        cores = os.cpu_count() or 1
        settings["spark.sql.shuffle.partitions"] = str(PARTITIONS_PER_CORE * cores)
        settings["spark.ui.enabled"] = "false"
        settings["spark.ui.showConsoleProgress"] = "false"
    return settings
