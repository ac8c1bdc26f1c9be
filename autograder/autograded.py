"""The graded notebook: what the formgrader opens and what nbgrader's own tools read points from."""

from __future__ import annotations

import copy
import math
import re

from nbformat import NotebookNode

from autograder import marks, present
from autograder.release import Release, is_check
from autograder.results import CellRun, Result, SubmissionResult
from autograder.scrub import clean_outputs, clean_result, fenced

# Where the Markdown of a cell that is shown as plain text is kept; nothing renders metadata.
SOURCE_KEY = "autograder_source"


def outputs_for(result: Result) -> list[NotebookNode]:
    """The outputs of a check cell: the message as display_data, then the points as execute_result.

    nbgrader takes the first ``execute_result`` that reads as a float for the points, anything else
    (no output, HTML alone, ``nan``) for full marks, and an error or text on stderr for none.
    """
    result = clean_result(result)
    points = marks.settled(result) or 0.0
    points = min(max(points, 0.0), result.max_points) if math.isfinite(points) else 0.0
    message = {"text/html": present.card(result, link=False), "text/plain": present.text(result)}
    return [
        NotebookNode(output_type="display_data", metadata={}, data=message),
        NotebookNode(
            output_type="execute_result",
            metadata={},
            data={"text/plain": repr(float(points))},
            execution_count=None,
        ),
    ]


def graded_notebook(
    release: Release, result: SubmissionResult, rebuilt: NotebookNode
) -> NotebookNode:
    """``rebuilt`` with what its cells printed and with each check's message and points, scrubbed.

    Metadata comes from the release alone. Markdown that is not the release's is shown as plain
    text, because the formgrader would run the HTML in it.
    """
    nb = NotebookNode(rebuilt, cells=[NotebookNode(cell) for cell in rebuilt.cells])
    nb.metadata = copy.deepcopy(release.nb.metadata)
    runs = {run.cell_id: run for run in result.cells}
    released = {cell.id: cell for cell in release.nb.cells}
    for number, cell in enumerate(nb.cells):
        run, origin = runs.get(cell.get("id")), released.get(cell.get("id"))
        cell.metadata = copy.deepcopy(origin.metadata) if origin else NotebookNode()
        cell.id = _plain_id(cell.get("id"), number)
        cell.pop("attachments", None)
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [*clean_outputs(run.outputs), *_note(run)] if run else []
            if is_check(cell):
                check = result.checks.get(cell.metadata.nbgrader.grade_id)
                cell.outputs = outputs_for(check) if check else []
        elif not (origin and cell.cell_type == "markdown" and cell.source == origin.source):
            cell.cell_type = "markdown"
            cell.metadata[SOURCE_KEY] = cell.source
            cell.source = fenced(cell.source)
    return nb


def _note(run: CellRun) -> list[NotebookNode]:
    """What became of a cell that was stopped, since the cell itself could not say."""
    words = {
        "timeout": "This cell took too long and was stopped.",
        "killed": "This cell ended the process; what came after it ran without it.",
    }.get(run.stopped)
    return [NotebookNode(output_type="stream", name="stderr", text=words)] if words else []


def _plain_id(cell_id: object, number: int) -> str:
    """``cell_id`` if nbformat allows it, or one made from the cell's place in the notebook."""
    if isinstance(cell_id, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell_id):
        return cell_id
    return f"cell-{number}"
