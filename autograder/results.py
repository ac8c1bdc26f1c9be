"""What a check concludes: a verdict, points, the wrong idea it recognized, words for a person."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import Enum


class Verdict(str, Enum):
    """How one check ended. Compares equal to its plain string."""

    PASSED = "passed"
    PARTLY = "partly"
    FAILED = "failed"
    ERROR = "error"  # the learner's code raised where it should have answered
    TIMEOUT = "timeout"
    KILLED = "killed"  # the process died: memory, a crash, os._exit
    MISSING = "missing"  # not written yet, or the name is not there
    MALFORMED = "malformed"  # the submitted file cannot be read as a notebook
    REVIEW = "review"  # only a person should decide
    GRADER_FAULT = "grader fault"  # ours; never recorded as a zero

    def __str__(self) -> str:
        return self.value

    __format__ = str.__format__

    @property
    def needs_person(self) -> bool:
        """Whether someone must look before this becomes a mark."""
        return self in (Verdict.REVIEW, Verdict.MALFORMED, Verdict.GRADER_FAULT)


@dataclass(frozen=True)
class Result:
    """The outcome of one check on one learner's work.

    ``idea`` is the name of the recognized wrong idea, or None. ``message`` is plain text and says
    everything; the remaining fields hold the same content in pieces, for pages that lay it out.
    """

    name: str
    verdict: Verdict
    points: float
    max_points: float
    idea: str | None = None
    message: str = ""
    tried: str = ""  # the case, in words and small numbers
    got: str = ""
    due: str = ""
    hint: str = ""  # what the recognized idea gets wrong
    page: str = ""  # "linear-layer/nn-linear-exactly#weight-shape", a place in the book
    # Case by case, where a check reports so: rows of words of ours, the first of them a header.
    table: list[list[str]] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.verdict is Verdict.PASSED

    def to_dict(self) -> dict:
        return asdict(self) | {"verdict": self.verdict.value}

    @classmethod
    def from_dict(cls, fields: dict) -> Result:
        return cls(**fields | {"verdict": Verdict(fields["verdict"])})


@dataclass(frozen=True)
class CellRun:
    """What one cell of the rebuilt notebook did: its nbformat outputs, bounded, or none."""

    cell_id: str
    outputs: list[dict] = field(default_factory=list)
    stopped: str = ""  # "", "error", "timeout" or "killed"


@dataclass(frozen=True)
class SubmissionResult:
    """One graded submission: a result for every check of the release, whatever was handed in.

    ``checks`` maps the grade_id of a check cell to its result, in the release's order.
    ``verdict`` sums them up: malformed and grader fault for the whole file, else review if any
    check asks for a person, passed if all passed, failed if no point was earned, else partly.
    """

    assignment: str
    notebook: str
    verdict: Verdict
    checks: dict[str, Result]
    cells: list[CellRun] = field(default_factory=list)
    notices: list[str] = field(
        default_factory=list
    )  # what was found altered, in the reader's words
    reason: str = ""  # why the whole submission is malformed, missing or a grader fault
    seconds: float = 0.0

    @property
    def points(self) -> float:
        return sum(result.points for result in self.checks.values())

    @property
    def max_points(self) -> float:
        return sum(result.max_points for result in self.checks.values())

    def to_dict(self) -> dict:
        return asdict(self) | {
            "verdict": self.verdict.value,
            "checks": {grade_id: result.to_dict() for grade_id, result in self.checks.items()},
        }

    @classmethod
    def from_dict(cls, fields: dict) -> SubmissionResult:
        return cls(
            **fields
            | {
                "verdict": Verdict(fields["verdict"]),
                "checks": {k: Result.from_dict(v) for k, v in fields["checks"].items()},
                "cells": [CellRun(**cell) for cell in fields["cells"]],
            }
        )
