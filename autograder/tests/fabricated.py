"""Results made up for tests, so that what shows and records them is tested without grading."""

import base64
import copy

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from autograder.autograded import graded_notebook
from autograder.results import CellRun, Result, SubmissionResult, Verdict
from autograder.scrub import PNG

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\x1b[31m\u202e=HYPERLINK(1)"
PICTURE = base64.b64encode(PNG + b"a picture").decode()


def result(release, verdicts=(), points=None, overall=None, **fields):
    """A result in the release's order: ``verdicts`` (the rest passed) and full or no points."""
    verdicts = [*verdicts, *[Verdict.PASSED] * len(release.checks)][: len(release.checks)]
    checks = {}
    for number, (cell, verdict) in enumerate(zip(release.checks, verdicts, strict=True)):
        full = cell.points if verdict is Verdict.PASSED else 0.0
        earned = full if points is None or points[number] is None else points[number]
        checks[cell.grade_id] = Result(
            cell.check, verdict, earned, cell.points, message=f"about {cell.grade_id}"
        )
    overall = overall or (Verdict.PASSED if set(verdicts) == {Verdict.PASSED} else Verdict.PARTLY)
    return SubmissionResult(release.assignment, release.notebook, overall, checks, **fields)


def hostile(release):
    """A result and a rebuilt notebook in which every string that a learner reaches is an attack."""
    bundle = {key: ATTACK for key in ("text/html", "image/svg+xml", "text/plain", "text/markdown")}
    outputs = [
        {"output_type": "stream", "name": ATTACK, "text": [ATTACK]},
        {"output_type": "display_data", "metadata": {ATTACK: ATTACK}, "data": bundle},
        {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "99.0"}},
        {"output_type": "display_data", "data": {"image/png": PICTURE}},
        {"output_type": "display_data", "data": {"image/png": f'" onload="{ATTACK}'}},
        {"output_type": "error", "ename": ATTACK, "evalue": ATTACK, "traceback": [ATTACK]},
        {"output_type": "error", "traceback": None},
        {"output_type": ATTACK},
        ATTACK,
    ]
    nb = copy.deepcopy(release.nb)
    markdown = (
        f"# {ATTACK}\n\n![x](javascript:alert(1)) [y](javascript:alert(1)) [z](data:text/html,x) "
        f"[w](//evil.example/) [web](https://example.org/)\n\n```{ATTACK}\ncode\n```\n\n{ATTACK}\n\n"
        f"<details open ontoggle=alert(1)>\n\n<https://example.org/> ![](https://evil.example/a.png)"
    )
    nb.cells[3:3] = [
        NotebookNode(new_markdown_cell(markdown, id="extra-1", metadata={"tags": [ATTACK]})),
        NotebookNode(new_raw_cell(ATTACK, id="extra-2", metadata={"format": "text/html"})),
        NotebookNode(new_code_cell(f"print('{ATTACK}')", id="extra-3")),
    ]
    nb.cells[3].attachments = {"a.svg": {"image/svg+xml": ATTACK}}
    runs = [CellRun(cell.id, outputs) for cell in nb.cells if cell.cell_type == "code"]
    checks = {
        cell.grade_id: Result(
            cell.check,
            Verdict.FAILED,
            0.0,
            cell.points,
            idea=ATTACK,
            message=ATTACK,
            tried=ATTACK,
            got=ATTACK,
            due=ATTACK,
            hint=ATTACK,
            page="linear-layer/nn-linear-exactly",
        )
        for cell in release.checks
    }
    outcome = SubmissionResult(
        release.assignment, release.notebook, Verdict.FAILED, checks, runs, [ATTACK], ATTACK
    )
    return outcome, nb


def graded(release, outcome=None, nb=None):
    """The graded notebook of ``outcome`` on ``nb``; without them of an untouched exercise."""
    return graded_notebook(release, outcome or result(release), nb or release.nb)
