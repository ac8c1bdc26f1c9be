"""The marks as a table: CSV a cell and a total, and files that Canvas and Moodle import.

Canvas: "How do I import grades in the Gradebook?" (Canvas Instructor Guide) asks for Student, ID,
SIS User ID and SIS Login ID (where a school uses them) and Section, then the assignments, and for a
row "Points Possible" below the header. Canvas looks for this order, with Section last before the
assignments, and for a student by ID (its own number), then SIS User ID, SIS Login ID and name. Here
all columns are written; what is not known stays empty.

Moodle: "Grade import" (docs.moodle.org) maps one column to users, by username, ID number or email
address, and others to a grade item and to its feedback. Grade and feedback have to be mapped both:
feedback alone deletes the grade.

All files are UTF-8 without a byte order mark: Moodle drops one, and for Canvas a quoted field
behind one is malformed. A field that a spreadsheet could take for a formula gets an apostrophe in
front (OWASP, "CSV Injection"), ids and names included.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping

from autograder import marks, present
from autograder.errors import UserError
from autograder.release import Release
from autograder.results import SubmissionResult
from autograder.scrub import clean_line

# By format: what our student ids may be in the LMS, and its column. The first is the default.
ID_COLUMNS: dict[str, dict[str, str]] = {
    "csv": {},
    "canvas": {"sis-login-id": "SIS Login ID", "sis-user-id": "SIS User ID"},
    "moodle": {"username": "Username", "idnumber": "ID number", "email": "Email address"},
}
FORMATS = tuple(ID_COLUMNS)

Row = list["str | float"]
Results = Mapping[str, SubmissionResult]
# By student: first_name, last_name, email and lms_user_id, each a text or None.
Students = Mapping[str, Mapping[str, "str | None"]]


def table(
    format: str,
    release: Release,
    results: Results,
    scores: Mapping[str, marks.Scores] | None = None,
    *,
    penalties: Mapping[str, float] | None = None,
    students: Students | None = None,
    id_column: str | None = None,
    column: str | None = None,
    feedback: bool = False,
) -> str:
    """The marks of the class as the text of a file.

    Args:
        format: one of `FORMATS`.
        release: gives the columns and their order.
        results: the result of each student.
        scores: points from the gradebook, which a person may have changed; they take precedence.
        penalties: points taken off for handing in late, by student.
        students: names, addresses and ids from the gradebook, as far as they are known.
        id_column: what our student ids are in the LMS, a key of ``ID_COLUMNS[format]``; the first
            if None. With ``email`` the gradebook's addresses are used where there are any.
        column: what the LMS calls the assignment, for one that exists in Canvas with its number,
            ``Linear layer (4711)``; our own name if None.
        feedback: for Moodle, whether to add a column with each check's verdict and points.

    A mark that a person has still to decide is empty and never 0. For Moodle the whole row is left
    out, since many versions make a 0 of an empty field in a new grade item: see `undecided`.

    Raises:
        UserError: no such format, or no such column for ids in it.
    """
    if format not in ID_COLUMNS:
        raise UserError(f"no format {format!r}; there is: {', '.join(FORMATS)}.")
    if format == "csv":
        return csv_table(release, results, scores, penalties)
    id_column = id_column or next(iter(ID_COLUMNS[format]))
    if id_column not in ID_COLUMNS[format]:
        there = ", ".join(ID_COLUMNS[format])
        raise UserError(f"no column {id_column!r} for ids in {format}'s file; there is: {there}.")
    known = {student: (students or {}).get(student, {}) for student in results}
    email = id_column == "email"
    ids = _distinct({s: person.get("email") if email else None for s, person in known.items()})
    totals = _totals(results, scores, penalties)
    title = defused(column or "") or defused(release.assignment)
    if format == "canvas":
        return _text(_canvas(release, totals, ids, known, id_column, title))
    told = {
        student: _told(result, (scores or {}).get(student), (penalties or {}).get(student, 0.0))
        for student, result in (results if feedback else {}).items()
    }
    return _text(_moodle(totals, ids, ID_COLUMNS[format][id_column], title, told))


def csv_table(
    release: Release,
    results: Results,
    scores: Mapping[str, marks.Scores] | None = None,
    penalties: Mapping[str, float] | None = None,
) -> str:
    """CSV with a header: student, verdict, points, max, late penalty; points and verdict a check.

    ``points`` is what counts: the checks' sum without the late penalty. A cell that a person has
    still to decide is empty, and so is the total; neither is ever 0.
    """
    names = [check.check for check in release.checks]
    columns = [column for name in names for column in (name, f"{name} verdict")]
    ids, totals = _distinct(dict.fromkeys(results)), _totals(results, scores, penalties)
    rows: list[Row] = [["student", "verdict", "points", "max", "late penalty", *columns]]
    for student, result in results.items():
        points = marks.scores(result, (scores or {}).get(student))
        row: Row = [ids[student], defused(result.verdict.value), _number(totals[student])]
        row += [_number(release.max_points), _number((penalties or {}).get(student, 0.0))]
        for check in release.checks:
            verdict = result.checks[check.grade_id].verdict.value
            row += [_number(points[check.grade_id]), defused(verdict)]
        rows.append(row)
    return _text(rows)


def mark(
    result: SubmissionResult, recorded: marks.Scores | None = None, penalty: float = 0.0
) -> float | None:
    """The points that count, or None while a person has to decide on any of them.

    As in nbgrader, a late penalty takes off at most what there is.
    """
    total = marks.total(result, recorded)
    return None if total is None else max(0.0, total - penalty)


def undecided(results: Results, scores: Mapping[str, marks.Scores] | None = None) -> list[str]:
    """The students on whose marks a person has still to decide: those without one in a table."""
    return [student for student, total in _totals(results, scores).items() if total is None]


def defused(text: str) -> str:
    """``text`` in one line, with an apostrophe in front where a spreadsheet would see a formula."""
    # Only afterwards: what is in front of the sign may have been invisible.
    risky = _is_formula(text)
    text = clean_line(text)
    return f"'{text}" if risky or _is_formula(text) else text


def _is_formula(text: str) -> bool:
    # Some spreadsheets read full-width and other compatible forms of the signs as the signs.
    return bool(text) and unicodedata.normalize("NFKC", text[0])[0] in "=+-@\t\r\n"


def _distinct(texts: Mapping[str, str | None]) -> dict[str, str]:
    """For each student the text, or else their id, defused; no two alike, and none empty.

    Ids that only look alike once they are cleaned would share a mark, and Moodle gives the mark of
    a row without an id to the student above it.
    """
    wanted = {student: text or student for student, text in texts.items()}
    found, taken = {}, set()
    # First those that are what they seem.
    for student in sorted(wanted, key=lambda student: wanted[student] != defused(wanted[student])):
        name = field = defused(wanted[student]) or "(no name)"
        number = 2
        while field in taken:
            field, number = f"{name} ({number})", number + 1
        found[student] = field
        taken.add(field)
    return found


def _canvas(
    release: Release,
    totals: Mapping[str, float | None],
    ids: Mapping[str, str],
    known: Students,
    id_column: str,
    title: str,
) -> Iterable[Row]:
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]
    yield ["Points Possible", "", "", "", "", _number(release.max_points)]
    for student, points in totals.items():
        own = known[student]
        names = [own.get("last_name"), own.get("first_name")]
        # Canvas takes any row with these words in front for the one above.
        name = defused(", ".join(filter(None, names)) or ids[student]).replace(
            "Points Possible", "Points possible"
        )
        # Canvas reads the digits at the beginning, whatever follows, and asks this column first.
        number = own.get("lms_user_id") or ""
        number = number if number.isascii() and number.isdigit() else ""
        sis = {"sis-user-id": "", "sis-login-id": "", id_column: ids[student]}
        yield [name, number, sis["sis-user-id"], sis["sis-login-id"], "", _number(points)]


def _moodle(
    totals: Mapping[str, float | None],
    ids: Mapping[str, str],
    header: str,
    title: str,
    told: Mapping[str, str],
) -> Iterable[Row]:
    yield [header, title, *([f"{title} feedback"] if told else [])]
    for student, points in totals.items():
        if points is not None:
            yield [ids[student], _number(points), *([told[student]] if told else [])]


def _told(result: SubmissionResult, recorded: marks.Scores | None, penalty: float) -> str:
    """Verdict and points of each check, in our own words only: Moodle shows feedback as HTML."""
    parts = []
    for grade_id, points in marks.scores(result, recorded).items():
        check = result.checks[grade_id]
        own = points == marks.settled(check)
        words = present.WORDS[check.verdict] if own else "decided by a person"
        name = check.name.rpartition("/")[2]
        parts.append(f"{name}: {words}, {marks.of(points, check.max_points)}")
    if penalty:
        parts.append(f"handed in late: {present.points(penalty)} off")
    total = mark(result, recorded, penalty)
    return f"{marks.of(total, result.max_points)} points. {'; '.join(parts)}."


def _totals(
    results: Results,
    scores: Mapping[str, marks.Scores] | None,
    penalties: Mapping[str, float] | None = None,
) -> dict[str, float | None]:
    return {
        student: mark(result, (scores or {}).get(student), (penalties or {}).get(student, 0.0))
        for student, result in results.items()
    }


def _text(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _number(points: float | None) -> str | float:
    if points is None:
        return ""
    return int(points) if points == int(points) else round(points, 4)
