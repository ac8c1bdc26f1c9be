"""Server, runner and `grade`: what a submission may do to the next one and to the grader."""

from __future__ import annotations

import contextlib
import copy
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder import checks, confine, notebook, reading, release, wire
from autograder import runner as runner_module
from autograder.checks.judge import Stopped
from autograder.grade import _concluded, _digest_of, _judged, grade
from autograder.results import Verdict
from autograder.runner import Limits, Runner, ServerLost, facets
from autograder.tests import bystanders

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


def test_how_many_questions_are_on_their_way_makes_no_difference(runner, monkeypatch):
    dying = (
        "import os\ncalls = 0\ndef count_parameters(module):\n    global calls\n    calls += 1\n"
        "    if calls == 20:\n        os._exit(3)\n    return sum(map(torch.numel, "
        "{id(p): p for p in module.parameters()}.values()))"
    )
    data = submission(
        count_parameters=dying, backward="def linear_backward(*tensors):\n    return tensors"
    )
    results = []
    for ahead in (0, 1, runner_module.AHEAD):
        monkeypatch.setattr(runner_module, "AHEAD", ahead)
        results.append(grade(data, RELEASE, SEED, runner)[0].to_dict())
        del results[-1]["seconds"]
    assert results[0] == results[1] == results[2]
    found = {name: check["verdict"] for name, check in results[0]["checks"].items()}
    assert found["check-count-parameters"] == "killed"
    assert found["check-copy-parameters"] == "passed"


def test_unseeded_random_numbers_are_the_same_in_another_server(runner):
    drawing = (
        "import random, numpy, torch\n"
        "print(random.random(), numpy.random.rand(), torch.rand(1), torch.randn(2))"
    )
    with contextlib.closing(Runner(runner.limits, runner.sandbox)) as other:
        first, second = (grade(submission(first=drawing), RELEASE, SEED, r)[0].cells[0].outputs
                         for r in (runner, other))  # fmt: skip
    assert first == second and first[0]["text"]


def test_an_endless_cell_costs_only_what_it_defines(runner):
    assert verdicts(submission(parameter_count="while True: pass"), runner) == all_but(
        parameter_count="timeout"
    )


def test_an_endless_function_costs_only_its_check(runner):
    endless = "def linear_parameter_count(*args, **kwargs):\n    while True: pass"
    assert verdicts(submission(parameter_count=endless), runner) == all_but(
        parameter_count="timeout"
    )


def test_a_run_that_starts_again_finds_an_empty_folder(runner):
    once = "open('log', 'x').close()\nREADY = True"
    dying = "import os\ndef linear_parameter_count(*args, **kwargs):\n    os._exit(1)"
    needing = (
        "def count_parameters(module):\n"
        "    return READY * sum(p.numel() for p in module.parameters())"
    )
    got = verdicts(submission(first=once, parameter_count=dying, count_parameters=needing), runner)
    assert got == all_but(parameter_count="killed")


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


def test_nothing_is_left_behind(runner):
    before = _belongings(runner)
    for _ in range(3):
        grade(submission(first="open('left', 'w').write('x')"), RELEASE, SEED, runner)
    assert _belongings(runner) == before


SOAK = int(os.environ.get("SOAK", "120"))  # 1,000 takes a minute on two idle cores


def test_many_submissions_leave_the_server_as_it_was(runner):
    for number in range(SOAK):
        grade(_cheap(number), RELEASE, b"%d" % (number % 8), runner)
        if number == SOAK // 4:  # what is imported and drawn once has been
            pids = runner.process.pid, os.getpid()
            before, sizes = _belongings(runner), list(map(_memory, pids))
    assert _belongings(runner) == before
    grown = [now - size for now, size in zip(map(_memory, pids), sizes, strict=True)]
    assert grown[0] < 1 and grown[1] < 16, f"MiB grown by server and grader: {grown}"


def _cheap(number: int) -> bytes:
    """Submissions that are right, wrong, that die and that leave files and threads."""
    habits = (
        {},
        {"count_parameters": "def count_parameters(module):\n    return 0"},
        {"first": "import os\nopen('file', 'w').write('x' * 10_000)\nos._exit(3)"},
        {"last": "import threading\nthreading.Timer(60, print).start()\nopen('kept', 'w')"},
    )
    return submission(**habits[number % 4]).replace(b'"cells"', b'"number": %d, "cells"' % number)


def _memory(process: int) -> float:
    """MiB that are no file's, whether or not a child that is just going still shares them."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("Anonymous:"))
    return int(line.split()[1]) / 1024


def _belongings(runner: Runner) -> tuple:
    """Scratch folders, open files and threads of ours and of the server, processes under it."""
    server = runner.process.pid
    ours = os.getpid()
    scratch = sorted(runner.place.iterdir()), sorted(runner.place.parent.glob("submission-*"))
    counted = [
        len(os.listdir(f"/proc/{p}/{what}")) for p in (ours, server) for what in ("fd", "task")
    ]
    return scratch, counted, bystanders._descendants(server)


def test_a_process_that_cannot_be_confined_is_our_fault_and_not_the_learners(runner):
    with runner.session() as session:
        session.scratch.rmdir()
        with pytest.raises(ServerLost):
            session.ready()
    assert verdicts(submission(), runner) == all_but()


def test_a_lost_server_is_our_fault_and_the_next_submission_gets_another():
    with contextlib.closing(Runner(sandbox=False)) as runner:
        with pytest.raises(ServerLost), runner.session() as session:
            session.ready()
            child, place = session.pid, runner.place
            os.kill(runner.process.pid, signal.SIGKILL)
            session.cell("x", "1", keep=False)
            session.stop()
        assert verdicts(submission(), runner) == all_but()
        assert runner.place != place and not place.exists()
        assert not _alive(child)


def test_an_answer_that_comes_late_is_not_taken_for_the_next(monkeypatch):
    with contextlib.closing(Runner(sandbox=False)) as runner:
        runner.start()
        first = runner.process.pid
        monkeypatch.setattr("autograder.runner._read", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            runner.ask({"op": "end", "pid": 0})
        monkeypatch.undo()
        assert not _alive(first)
        assert verdicts(submission(), runner) == all_but()


def _interrupt(*_):
    raise KeyboardInterrupt


def test_a_scratch_folder_is_removed_whatever_is_in_it(tmp_path):
    place = tmp_path / "scratch"
    place.mkdir()
    program = (
        "import os\nfor n in range(3000):\n    os.mkdir('d')\n    os.chdir('d')\n"
        "os.mkdir('locked'); open('locked/file', 'w'); os.chmod('locked', 0)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=place, check=True)
    (place / "link").symlink_to(tmp_path)
    confine.remove_tree(place)
    assert list(tmp_path.iterdir()) == []


GRADER = """
import sys, time
from pathlib import Path
from autograder import confine, grade, release, runner

phase, data, kind = sys.argv[1:]
engine = runner.Runner(sandbox=kind == "confined")

def stay(*_, **__):
    say()
    time.sleep(1000)

def say():
    print(engine.process.pid, flush=True)

def then(method):
    def said(*arguments, **named):
        say()
        return method(*arguments, **named)
    return said

if phase == "starting":
    runner.Runner._receive = stay  # the server is there and warms up
elif phase == "warming up":
    runner.Runner.ask = then(runner.Runner.ask)  # the first question: to make a probe
elif phase == "forking":
    runner.Session._fork = stay
elif phase == "cells":
    runner.Session.cell = then(runner.Session.cell)
elif phase == "probes":
    runner.Session.probes = then(runner.Session.probes)
elif phase == "judging":
    grade._judged = stay
elif phase == "ending":
    runner.Session.stop = stay
elif phase == "removing":
    confine.remove_tree = stay
grade.grade(Path(data).read_bytes(), release.load("02-linear-layer"), b"s", engine)
"""
PHASES = ["starting", "warming up", "forking", "cells", "probes", "judging", "ending", "removing"]
ENDLESS = {
    "cells": {"first": "import os\nos.mkdir('locked')\nos.chmod('locked', 0)\nwhile True: pass"},
    "probes": {"forward": "class Linear(nn.Module):\n    def __init__(self, *sizes):\n"
               "        while True: pass"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("phase", "kind"),
    [
        *((phase, "confined") for phase in PHASES),
        *((phase, "unsandboxed") for phase in ("cells", "removing")),
    ],
)
def test_killing_the_grader_leaves_nothing_running(tmp_path, phase, kind):
    data, scratch = tmp_path / "a.ipynb", tmp_path / "scratch"
    data.write_bytes(submission(**ENDLESS.get(phase, {})))
    scratch.mkdir()
    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER, phase, str(data), kind],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(scratch)},
    )
    with grader.stdout:
        server = int(grader.stdout.readline())
        if phase in ENDLESS:
            time.sleep(0.2)  # into the middle of it
        below = {server, *bystanders._descendants(server)}
        grader.kill()
        grader.wait()
    _until(lambda: not [process for process in below if _alive(process)])
    _until(lambda: not [p for p in scratch.iterdir() if not p.name.startswith("autograder-fonts")])


def _until(condition, seconds: float = 60.0):
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


# ---------------------------------------------------------------- what is held, said and kept


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGFPE, signal.SIGBUS])
def test_how_a_process_crashed_tells_nothing_of_a_case(runner, number):
    dying = f"import os\ndef count_parameters(module):\n    os.kill(os.getpid(), {int(number)})"
    result, _ = grade(submission(count_parameters=dying), RELEASE, SEED, runner)
    assert result.checks["check-count-parameters"].message == "The process crashed."


def test_an_answer_that_settles_a_check_is_not_lost_with_the_process(runner):
    unwritten_then_gone = """
import os
calls = []
def linear_parameter_count(in_features, out_features, bias=True):
    calls.append(1)
    if len(calls) > 1:
        os._exit(1)
    raise NotImplementedError
"""
    data = submission(parameter_count=unwritten_then_gone)
    assert verdicts(data, runner) == all_but(parameter_count="missing")


def test_a_cell_shows_what_it_shows_and_no_more(runner):
    with runner.session() as session:
        run = session.cell("x", "print('a')\n6 * 7", keep=True)
    assert [output["output_type"] for output in run.outputs] == ["stream", "execute_result"]


def test_what_cells_showed_is_at_hand_as_in_a_notebook(runner):
    with runner.session() as session:
        for number, source in enumerate(["6 * 7", "_ + 1", "None", "'x'"]):
            session.cell(str(number), source, keep=False)
        run = session.cell("last", "print(_, __, ___, _1, Out, len(In))", keep=True)
    assert run.outputs[0]["text"] == "x 43 42 42 {1: 42, 2: 43, 4: 'x'} 6\n"


def test_only_a_name_of_the_checks_own_is_said_to_be_missing():
    lie = wire.encode({"missing": "the case: 1.25 0.5"})
    for answer, name in ((lie, "Linear"), (wire.encode({"missing": "helper"}), "helper")):
        with pytest.raises(Stopped, match=f"no `{name}`"):
            facets(answer, ("Linear", "helper"))


def test_equal_answers_are_judged_alike_and_different_ones_each_for_itself():
    name, seed = "linear-layer/parameter-count", b"some exam"
    exam = checks.find(name).exam(seed)
    right = [wire.encode({"facets": truth}) for truth in exam.truths]
    wrong = [wire.encode({"facets": {key: 0 for key in truth}}) for truth in exam.truths]
    killed, late = Stopped(Verdict.KILLED, "gone"), Stopped(Verdict.TIMEOUT, "late")
    asked = [(right, None), (wrong, None), (right[:1], killed), (right[:1], late), ([], killed)]

    def judge() -> list:
        return [_judged(exam, ("f",), answers, stop, False) for answers, stop in asked]

    first, _ = judge(), _concluded.clear()
    again = judge()
    verdicts = [result.verdict for result in first]
    assert verdicts == ["passed", "failed", "killed", "timeout", "killed"]
    assert first == again == judge() and _judged(exam, ("f",), wrong, None, True) != first[1]
    other = checks.find(name).exam(b"another exam")
    assert _judged(other, ("f",), right, None, False).verdict == "failed"


def test_where_answers_are_split_makes_a_difference():
    assert _digest_of([b"ab", b"c"], None) != _digest_of([b"a", b"bc"], None)
    assert _digest_of([b"ab"], None) != _digest_of([b"ab", b""], None)


def test_all_runs_of_a_submission_share_its_time(runner, monkeypatch):
    deadlines, session = [], runner.session
    monkeypatch.setattr(runner, "session", lambda end: deadlines.append(end) or session(end))
    wrong = submission(
        parameter_count="def linear_parameter_count(*args, **kwargs):\n    return 0",
        count_parameters="def count_parameters(module):\n    return 0",
    )
    assert verdicts(wrong, runner) == all_but(parameter_count="failed", count_parameters="failed")
    assert len(deadlines) == 2 and len(set(deadlines)) == 1
    deadlines.clear()
    wrong = submission(
        parameter_count="def linear_parameter_count(in_features, out_features, bias=True):\n"
        "    return out_features * (in_features + bool(bias)) * well",
        count_parameters="def count_parameters(module):\n    return 0",
        first="well = 1",
        last="well = 0",
    )
    assert verdicts(wrong, runner) == all_but(count_parameters="failed")
    assert len(deadlines) == 3 and len(set(deadlines)) == 1


HELPERS = "from torch import nn\nimport torch\n"


@pytest.mark.parametrize(
    ("cells", "later", "found"),
    [
        (["def f(x):\n    return x"], ["f = nn.Linear", "def f(x): pass"], ["nn.Linear"]),
        (["def f(x):\n    return g(x)\ndef g(x): pass"], ["g = nn.Linear", "g = 1"], ["nn.Linear"]),
        (["def f(x): return x"], ["theirs = nn.Linear(3, 2)"], []),
        (["f = nn.Linear", "def f(x): pass"], [], []),
        (["def f(x): return x", "globals()['f'] = nn.Linear"], [], ["nn.Linear"]),
        (["def f(x):\n" + "    x = x.T\n" * 9 + "    return x"], [], []),
        (["def f(x):\n    return x" + " + x" * 900], [], []),
        (["\n".join(f"h{n} = h{n + 1}" for n in range(2000)), "f = h0"], [], ["what cannot be"]),
        (["s = 'exec(s)'\ndef f(x):\n    exec(s)"], [], []),
        (["t = 'a' * 3\n" + "t = t + t\n" * 60 + "def f(x): eval(t)"], [], ["what cannot be"]),
        (["def f(x): pass", "a = !x\n" * 3000], [], ["what cannot be told"]),
        (["f = [" + "f, " * 400_000 + "]"], [], ["what cannot be told"]),
    ],
)
def test_code_is_read_to_the_end_or_left_to_a_person(cells, later, found):
    got = reading.find([HELPERS, *cells], ["f"], ["nn.Linear"], later)
    assert len(got) >= len(found) and all(map(str.startswith, got, found))
    assert bool(got) == bool(found)


def test_reading_code_imports_nothing_that_it_names():
    named = "torch.testing._internal.common_utils", "torch.utils.benchmark", "torch._inductor"
    program = (
        "import sys, torch\nfrom autograder import reading\nbefore = set(sys.modules)\n"
        f"named = {named!r}\n"
        "code = ''.join(f'import {n}\\nfrom {n} import *\\n' for n in named)\n"
        "code += 'def f(x): return ' + ', '.join(named)\n"
        "reading.find(['import torch', code], ['f'], ['nn.Linear'])\n"
        "print([n for n in named if n in set(sys.modules) - before])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stdout + run.stderr


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
