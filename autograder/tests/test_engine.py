"""Server, runner and `grade`: what a submission may do to the next one and to the grader."""

from __future__ import annotations

import copy
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from autograder import notebook, release
from autograder.grade import grade
from autograder.results import Verdict
from autograder.runner import Limits, Runner

ROOT = Path(__file__).parents[2]
RELEASE = release.load("02-linear-layer", ROOT)
SOLUTION = json.loads((ROOT / "solutions/02-linear-layer/linear-layer.ipynb").read_text("utf-8"))
SEED = b"a seed of these tests"


@pytest.fixture(scope="module", params=["confined", "unsandboxed"])
def runner(request):
    limits = Limits(cell_seconds=5.0, probe_seconds=5.0, total_seconds=90.0)
    runner = Runner(limits, sandbox=request.param == "confined")
    yield runner
    runner.close()


def submission(**changes: str) -> bytes:
    """The solution, with the sources of some cells replaced and cells named first/last added."""
    nb = copy.deepcopy(SOLUTION)
    for cell_id, source in changes.items():
        extra = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        if cell_id == "first":
            nb["cells"].insert(0, extra | {"id": "x-first", "source": source})
        elif cell_id == "last":
            nb["cells"].append(extra | {"id": "x-last", "source": source})
        else:
            cell = next(c for c in nb["cells"] if c["id"] == cell_id.replace("_", "-"))
            cell["source"] = source
    return json.dumps(nb).encode()


def verdicts(data: bytes | None, runner: Runner) -> dict[str, str]:
    result, _ = grade(data, RELEASE, SEED, runner)
    return {name.removeprefix("check-"): str(r.verdict) for name, r in result.checks.items()}


def all_but(**other: str) -> dict[str, str]:
    names = [check.grade_id.removeprefix("check-") for check in RELEASE.checks]
    return dict.fromkeys(names, "passed") | {k.replace("_", "-"): v for k, v in other.items()}


def test_the_solution_gets_full_points(runner):
    result, _ = grade(submission(), RELEASE, SEED, runner)
    assert (result.verdict, result.points) == (Verdict.PASSED, result.max_points)


def test_the_unsolved_exercise_gets_none(runner):
    data = (ROOT / "exercises/02-linear-layer/linear-layer.ipynb").read_bytes()
    result, _ = grade(data, RELEASE, SEED, runner)
    assert {r.verdict for r in result.checks.values()} == {Verdict.MISSING}
    assert result.points == 0


def test_same_bytes_and_seed_give_the_same_result(runner):
    wrong = submission(backward="def linear_backward(x, weight, grad_output):\n    return 1, 2, 3")
    results = [grade(wrong, RELEASE, SEED, runner)[0].to_dict() for _ in range(2)]
    for result in results:
        del result["seconds"]
    assert results[0] == results[1]


def test_an_endless_cell_costs_only_what_it_defines(runner):
    assert verdicts(submission(parameter_count="while True: pass"), runner) == all_but(
        parameter_count="timeout"
    )


def test_an_endless_function_costs_only_its_check(runner):
    endless = "def linear_parameter_count(*args, **kwargs):\n    while True: pass"
    assert verdicts(submission(parameter_count=endless), runner) == all_but(
        parameter_count="timeout"
    )


@pytest.mark.parametrize(
    "death", ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 11)"]
)
def test_a_dying_process_costs_only_its_check(runner, death):
    dying = f"import os\ndef linear_parameter_count(*args, **kwargs):\n    {death}"
    assert verdicts(submission(parameter_count=dying), runner) == all_but(parameter_count="killed")


def test_a_stopped_process_is_ended_at_the_deadline(runner):
    stopping = (
        "import os, signal\ndef linear_parameter_count(*args, **kwargs):\n"
        "    os.kill(os.getpid(), signal.SIGSTOP)"
    )
    assert verdicts(submission(parameter_count=stopping), runner) == all_but(
        parameter_count="timeout"
    )


def test_a_later_cell_cannot_spoil_honest_work(runner):
    spoiled = submission(last="Linear = linear_backward = count_parameters = None")
    assert verdicts(spoiled, runner) == all_but()


def test_a_hidden_case_is_not_shown_by_a_later_cell(runner):
    spying = (
        "SEEN = []\ndef linear_parameter_count(in_features, out_features, bias=True):\n"
        "    SEEN.append((in_features, out_features))\n"
        "    return in_features * out_features + (out_features if bias else 0)"
    )
    data = submission(parameter_count=spying, last="print('seen', SEEN)")
    result, _ = grade(data, RELEASE, SEED, runner)
    shown = [output for run in result.cells for output in run.outputs]
    assert result.checks["check-parameter-count"].verdict is Verdict.PASSED
    assert any("seen []" in output.get("text", "") for output in shown)


def test_a_message_in_advance_is_no_answer(runner):
    forging = (
        "import os\nfor descriptor in range(3, 64):\n    try:\n"
        "        os.write(descriptor, b'x' * 64)\n    except OSError:\n        pass"
    )
    got = verdicts(submission(first=forging), runner)
    assert got == all_but()  # the cell that broke the line is left out of the next run


def test_checks_are_not_there_to_be_read(runner):
    prying = (
        "import sys, gc\nhave = [n for n in sys.modules if n.startswith('autograder.checks')"
        " and sys.modules[n] is not None]\nassert not have, have\n"
        "assert not [o for o in gc.get_objects() if type(o).__name__ == 'Idea']\nprint('clean')"
    )
    result, _ = grade(submission(first=prying), RELEASE, SEED, runner)
    assert result.cells[0].outputs[0]["text"] == "clean\n"


def test_forbidden_calls_are_for_a_person(runner):
    borrowed = "class Linear(getattr(nn, 'raeniL'[::-1])):\n    pass"
    result, _ = grade(submission(forward=borrowed), RELEASE, SEED, runner)
    assert result.checks["check-forward"].verdict is Verdict.REVIEW
    assert result.verdict is Verdict.REVIEW


def test_own_comparison_with_pytorch_is_not_forbidden(runner):
    comparing = (
        "theirs = nn.Linear(3, 2)\nours = Linear(3, 2)\nours.load_state_dict(theirs.state_dict())"
    )
    assert verdicts(submission(last=comparing), runner) == all_but()


def test_figures_text_and_errors_are_kept(runner):
    showing = (
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint('out')\n"
        "import sys; print('err', file=sys.stderr)\n1 / 0"
    )
    result, _ = grade(submission(first=showing), RELEASE, SEED, runner)
    kinds = [output["output_type"] for output in result.cells[0].outputs]
    assert kinds == ["stream", "stream", "error", "display_data"]
    assert "image/png" in result.cells[0].outputs[-1]["data"]


def test_nothing_is_left_behind(runner, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = _belongings(runner)
    for _ in range(3):
        grade(submission(first="open('left', 'w').write('x')"), RELEASE, SEED, runner)
    assert _belongings(runner) == before


def _belongings(runner: Runner) -> tuple:
    """Scratch folders, open files of ours and of the server, and processes under the server."""
    server = runner.process.pid
    scratch = sorted(Path(tempfile.gettempdir()).iterdir())
    files = [len(os.listdir(f"/proc/{pid}/fd")) for pid in (os.getpid(), server)]
    children = Path(f"/proc/{server}/task/{server}/children").read_text()
    return scratch, files, children


def test_killing_the_grader_leaves_nothing_running(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom autograder import release\n"
        "from autograder.grade import grade\nfrom autograder.runner import Limits, Runner\n"
        "runner = Runner(Limits(), sandbox=False)\nrunner.start()\n"
        "print(runner.process.pid, flush=True)\n"
        "grade(Path(sys.argv[1]).read_bytes(), release.load('02-linear-layer'), b's', runner)"
    )
    data = tmp_path / "endless.ipynb"
    data.write_bytes(submission(first="while True: pass"))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    grader = subprocess.Popen(
        [sys.executable, "-c", program, str(data)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(scratch)},
    )
    server = int(grader.stdout.readline())
    children = Path(f"/proc/{server}/task/{server}/children")
    child = _until(lambda: [int(pid) for pid in children.read_text().split()])[0]
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    grader.stdout.close()
    assert _until(lambda: not _alive(server) and not _alive(child))
    assert _until(lambda: not list(scratch.glob("submission-*")))


def _until(condition, seconds: float = 20.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# ---------------------------------------------------------------- reading and rebuilding

BROKEN = {
    "not text": b"\xff\xfe\x00",
    "not JSON": b"{'cells': []",
    "a list": b"[]",
    "no cells": b'{"nbformat": 4}',
    "cells is a number": b'{"nbformat": 4, "cells": 3}',
    "a cell is text": b'{"nbformat": 4, "cells": ["x"]}',
    "a source is a number": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": 3}]}',
    "an unknown type": b'{"nbformat": 4, "cells": [{"cell_type": "virus", "source": ""}]}',
    "the old format": b'{"nbformat": 3, "worksheets": []}',
    "a later format": b'{"nbformat": 5, "cells": []}',
    "deeply nested": b"[" * 100_000,
    "deeply nested and closed": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "a huge number": b'{"nbformat": ' + b"9" * 10_000 + b"}",
    "nothing": b"",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_not_a_notebook_is_malformed(data):
    with pytest.raises(notebook.Malformed):
        notebook.read(data)


def rebuilt(nb: dict) -> notebook.Rebuilt:
    return notebook.rebuild(RELEASE, notebook.read(json.dumps(nb).encode()))


def order(result: notebook.Rebuilt) -> list[str]:
    return [step.cell.id for step in result.steps if step.do != "nothing"]


def test_an_untouched_notebook_is_rebuilt_as_it_is():
    result = rebuilt(SOLUTION)
    assert [step.cell.id for step in result.steps] == [cell.id for cell in RELEASE.nb.cells]
    assert result.notices == []


def cells_without(*ids: str) -> dict:
    return SOLUTION | {"cells": [c for c in SOLUTION["cells"] if c["id"] not in ids]}


def test_a_deleted_check_is_asked_for_all_the_same():
    result = rebuilt(cells_without("check-forward"))
    assert order(result) == order(rebuilt(SOLUTION))
    assert "missing" in result.notices[0]


def test_a_check_moved_to_the_top_is_made_after_its_exercise():
    check = next(c for c in SOLUTION["cells"] if c["id"] == "check-forward")
    moved = cells_without("check-forward")
    assert order(rebuilt(moved | {"cells": [check, *moved["cells"]]})) == order(rebuilt(SOLUTION))


def test_a_doubled_check_is_made_once():
    cells = [
        c for cell in SOLUTION["cells"] for c in [cell] * (1 + (cell["id"] == "check-forward"))
    ]
    result = rebuilt(SOLUTION | {"cells": cells})
    assert order(result) == order(rebuilt(SOLUTION))
    assert "more than once" in result.notices[0]


def test_locked_cells_come_from_the_release():
    nb = copy.deepcopy(SOLUTION)
    next(c for c in nb["cells"] if c["id"] == "setup")["source"] = "check = print"
    setup = next(step.cell for step in rebuilt(nb).steps if step.cell.id == "setup")
    assert "from autograder import check" in setup.source


def test_a_removed_setup_cell_is_restored_first():
    assert order(rebuilt(cells_without("setup")))[0] == "setup"


def test_feedback_shows_numbers_of_the_published_case_only(runner):
    swapped = "def linear_parameter_count(in_features, out_features, bias=True):\n    return 7"
    texts = [
        grade(submission(parameter_count=swapped), RELEASE, seed, runner)[0]
        .checks["check-parameter-count"]
        .message
        for seed in (b"one secret", b"another secret")
    ]
    assert texts[0] == texts[1]  # the secret cases differ; what is shown does not
    assert "Got      7" in texts[0]
