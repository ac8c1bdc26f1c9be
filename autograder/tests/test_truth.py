"""Wrong programs made mechanically, what the checks say to them, and the figures in the book.

``python -m autograder truth`` tries them all; here a sample is tried, drawn by their names.
"""

import ast
import json

import pytest

from autograder import checks, cli, flakiness, mutation, truth
from autograder.truth import Program

SHARE = 8  # one mutant in so many is tried here
ASSIGNMENTS = truth.assignments()
GENERATED = [p for name in ASSIGNMENTS for p in truth.programs(name) if p.kind == "generated"]

# ------------------------------------------------------------------- the mutants

SOURCE = '''
def f(x, weight, bias=True):
    """Text with 1 number."""
    if x.dim() != 2 or not bias:
        raise ValueError(f"{x} + 1")
    with torch.no_grad():
        total = 0
        for row in x:
            total += (row @ weight.T - 3).sum(dim=0)
    x = abs(x)
    bias = 2
    x = abs(x)
    return total, g(x, weight)
'''


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("`@` becomes `*`", "+ total += (row * weight.T - 3).sum(dim=0)"),
        ("`-` becomes `+`", "+ total += (row @ weight.T + 3).sum(dim=0)"),
        ("`-` and its right side dropped", "+ total += (row @ weight.T).sum(dim=0)"),
        ("`.T` dropped", "+ total += (row @ weight - 3).sum(dim=0)"),
        ("left side of `@` transposed", "+ total += (row.T @ weight.T - 3).sum(dim=0)"),
        ("3 becomes 2", "+ total += (row @ weight.T - 2).sum(dim=0)"),
        ("`dim=` dropped", "+ total += (row @ weight.T - 3).sum()"),
        ("`sum` becomes `mean`", "+ total += (row @ weight.T - 3).mean(dim=0)"),
        ("`weight` becomes `bias`", "+ total += (row @ bias.T - 3).sum(dim=0)"),
        ("`!=` becomes `==`", "+ if x.dim() == 2 or not bias:"),
        ("`or` becomes `and`", "+ if x.dim() != 2 and (not bias):"),
        ("a condition dropped", "+ if not bias:"),
        ("condition negated", "+ if not (x.dim() != 2 or not bias):"),
        ("True becomes False", "+ def f(x, weight, bias=False):"),
        ("another exception", "+ raise RuntimeError()"),
        ("two items exchanged", "+ return (g(x, weight), total)"),
        ("an item dropped", "+ return (total,)"),
        ("two arguments exchanged", "+ return (total, g(weight, x))"),
        ("only one round", "+ break"),
        ("returns before this", "+ return (total, g(x, weight))"),
        ("statement dropped", "- total = 0"),
    ],
)
def test_slips_that_people_make(what, change):
    found = [m for m in mutation.mutants(SOURCE) if m.what == what]
    assert any(change in m.change.splitlines() for m in found), [m.change for m in found]


def test_a_block_without_its_context():
    (found,) = (m for m in mutation.mutants(SOURCE) if m.what == "`with torch.no_grad()` dropped")
    assert "no_grad" not in found.source and "total = 0" in found.source


def test_words_are_left_alone():
    for mutant in mutation.mutants(SOURCE):
        text = mutant.source
        assert "Text with 1 number." in text
        assert "ValueError" not in text or "{x} + 1" in text


def test_mutants_differ_from_the_solution_and_from_each_other():
    before = ast.unparse(ast.parse(SOURCE))
    found = mutation.mutants(SOURCE)
    assert found == mutation.mutants(SOURCE)
    assert len({m.source for m in found} | {before}) == len(found) + 1
    assert len({m.change for m in found}) == len(found)
    assert sum(m.what == "statement dropped" and "- x = abs(x)" in m.change for m in found) == 2
    for mutant in found:
        ast.parse(mutant.source)
        assert mutant.change and SOURCE.splitlines()[mutant.line - 1].strip()


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_each_check_has_a_solution_that_it_passes(assignment):
    for check in truth.checks_of(assignment):
        candidate = truth.solutions(assignment)[check.name].object()
        assert not truth.is_wrong(truth.exam(check.name, 1), candidate), check.name
        # Where several checks judge one answer, its mutants stand under the first of them.
        assert len(truth.generated(assignment)[truth.judging(check.name)[0]]) >= 5


# ------------------------------------------------------------------- what becomes of them


def test_a_sample_of_them_is_rejected():
    sample = [p for p in GENERATED if p.chance % SHARE == 0]
    said = truth.tried(sample, seeds=1, jobs=1)
    assert len(said) == len(sample) > 100
    assert not list(truth.problems(said, ASSIGNMENTS))


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_what_is_listed_as_equivalent_says_why(assignment):
    for why in truth.equivalent(assignment).values():
        assert len(why) > 20 and why.endswith(".")
    assert not list(truth.problems({}, [assignment]))  # all of them are still generated


def a_mutant(listed: bool) -> Program:
    reasons = {key for name in ASSIGNMENTS for key in truth.equivalent(name)}
    return next(p for p in GENERATED if ((p.check, p.place) in reasons) == listed)


@pytest.mark.parametrize(
    ("listed", "said", "problem"),
    [
        (False, "", ""),
        (False, "survives", "a wrong answer gets through: line "),
        (False, "at times", "at times: line "),
        (True, "survives", ""),
        (True, "", "listed, but rejected"),
    ],
)
def test_a_survivor_has_to_be_listed_and_what_is_listed_to_survive(listed, said, problem):
    mutant = a_mutant(listed)
    found = list(truth.problems({mutant: said}, []))
    assert bool(found) == bool(problem)
    assert all(problem in line and mutant.check in line for line in found)


def test_what_is_listed_and_no_longer_generated_is_named(monkeypatch):
    check = checks.names()[0]
    name = checks.ASSIGNMENTS[check.split("/")[0]]
    monkeypatch.setattr(truth, "equivalent", lambda _: {(check, "- a\n+ b"): "why"})
    (line,) = truth.problems({}, [name])
    assert "equivalent.yml" in line and check in line and "no longer generated" in line


RIGHT = """
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features * bool(bias)
"""
WRONG = RIGHT.replace("out_features * bool", "in_features * bool")
PASSED, NAMED = "verdict: passed", "verdict: failed\nidea: bias-counted-as-in"


@pytest.fixture
def answer(tmp_path):
    """Writes a file as it could stand in the corpus; returns the program."""

    def write(kind, text, expected):
        folder = tmp_path / str(len(list(tmp_path.iterdir()))) / "02-linear-layer"
        path = folder / "parameter-count" / f"{kind}s" / "answer.py"
        path.parent.mkdir(parents=True)
        path.write_text(f'"""An answer.\n\n{expected}\n"""\n{text}', "utf-8")
        return Program("linear-layer/parameter-count", kind, str(path))

    return write


def test_what_is_said_of_a_file(answer):
    due = {
        answer("variant", RIGHT, PASSED): "",
        answer("mutant", WRONG, NAMED): "",
        answer("variant", WRONG, PASSED): "passed is due and not failed (bias-counted-as-in)",
        answer("mutant", RIGHT, NAMED): "failed (bias-counted-as-in) is due and not passed",
        answer("variant", RIGHT + "raise OSError\n", PASSED): "the check fails with OSError",
        answer("variant", RIGHT + "while True: pass\n", PASSED): "it does not end",
        answer("variant", RIGHT + "__import__('os')._exit(3)\n", PASSED): "lost: its process",
    }
    said = truth.tried(list(due), seeds=1, jobs=1, seconds=5.0)
    for program, words in due.items():
        assert said[program].startswith(words) and bool(said[program]) == bool(words)


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (RIGHT + "raise OSError\n", 1)])
def test_the_command_names_file_and_check(answer, text, status, monkeypatch, capsys):
    program = answer("variant", text, PASSED)
    monkeypatch.setattr(truth, "programs", lambda name: [program])
    monkeypatch.setattr(truth, "keep", lambda found, for_the_book: [])
    assert cli.main(["truth", "02-linear-layer", "--jobs", "1"]) == status
    shown = capsys.readouterr().out
    assert "parameter-count" in shown
    assert (program.place in shown.replace("\n", "")) == bool(status)


def test_an_unknown_assignment_is_one_line(capsys):
    assert cli.main(["truth", "99-nothing"]) == 2
    assert "no assignment '99-nothing'" in capsys.readouterr().err


# ------------------------------------------------------------------- the record in the book


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_book_shows_the_figures_of_what_is_there(assignment):
    again = f"run `python -m autograder truth {assignment} --record`"
    entry = truth.recorded(truth.course_root() / truth.RECORD).get(assignment)
    assert entry, again
    kept = ("ideas", "mutants", "generated", "variants")
    shown = {name: {key: row[key] for key in kept} for name, row in entry["checks"].items()}
    assert shown == truth.listed(assignment), again
    for name, row in entry["checks"].items():
        assert row["named"] == row["mutants"] and row["accepted"] == row["variants"], name
        assert row["rejected"] + row["equivalent"] == row["generated"], name
        assert row["equivalent"] == sum(c == name for c, _ in truth.equivalent(assignment)), again


def test_a_record_keeps_what_was_not_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(truth, "course_root", lambda: tmp_path)
    first, second, *_ = ASSIGNMENTS
    row = {"ideas": 1, "mutants": 2, "named": 2, "generated": 3, "rejected": 2, "equivalent": 1}
    row |= {"variants": 4, "accepted": 4}
    for name in (second, first):
        written = truth.keep({name: {"checks": {"a/b": row}}}, for_the_book=True)
    assert [path.name for path in written] == ["truth.json", "truth.svg", "truth.json"]
    assert list(json.loads(written[-1].read_text("utf-8"))) == [first, second]
    assert "</svg>" in written[1].read_text("utf-8")


# ------------------------------------------------------------------- the same verdict each time


@pytest.mark.parametrize("name", checks.names())
def test_a_verdict_does_not_depend_on_the_seed(name):
    """The solution and a sample of the other programs; all: `make bench PART=flakiness`."""
    check = checks.find(name)

    def chosen(program: str) -> bool:
        return program == flakiness.SOLUTION or Program(name, "", program).chance % 20 == 0

    seen = flakiness.verdicts(check, "tests", range(1, 6), chosen)
    assert all(counts.total() == 5 for counts in seen.values()) and flakiness.SOLUTION in seen
    assert not flakiness.unsteady({name: seen})


def test_a_verdict_that_changes_is_shown():
    counts = flakiness.Counter
    steady = {flakiness.SOLUTION: counts(passed=3), "idea": counts(failed=3),
              flakiness.VARIANT + "einsum": counts(passed=3)}  # fmt: skip
    assert not flakiness.unsteady({"a/b": steady})
    for program, seen in ((flakiness.SOLUTION, counts(passed=2, failed=1)),
                          (flakiness.SOLUTION, counts(failed=3)),
                          (flakiness.VARIANT + "einsum", counts(passed=2, failed=1)),
                          ("idea", counts(failed=2, passed=1)),
                          ("idea", counts(passed=3))):  # fmt: skip
        (line,) = flakiness.unsteady({"a/b": steady | {program: seen}})
        assert line.startswith(f"a/b: {program}: ")
