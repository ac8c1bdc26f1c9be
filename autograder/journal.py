"""The folder of results: one JSON file a submission, from which tables and pages are made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from autograder.files import write_atomically
from autograder.results import SubmissionResult


def folder(course: Path, assignment: str) -> Path:
    """Where the results of ``assignment`` stand."""
    return course / "journal" / assignment


def write(course: Path, student: str, result: SubmissionResult) -> None:
    """Store one result; it replaces an older one of the same student whole or not at all."""
    entry = {"student": student, "result": result.to_dict()}
    text = json.dumps(entry, indent=1, ensure_ascii=True) + "\n"
    write_atomically(folder(course, result.assignment) / f"{_file_stem(student)}.json", text)


def _file_stem(student: str) -> str:
    # File systems stop at 255 bytes, which a folder's name may fill already.
    fits = len(student.encode("utf-8", "replace")) <= 200
    return student if fits else hashlib.sha256(student.encode("utf-8", "replace")).hexdigest()


def read(course: Path, assignment: str) -> dict[str, SubmissionResult]:
    """All results of ``assignment`` by student, sorted; empty if nothing was graded."""
    entries = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in folder(course, assignment).glob("*.json")
    ]
    entries.sort(key=lambda entry: entry["student"])
    return {e["student"]: SubmissionResult.from_dict(e["result"]) for e in entries}


def assignments(course: Path) -> list[str]:
    """The assignments that have results in ``course``, sorted."""
    return sorted({path.parent.name for path in (course / "journal").glob("*/*.json")})
