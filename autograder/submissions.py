"""What was handed in: found by listing folders, read as bytes, and not trusted in any way."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.errors import UserError
from autograder.release import Release, assignments, course_root
from autograder.scrub import clean_line

MAX_NOTEBOOK = 20 * 2**20  # bytes
MAX_TIMESTAMP = 100


@dataclass(frozen=True)
class Content:
    """What one submission holds: ``data`` is None where there is no notebook to read."""

    data: bytes | None
    refused: str = ""  # why what is there was not read: a link, a device, too large
    timestamp: datetime | None = None  # UTC, from timestamp.txt


@dataclass(frozen=True)
class Submission:
    """Where one student's notebook is. It is read when its turn comes: a class may not fit into
    memory."""

    student: str
    folders: tuple[Path, ...]  # the student's, and the assignment's in it
    notebook: str

    def read(self) -> Content:
        """The notebook's bytes, or why they are not to be had. Raises nothing."""
        place = self.folders[-1]
        try:
            for folder in self.folders:
                if not stat.S_ISDIR(folder.lstat().st_mode):
                    raise RefusedError(f"{folder.name} is not a folder but a link or a file")
            data = read_file(place / f"{self.notebook}.ipynb", MAX_NOTEBOOK)
            return Content(data, timestamp=_timestamp(place))
        except RefusedError as refusal:
            return Content(None, refused=clean_line(str(refusal)))
        except OSError as error:
            return Content(None, refused=f"it cannot be read ({error.strerror})")


class RefusedError(Exception):
    """The file is there, and is not one to open."""


def find(course: Path, release: Release) -> tuple[list[Submission], list[str]]:
    """Every submission of ``release`` in ``course``, sorted by student.

    Returns:
        the submissions, and the students who have a folder but nothing for this assignment.
    Raises:
        UserError: no course, no submitted/, or no submission in it.
    """
    place = f"submitted/<student>/{release.assignment}/{release.notebook}.ipynb"
    expected = f"expected {course}/{place}"
    if not course.is_dir():
        raise UserError(f"{course}: no such folder; {expected}. Create it, or say --course DIR.")
    if not (course / "submitted").is_dir():
        raise UserError(
            f"{course}: holds no submitted/; {expected}. Collect the submissions there first."
        )
    try:
        folders = sorted(
            (entry for entry in os.scandir(course / "submitted") if _is_student(entry)),
            key=lambda entry: entry.name,
        )
    except OSError as error:
        reason = f"cannot be listed ({error.strerror})"
        raise UserError(f"{course / 'submitted'}: {reason}; {expected}.") from None
    submissions, absent = [], []
    for entry in folders:
        folder = Path(entry.path)
        if entry.is_symlink() or _is_there(folder / release.assignment):
            submissions.append(at(folder, release))
        else:
            absent.append(clean_line(entry.name))
    if not submissions:
        raise UserError(
            f"{course / 'submitted'}: no submission of {release.assignment}; {expected}. "
            "Collect the submissions there first."
        )
    return submissions, absent


def handed_in(course: Path) -> list[str]:
    """The names of the released assignments that somebody in ``course`` handed in, sorted.

    Raises:
        UserError: there is none.
    """
    found = [
        name
        for name in assignments(course_root(), "exercises")
        if any(_is_there(folder / name) for folder in (course / "submitted").glob("[!.]*"))
    ]
    if not found:
        raise UserError(
            f"{course}: nothing of this course's assignments was handed in; expected "
            f"{course}/submitted/<student>/<assignment>/. Collect the submissions there first."
        )
    return found


def _is_student(entry: os.DirEntry) -> bool:
    return not entry.name.startswith(".") and (entry.is_symlink() or entry.is_dir())


def at(folder: Path, release: Release) -> Submission:
    """The submission in the folder of one student."""
    # A name that is not UTF-8 still needs a row; SQLite, CSV and HTML want text.
    student = os.fsencode(folder.name).decode("utf-8", "backslashreplace")
    return Submission(student, (folder, folder / release.assignment), release.notebook)


def _is_there(path: Path) -> bool:
    """Whether something may be at ``path``: what cannot be looked at gets a verdict of its own."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def read_file(path: Path, limit: int) -> bytes | None:
    """The bytes of a regular file, or None if there is none.

    Raises:
        RefusedError: it is a link, a pipe, a device or a folder, or larger than ``limit``.
    """
    # No following of links, and no waiting for the other end of a pipe.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise RefusedError(f"{path.name} is not a regular file but a link, a pipe or a folder")
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(f"{path.name} is not a regular file")
        data = file.read(limit + 1)
    if len(data) > limit:
        raise RefusedError(f"{path.name} is larger than {limit // 2**20 or 1} MiB")
    return data


def _timestamp(place: Path) -> datetime | None:
    """When it was handed in, as nbgrader's exchange notes it; None if missing or unreadable."""
    from nbgrader.utils import parse_utc

    try:
        text = read_file(place / "timestamp.txt", MAX_TIMESTAMP)
        return parse_utc(text.decode("ascii").strip()) if text else None
    except (RefusedError, ValueError, OverflowError, OSError):
        return None
