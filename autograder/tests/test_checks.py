"""The checks against the corpus: every wrong program rejected and named, every right one accepted.

A case is a file in ``corpus/<assignment>/<exercise>/{mutants,variants}``; its docstring says what
it is and which verdict and idea are due. A new file is a new case.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import torch

from autograder import checks, evaluate, pages
from autograder.checks.core import Check
from autograder.errors import UserError
from autograder.kernel import CheckFailed, NotWrittenYet, check
from autograder.results import Verdict

CORPUS = Path(__file__).parent / "corpus"
BOOK = Path(__file__).parents[2] / "book"
CHECKS = {name: checks.find(name) for name in checks.names()}
CHAPTERS = {assignment: chapter for chapter, assignment in checks.ASSIGNMENTS.items()}


def cases(kind: str) -> list[Path]:
    found = sorted(CORPUS.glob(f"[0-9][0-9]-*/*/{kind}/*.py"))
    assert found, f"no {kind} in {CORPUS}"
    return found


def check_of(path: Path) -> Check:
    assignment, exercise = path.parts[-4], path.parts[-3]
    return CHECKS[f"{CHAPTERS[assignment]}/{exercise}"]


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"case_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def due(module: ModuleType, key: str) -> str | None:
    found = re.search(rf"^{key}: *(\S+)$", module.__doc__, re.MULTILINE)
    return found and found[1]


def run(path: Path, seed: int | None = None):
    module, subject = load(path), check_of(path)
    return module, evaluate(subject.name, getattr(module, subject.takes), seed=seed)


def name_of(path: Path) -> str:
    return f"{path.parts[-3]}/{path.stem}"


@pytest.mark.parametrize("path", cases("mutants"), ids=name_of)
def test_a_wrong_program_is_rejected_and_named(path):
    module, result = run(path)
    assert (str(result.verdict), result.idea) == (due(module, "verdict"), due(module, "idea"))
    assert result.points < result.max_points


@pytest.mark.parametrize("path", cases("variants"), ids=name_of)
def test_a_right_program_passes(path):
    _, result = run(path)
    assert result.passed, result.message
    assert result.points == result.max_points


@pytest.mark.parametrize("name", CHECKS)
def test_there_are_enough_cases(name):
    assignment, exercise = checks.ASSIGNMENTS[name.split("/")[0]], name.split("/")[1]
    folder = CORPUS / assignment / exercise
    assert len(list((folder / "variants").glob("*.py"))) >= 8
    assert len(list((folder / "mutants").glob("*.py"))) >= 8


@pytest.mark.parametrize("name", CHECKS)
def test_every_idea_is_met_by_a_wrong_program(name):
    met = {due(load(path), "idea") for path in cases("mutants") if check_of(path).name == name}
    assert {idea.name for idea in CHECKS[name].ideas} <= met


@pytest.mark.parametrize("name", CHECKS)
def test_the_reference_passes_whatever_is_drawn(name):
    subject = CHECKS[name]
    for seed in range(50):
        result = evaluate(name, subject.reference, seed=seed)
        assert result.passed, f"seed {seed}: {result.message}"


# Every seventh wrong program, so that each run of the tests stays short; a bench runs them all.
@pytest.mark.parametrize("path", cases("mutants")[::7], ids=name_of)
def test_verdict_and_idea_do_not_depend_on_the_draw(path):
    found = {(r.verdict, r.idea) for r in (run(path, seed)[1] for seed in range(1000, 1006))}
    assert len(found) == 1


@pytest.mark.parametrize("name", CHECKS)
def test_the_same_seed_gives_the_same_result(name):
    def wrong(*arguments, **named):
        return 1

    first, second = (evaluate(name, wrong, seed=7).to_dict() for _ in range(2))
    assert first == second


def places() -> list[tuple[str, str]]:
    return sorted(
        {
            (subject.name, place)
            for subject in CHECKS.values()
            for place in [subject.page, *(idea.page for idea in subject.ideas)]
        }
    )


@pytest.mark.parametrize(("name", "place"), places())
def test_every_page_that_feedback_names_is_there(name, place):
    page, _, anchor = place.partition("#")
    source = (BOOK / f"{page}.md").read_text(encoding="utf-8")
    heading = re.search(r"^# (.+)$", source, re.MULTILINE)[1].replace("`", "")
    assert heading == pages.TITLES[page]
    assert f"({anchor})=" in source


def test_ideas_of_one_check_have_names_of_their_own():
    for subject in CHECKS.values():
        names = [idea.name for idea in subject.ideas]
        assert len(names) == len(set(names))


def test_an_unknown_name_suggests_the_nearest():
    with pytest.raises(UserError, match='Did you mean "linear-layer/forward"'):
        evaluate("linear-layer/foward", int)
    with pytest.raises(UserError, match='Did you mean "linear-layer/backward"'):
        evaluate("backward", int)


def test_the_number_of_objects_is_said():
    with pytest.raises(UserError, match="takes one object and was given nothing"):
        evaluate("linear-layer/forward")
    with pytest.raises(UserError, match="was given 2 objects"):
        evaluate("linear-layer/forward", int, int)


def test_an_instance_where_a_class_is_due_is_said():
    subject = CHECKS["linear-layer/forward"]
    result = evaluate(subject.name, subject.reference(2, 3))
    assert "takes the class itself, `Linear`, and was given an instance of Linear" in result.message


def test_a_class_where_a_function_is_due_is_said():
    result = evaluate("linear-layer/backward", int)
    assert "takes the function itself, `linear_backward`, and was given the class int" in (
        result.message
    )


@pytest.mark.parametrize("name", CHECKS)
def test_a_stub_is_not_written_yet(name, capsys):
    class Stub:
        def __init__(self, *arguments, **named):
            raise NotImplementedError

    def stub(*arguments, **named):
        raise NotImplementedError

    subject = Stub if CHECKS[name].kind == "class" else stub
    assert evaluate(name, subject).verdict is Verdict.MISSING
    with pytest.raises(NotWrittenYet, match="NotImplementedError"):
        check(name, subject)
    assert "is not written yet" in capsys.readouterr().out


def test_a_failed_check_shows_itself_without_a_traceback(capsys):
    with pytest.raises(CheckFailed) as caught:
        check("linear-layer/parameter-count", lambda *sizes, bias=True: 7)
    shown = capsys.readouterr().out
    assert "Got      7" in shown
    assert caught.value._render_traceback_() == [str(caught.value)]


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_leaves_torch_as_it_was(name):
    def rude(*arguments, **named):
        torch.set_default_dtype(torch.float64)
        torch.set_grad_enabled(False)
        torch.manual_seed(0)

    before = torch.get_default_dtype(), torch.is_grad_enabled(), torch.get_rng_state()
    evaluate(name, CHECKS[name].reference)
    evaluate(name, rude)
    after = torch.get_default_dtype(), torch.is_grad_enabled(), torch.get_rng_state()
    assert before[:2] == after[:2]
    assert torch.equal(before[2], after[2])


@pytest.fixture(autouse=True)
def progress_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEAR_PROGRESS_FILE", str(tmp_path / "progress.json"))
