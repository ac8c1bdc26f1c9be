"""The released exercise is what the solution says, gives nothing away and cannot be half-made."""

import ast
import re
import shutil
from pathlib import Path

import nbformat
import pytest

from autograder import checks, release
from autograder.errors import UserError
from autograder.lab import START

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = release.assignments(ROOT, "solutions")


@pytest.fixture
def fresh(tmp_path):
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    release.release(root=tmp_path)
    return tmp_path


def files(folder):
    """Content by path; what JupyterLab and its start page leave there does not count."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts and path.name != START.name
    }


def cells(name, folder):
    nb = nbformat.read(release.notebook_path(name, ROOT, folder), as_version=4)
    return {cell.id: cell for cell in nb.cells}


def solution_lines(source):
    """The lines between the marks of a solution, long enough to give something away."""
    regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL)
    lines = [line.strip() for region in regions for line in region.splitlines()]
    return [line for line in lines if len(line) > 8]


def test_exercises_are_what_a_fresh_release_gives(fresh):
    assert files(fresh / "exercises") == files(ROOT / "exercises")


def test_releasing_twice_gives_the_same_bytes(fresh):
    before = files(fresh / "exercises")
    release.release(root=fresh)
    assert files(fresh / "exercises") == before


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_no_line_of_a_solution_is_in_the_exercise(name):
    released = "\n".join(cell.source for cell in cells(name, "exercises").values())
    solved = cells(name, "solutions")
    # A program that is to be mended stands there in full, for the learner to run.
    broken = "\n".join(c.source for c in solved.values() if c.id.endswith("-broken"))
    for cell in solved.values():
        for line in solution_lines(cell.source):
            assert line in broken or line not in released


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_line_of_a_stub_stands_in_its_solution(name):
    solved = cells(name, "solutions")
    answers = [
        c
        for c in cells(name, "exercises").values()
        if c.metadata.get("nbgrader", {}).get("solution")
    ]
    assert answers
    for stub in answers:
        assert release.STUB in stub.source
        remaining = iter(solved[stub.id].source.splitlines())
        for line in stub.source.splitlines():
            # In order: `in` goes through the iterator up to the line.
            assert line.strip() == release.STUB or line in remaining, line


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_release_asks_for_every_check_with_its_points_and_name(name):
    released = release.load(name, ROOT)
    asked = [(cell.check, cell.bindings, cell.points) for cell in released.checks]
    graded = [c for c in checks.chapter_checks(released.notebook) if c.max_points]
    assert asked == [(c.name, (c.takes,), c.max_points) for c in graded]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_what_the_tasks_show_is_what_the_solution_does(name):
    names, shown = {}, 0
    for cell in cells(name, "solutions").values():
        if (
            cell.cell_type == "code"
            and not release.is_check(cell)
            and "progress()" not in cell.source
        ):
            exec(cell.source, names)
    for cell in cells(name, "solutions").values():
        for block in re.findall(r"```python\n(.*?)```", cell.source, re.DOTALL):
            for line in block.splitlines():
                shown += example_holds(line, names)
    assert shown > 5


def example_holds(line, names):
    """Run one line; where a comment says what comes out, compare. Returns whether it said so."""
    source, _, said = (part.strip() for part in line.partition("#"))
    if not said:
        exec(source, names)
        return False
    if said.startswith("ValueError"):
        with pytest.raises(ValueError):
            exec(source, names)
        return True
    assert same_text(repr(eval(source, names)), said), line
    return True


def same_text(found, said):
    return "".join(found.split()) == "".join(said.split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("02-linear-lyer", "'02-linear-layer'?"),
        ("quantum-field-theory", "there is: 01-vectors, 02-linear-layer"),
        ("../exercises/02-linear-layer", "no assignment"),
        ("", "no assignment ''"),
    ],
)
def test_an_unknown_assignment_is_named_with_those_there_are(name, words):
    with pytest.raises(UserError) as error:
        release.load(name, ROOT)
    assert words in str(error.value) and "\n" not in str(error.value)


def test_what_is_not_released_yet_says_how_to_release_it(fresh):
    shutil.rmtree(fresh / "exercises")
    with pytest.raises(UserError, match="is not released.*python -m autograder release"):
        release.load("02-linear-layer", fresh)


def test_an_exercise_someone_worked_in_is_not_graded_against(fresh):
    released = release.load("02-linear-layer", fresh)
    released.require_pristine()
    answer = next(c for c in released.nb.cells if c.metadata.get("nbgrader", {}).get("solution"))
    answer.source = answer.source.replace(release.STUB, "pass")
    with pytest.raises(UserError, match="'forward' was edited after the release"):
        released.require_pristine()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'check("linear-layer/forward", Linear)',
            "check('x', Linear); print()",
            "exactly one call",
        ),
        ('check("linear-layer/forward", Linear)', "check(Linear)", "exactly one call"),
        ('check("linear-layer/forward", Linear)', "assert True", "exactly one call"),
        ("### END SOLUTION", "", "nested begin solution"),
    ],
)
def test_a_faulty_solution_is_refused_and_exercises_stay_as_they_were(fresh, old, new, words):
    before = files(fresh / "exercises")
    path = fresh / "solutions" / "02-linear-layer" / "linear-layer.ipynb"
    nb = nbformat.read(path, as_version=4)
    for cell in nb.cells:
        cell.source = cell.source.replace(old, new)
    nbformat.write(nb, path)
    with pytest.raises(UserError) as error:
        release.release(root=fresh)
    assert words in str(error.value) and "\n" not in str(error.value)
    assert files(fresh / "exercises") == before


def test_the_course_is_found_from_a_folder_inside_it(fresh, monkeypatch):
    monkeypatch.chdir(fresh / "exercises" / "02-linear-layer")
    assert release.course_root() == fresh


def test_check_cells_are_read_without_running_them():
    source = 'check("a/b", f, g)'
    cell = nbformat.v4.new_code_cell(
        source, metadata={"nbgrader": {"grade_id": "c", "grade": True, "points": 2}}
    )
    assert release.check_cell(cell) == release.CheckCell("c", "a/b", ("f", "g"), 2.0)
    assert ast.parse(source)
