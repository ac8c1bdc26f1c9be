"""The instructor's commands: arguments in, one function called, exit status out."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from autograder import lean, marks, present  # noqa: F401
from autograder.errors import UserError
from autograder.results import SubmissionResult, Verdict
from autograder.scrub import clean_line

TABLE_ROWS = 60  # a larger class gets its table as a file alone
COLORS = {"good": "green", "partly": "yellow", "bad": "red", "person": "magenta"}


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when it did what was asked, 1 when the grader failed on a submission, 2 for a person's
        mistake (one line on stderr says which), 130 after Ctrl-C.
    """
    parser = _parser()
    arguments, arguments.more = parser.parse_known_args(argv)
    if arguments.more and arguments.run is not _lab:
        parser.error(f"unrecognized arguments: {' '.join(arguments.more)}")
    try:
        return arguments.run(arguments)
    except UserError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("autograder: stopped; what was graded is recorded.", file=sys.stderr)
        return 130
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            print(
                "autograder: the disk is full. What was graded so far is kept: make room, then run "
                "the same command again.",
                file=sys.stderr,
            )
            return 2
        place = f"{error.filename}: " if error.filename else ""
        reason = f"{place}{error.strerror or error}"
        print(f"autograder: {reason}. Check that the folder can be written to.", file=sys.stderr)
        return 2


class _Parser(argparse.ArgumentParser):
    """argparse with one line for a mistake instead of the usage."""

    def error(self, message: str) -> None:
        self.exit(2, f"{self.prog}: {message}. See `{self.prog} --help`.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="autograder", description="Release exercises, grade, give feedback.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    command = commands.add_parser("release", help="generate exercises/ from solutions/")
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="default: all")
    command.set_defaults(run=_release)

    command = _course_command(commands, "grade", "grade the submissions of an assignment", _grade)
    _assignments(command)
    where = command.add_mutually_exclusive_group()
    _jobs(where, "submissions graded at once (default: the number of cores)")
    where.add_argument(
        "--scheduler",
        metavar="URL",
        help="grade on the workers of the Dask scheduler there, such as tcp://10.0.0.5:8786",
    )
    again = command.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        action="store_true",
        help="go on where an earlier run was stopped (what is graded already is always kept)",
    )
    again.add_argument(
        "--regrade",
        action="store_true",
        help="grade everything again, and say who gained or lost what",
    )
    command.add_argument(
        "--unsandboxed",
        action="store_true",
        help="where the system cannot confine submissions: keep them apart as processes only",
    )

    command = _course_command(commands, "feedback", "write a page of feedback each", _feedback)
    _assignments(command)
    _jobs(command, "pages made at once (default: the number of cores)")

    command = _course_command(commands, "export", "write the marks as a table", _export)
    command.add_argument("assignment", metavar="ASSIGNMENT")
    command.add_argument("--format", choices=["csv", "canvas", "moodle"], default="csv")
    command.add_argument("--output", type=Path, metavar="FILE", help="default: in DIR")
    command.add_argument(
        "--id-column",
        metavar="COLUMN",
        help="what our student ids are there; canvas: sis-login-id (default), sis-user-id; "
        "moodle: username (default), idnumber, email",
    )
    command.add_argument(
        "--column", metavar="NAME", help="what the assignment is called there, 'Name (4711)'"
    )
    command.add_argument(
        "--with-feedback", action="store_true", help="moodle: verdicts and points in words"
    )

    words = "open JupyterLab on the exercises and the learner's progress"
    command = commands.add_parser("lab", help=words, description=words)
    command.epilog = "Every other option goes to JupyterLab."
    command.set_defaults(run=_lab)

    words = "try every check on wrong and right programs, and count"
    command = commands.add_parser("truth", help=words, description=words)
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="default: all")
    command.add_argument(
        "--seeds", type=_positive, default=1, metavar="N", help="cases drawn so often (default: 1)"
    )
    _jobs(command, "programs tried at once (default: the number of cores)")
    command.add_argument(
        "--record", action="store_true", help="write the figures where the book shows them, too"
    )
    command.set_defaults(run=_truth)

    words = "say what this machine can confine"
    command = commands.add_parser("doctor", help=words, description=words)
    command.set_defaults(run=_doctor)

    command = _course_command(
        commands, "sample-class", "hand in a made-up class of thirty to try it on", _sample_class
    )
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="default: all")
    return parser


def _course_command(commands, name: str, words: str, run) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.add_argument(
        "--course",
        type=Path,
        default=Path("course"),
        metavar="DIR",
        help="folder with submitted/ (default: course)",
    )
    command.set_defaults(run=run)
    return command


def _assignments(command: argparse.ArgumentParser) -> None:
    words = "such as 02-linear-layer; several are done one after another; all: what was handed in"
    command.add_argument("assignments", nargs="+", metavar="ASSIGNMENT", help=words)


def _jobs(command: argparse._ActionsContainer, words: str) -> None:
    cores = os.cpu_count() or 1
    command.add_argument("--jobs", type=_positive, default=cores, metavar="N", help=words)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, got {text!r}")
    return int(text)


def _release(arguments: argparse.Namespace) -> int:
    from autograder.release import release

    for path in release(arguments.assignments):
        print(f"released {path.relative_to(path.parent.parent.parent)}")
    return 0


def _each(arguments: argparse.Namespace, act) -> int:
    """``act`` on one assignment after another, all of them known by name before the first."""
    from autograder.release import load
    from autograder.submissions import handed_in

    names = list(dict.fromkeys(arguments.assignments))
    if names == ["all"]:
        names = handed_in(arguments.course)
    releases = [load(name) for name in names]
    return max(act(arguments, release) for release in releases)


def _grade(arguments: argparse.Namespace) -> int:
    return _each(arguments, _grade_one)


def _grade_one(arguments: argparse.Namespace, release) -> int:
    from autograder import batch, selftest, submissions

    course = arguments.course
    found, absent = submissions.find(course, release)
    confined = not arguments.unsandboxed
    if confined and arguments.scheduler is None:  # workers look at themselves
        selftest.require()
    screen, started = Console(highlight=False), _clock()
    with _progress(screen) as progress, ExitStack() as stack:
        task = progress.add_task(release.assignment, total=None)

        def planned(todo: int, ready: int) -> None:
            progress.update(task, total=todo)
            if ready:
                progress.console.print(f"{ready} of {todo + ready} submissions are graded already")

        def done(student: str, result: SubmissionResult) -> None:
            progress.console.print(_line(student, result))
            progress.advance(task)

        executor = None
        if arguments.scheduler is not None:
            from autograder.cluster import connect

            say = partial(progress.console.print, markup=False, soft_wrap=True)
            executor = stack.enter_context(connect(arguments.scheduler, confined, say))
        outcome = batch.grade_class(
            release,
            course,
            found,
            arguments.jobs,
            sandbox=confined,
            regrade=arguments.regrade,
            executor=executor,
            planned=planned,
            done=done,
        )
    results = {s.student: outcome.results[s.student] for s in found}
    if outcome.graded and len(results) <= TABLE_ROWS:
        screen.print(_table(results))
    if arguments.regrade:
        _changes(screen, outcome)
    _summary(screen, course, release, results, outcome.graded, absent, _clock() - started)
    return 1 if any(r.verdict is Verdict.GRADER_FAULT for r in results.values()) else 0


def _changes(screen: Console, outcome) -> None:
    """After a regrade: who gained or lost what, and by which check."""
    changes = [
        (student, before, outcome.results[student])
        for student, before in sorted(outcome.before.items())
        if marks.scores(before) != marks.scores(outcome.results[student])
    ]
    screen.print(f"{len(changes)} of {len(outcome.before)} marks changed")
    for student, before, after in changes:
        parts = [
            f"{check.name} {_open(marks.settled(was))} → {_open(marks.settled(check))}"
            for grade_id, check in after.checks.items()
            if (was := before.checks.get(grade_id)) and marks.settled(was) != marks.settled(check)
        ]
        whole = f"{_points(before)} → {_points(after)}"
        screen.print(f"  {escape(clean_line(student))}: {whole} ({escape(', '.join(parts))})")


def _feedback(arguments: argparse.Namespace) -> int:
    return _each(arguments, _feedback_one)


def _feedback_one(arguments: argparse.Namespace, release) -> int:
    from autograder import feedback

    course, screen, problems = arguments.course, Console(highlight=False), 0
    _graded_before(course, release)
    with _progress(screen) as progress:
        task = progress.add_task(f"feedback on {release.assignment}", total=None)

        def done(student: str, problem: str) -> None:
            nonlocal problems
            progress.advance(task)
            if problem:
                problems += 1
                name = escape(clean_line(student))
                progress.console.print(f"{name}: a short page only ({escape(problem)})")

        written = feedback.write_all(course, release, arguments.jobs, done)
    screen.print(f"{written} pages: {course / 'feedback' / 'index.html'}", soft_wrap=True)
    return 1 if problems else 0


def _export(arguments: argparse.Namespace) -> int:
    from autograder import export
    from autograder.files import write_if_changed
    from autograder.gradebook import Gradebook
    from autograder.release import load

    release, format = load(arguments.assignment), arguments.format
    results = _graded_before(arguments.course, release)
    with Gradebook(arguments.course) as gradebook:
        scores = gradebook.scores(release)
        table = export.table(
            format,
            release,
            results,
            scores,
            penalties=gradebook.penalties(release),
            students=gradebook.students(),
            id_column=arguments.id_column,
            column=arguments.column,
            feedback=arguments.with_feedback,
        )
    name = release.assignment if format == "csv" else f"{release.assignment}-{format}"
    target = arguments.output or arguments.course / f"{name}.csv"
    write_if_changed(target, table)
    print(f"{len(results)} students: {target}")
    if waiting := export.undecided(results, scores):
        names = ", ".join(map(clean_line, waiting))
        print(f"without a mark until a person has decided: {names}")
    return 0


def _sample_class(arguments: argparse.Namespace) -> int:
    from autograder import sample_class
    from autograder.release import load

    names = [load(name).assignment for name in arguments.assignments]
    made = sample_class.hand_in(arguments.course, only=names or None)
    where = arguments.course / "submitted"
    words = f"{made} submissions made" if made else "has submissions already, left as they are"
    print(f"{where}: {words}")
    return 0


def _lab(arguments: argparse.Namespace) -> int:
    from autograder import lab
    from autograder.release import course_root

    lab.open_lab(course_root(), arguments.more)
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from autograder import doctor

    return doctor.main()


def _truth(arguments: argparse.Namespace) -> int:
    from autograder import truth

    names = truth.assignments(arguments.assignments)
    programs = [program for name in names for program in truth.programs(name)]
    screen = Console(highlight=False)
    with _progress(screen) as progress:
        task = progress.add_task("truth", total=len(programs))
        said = truth.tried(
            programs, arguments.seeds, arguments.jobs, lambda: progress.advance(task)
        )
    command = " ".join(["python -m autograder truth", *names, f"--seeds {arguments.seeds}"])
    found = truth.record(said, names, arguments.seeds, command)
    screen.print(_truth_table(found))
    for path in truth.keep(found, arguments.record):
        screen.print(f"  {path}", soft_wrap=True, markup=False)
    wrong = list(truth.problems(said, names))
    for line in wrong:
        screen.print(line, soft_wrap=True, markup=False)
    screen.print(f"{len(wrong)} problems" if wrong else "nothing that must not be")
    return 1 if wrong else 0


def _truth_table(found: dict) -> Table:
    """A row a check: what it was tried on, and how much of it went as it must."""
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column("check", no_wrap=True)
    for words in ("ideas", "wrong:\nnamed", "made:\nrejected", "\nequivalent", "right:\npassed"):
        table.add_column(words, justify="right")
    for assignment, its in found.items():
        table.add_row(f"[bold]{assignment}[/bold]")
        for name, row in its["checks"].items():
            table.add_row(
                name.rpartition("/")[2],
                str(row["ideas"]),
                f"{row['named']}/{row['mutants']}",
                f"{row['rejected']}/{row['generated']}",
                str(row["equivalent"]),
                f"{row['accepted']}/{row['variants']}",
            )
        table.add_section()
    return table


def _graded_before(course: Path, release) -> dict[str, SubmissionResult]:
    """The results of an assignment, by student; UserError without any."""
    from autograder import journal

    if results := journal.read(course, release.assignment):
        return results
    raise UserError(
        f"{course}: {release.assignment} has no results yet. "
        f"Run `python -m autograder grade {release.assignment} --course {course}`."
    )


def _clock() -> float:
    from time import perf_counter

    return perf_counter()


class _Rate(ProgressColumn):
    """How many a minute, over the last while."""

    def render(self, task: Task) -> Text:
        return Text(f"{60 * task.speed:.0f} a minute" if task.speed else "")


def _progress(screen: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TextColumn("gone,"),
        TimeRemainingColumn(),
        TextColumn("left"),
        console=screen,
        transient=True,
        disable=not sys.stdout.isatty(),  # a file gets the lines alone
    )


def _points(result: SubmissionResult) -> str:
    total = marks.total(result)
    return f"{_open(total)}/{present.points(result.max_points)}"


def _open(points: float | None) -> str:
    return "open" if points is None else present.points(points)


def _line(student: str, result: SubmissionResult) -> str:
    color = COLORS[marks.tone(result.verdict)]
    verdict = f"[{color}]{marks.sign(result.verdict)} {result.verdict.value:<12}[/{color}]"
    name = escape(clean_line(student))
    return f"{verdict} {_points(result):>8} {result.seconds:6.1f} s  {name}"


def _table(results: dict[str, SubmissionResult]) -> Table:
    """A row a student, a column a check: points, or the verdict's sign where a person decides."""
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column("student", overflow="ellipsis", no_wrap=True)
    first = next(iter(results.values()))
    for check in first.checks.values():
        words = check.name.rpartition("/")[2].replace("-", "\n")  # narrow, for eighty columns
        table.add_column(escape(words), justify="right")
    table.add_column("points", justify="right")
    for student, result in results.items():
        cells = []
        for check in result.checks.values():
            color = COLORS[marks.tone(check.verdict)]
            text = f"{marks.sign(check.verdict)} {_open(marks.settled(check))}"
            cells.append(f"[{color}]{text}[/{color}]")
        table.add_row(escape(clean_line(student)), *cells, _points(result))
    return table


def _summary(
    screen: Console, course, release, results, graded: list, absent: list[str], seconds: float
) -> None:
    from autograder.gradebook import Gradebook

    counts = {}
    for result in results.values():
        counts[result.verdict.value] = counts.get(result.verdict.value, 0) + 1
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    if graded:
        rate = f", {60 * len(graded) / seconds:.0f} a minute"
        screen.print(f"{len(graded)} submissions graded in {seconds:.1f} s{rate}")
    else:
        screen.print("nothing to do: every submission has its result")
    screen.print(f"{len(results)} results: {verdicts}")
    waiting = [s for s, r in results.items() if _points(r).startswith("open")]
    if waiting:
        screen.print(f"a person has to decide on: {escape(', '.join(map(clean_line, waiting)))}")
    if absent:
        screen.print(f"nothing handed in by: {escape(', '.join(absent))}")
    for place in (course / f"{release.assignment}.csv", Gradebook(course).name):
        screen.print(f"  {place}", soft_wrap=True, markup=False)
