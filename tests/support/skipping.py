"""Skipping of tests for want of a program or of data: a failure where ``CI`` is set."""

import os
from typing import TypeVar

import pytest

NO_DATA = "measured on labelled data, and SHARED_DIR says that there is none"
Report = TypeVar("Report", pytest.CollectReport, pytest.TestReport)


def fail_where_strict(report: Report) -> Report:
    """Make a failure of a skipped test or module where ``CI`` is set, but for data that are known to be missing."""
    if not os.environ.get("CI") or not report.skipped or hasattr(report, "wasxfail"):
        return report
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    if not reason.endswith(NO_DATA):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was left out, and CI allows no such thing. {reason}"
    return report
