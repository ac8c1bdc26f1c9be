"""``python -m autograder doctor``: what this machine can confine and what not, as a table."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder import selftest


def main() -> int:
    """Print what the self-test found; 0 if grading can confine learners' code here, 1 if not."""
    report = selftest.run()
    screen = Console(highlight=False)
    screen.print(_table(report))
    if report.confined:
        screen.print("This machine can confine learners' code.")
        return 0
    names = ", ".join(finding.name for finding in report.missing)
    screen.print(f"This machine cannot confine learners' code: {escape(names)}.")
    screen.print(
        "Grade on Linux 5.13 or newer with Landlock and libseccomp, not inside gVisor; or use "
        "--unsandboxed for submissions you trust."
    )
    return 1


def _table(report: selftest.Report) -> Table:
    table = Table(title=None)
    table.add_column("")
    table.add_column("what is tried")
    table.add_column("what was found", overflow="fold")
    for finding in report.findings:
        sign, color = ("✓", "green") if finding.holds else ("✗", "red")
        if not finding.holds and not finding.required:
            sign, color = "–", "yellow"
        table.add_row(f"[{color}]{sign}[/{color}]", escape(finding.name), escape(finding.detail))
    return table
