"""The folder of results: one JSON file a submission, from which everything else can be made again.

An entry's name holds the student and the key of what was graded: the submission, the release, the
engine, the seed. The same key means the same result, so going on after an interruption is skipping
what is there.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from autograder.errors import UserError
from autograder.files import fitting, write_atomically
from autograder.results import SubmissionResult

KEY_LENGTH = 20  # hexadecimal digits in a file's name


@dataclass(frozen=True)
class Entry:
    """What was found for one student, and when it had been handed in."""

    student: str
    key: str
    result: SubmissionResult
    timestamp: datetime | None = None  # UTC


def key(*parts: bytes) -> str:
    """The name of what is graded: equal only where all ``parts`` are equal."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:KEY_LENGTH]


class Journal:
    """The results of one assignment in ``course``, one entry a student."""

    def __init__(self, course: Path, assignment: str):
        self.folder = course / "journal" / assignment
        self._files: dict[str, list[Path]] = {}  # by student; more than one after a crash

    def read(self) -> dict[str, Entry]:
        """The newest entry of each student, by student. UserError for a file that is none."""
        entries: dict[str, Entry] = {}
        self._files.clear()
        for path in sorted(self.folder.glob("*.json"), key=_written):
            entry = _parse(path)
            entries[entry.student] = entry
            self._files.setdefault(entry.student, []).append(path)
        return dict(sorted(entries.items()))

    def write(self, entry: Entry) -> None:
        """Store ``entry`` in the place of an older one of the same student.

        What cells showed is left out: it stands in the graded notebook.
        """
        cells = [replace(run, outputs=[]) for run in entry.result.cells]
        fields = {
            "student": entry.student,
            "key": entry.key,
            "timestamp": entry.timestamp and entry.timestamp.isoformat(),
            "result": replace(entry.result, cells=cells).to_dict(),
        }
        path = self.folder / f"{fitting(entry.student, 200)}.{entry.key}.json"
        write_atomically(path, json.dumps(fields, indent=1, ensure_ascii=True) + "\n")
        for old in self._files.get(entry.student, []):
            if old != path:
                old.unlink(missing_ok=True)
        self._files[entry.student] = [path]

    def sweep(self) -> None:
        """Remove what a killed grader left half written. For whoever holds the course alone."""
        for path in self.folder.glob(".*"):
            with suppress(OSError):
                path.unlink()


def read(course: Path, assignment: str) -> dict[str, SubmissionResult]:
    """All results of ``assignment`` by student, sorted; empty if nothing was graded."""
    entries = Journal(course, assignment).read()
    return {student: entry.result for student, entry in entries.items()}


def assignments(course: Path) -> list[str]:
    """The assignments that have results in ``course``, sorted."""
    return sorted({path.parent.name for path in (course / "journal").glob("*/*.json")})


def _written(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def _parse(path: Path) -> Entry:
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        timestamp = fields["timestamp"] and datetime.fromisoformat(fields["timestamp"])
        result = SubmissionResult.from_dict(fields["result"])
        return Entry(str(fields["student"]), str(fields["key"]), result, timestamp)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"{path}: not an entry of the journal ({type(error).__name__}). "
            "Move the file away and grade again; only that submission is graded anew."
        ) from None
