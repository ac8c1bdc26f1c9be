"""Whether a check says the same whatever the seed: on what is right, and on each wrong idea.

Right are the solution and all honest variants, whose rounding differs from ours. For an idea stands
one program: its first bug model, or, where no model exhausts it, the first file of the corpus that
holds it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import io
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from autograder import checks, probes, truth, workers
from autograder.checks import judge
from autograder.checks.core import Check, Exam
from autograder.results import Result

BLOCK = 10  # seeds that are tried at once
NAMED_EVERY = 50  # at one seed in so many the idea's name is compared too, which takes long
SOLUTION = "the solution"
VARIANT = "the variant "  # and its name

Seen = dict[str, Counter]  # for each program how often it got which verdict


def programs(check: Check) -> dict[str, Callable[[], Any]]:
    """What makes the solution, each variant, and the program of each idea, by the idea's name."""
    assignment = checks.ASSIGNMENTS[check.name.split("/")[0]]
    made = {SOLUTION: truth.solutions(assignment)[check.name].object}
    for path in _corpus(check.name):
        if path.parent.name == "variants":
            made[VARIANT + path.stem] = functools.partial(truth.load, path)
    for idea in check.ideas:
        if idea.models:
            made[idea.name] = functools.partial(_itself, idea.models[0])
        else:
            made[idea.name] = functools.partial(truth.load, _files(check.name)[idea.name])
    return made


def _itself(model: Any) -> Any:
    return model


def honest(program: str) -> bool:
    """Whether the program of this name has to pass."""
    return program == SOLUTION or program.startswith(VARIANT)


@functools.cache
def _corpus(name: str) -> list[Path]:
    assignment = checks.ASSIGNMENTS[name.split("/")[0]]
    return [path for path in truth.corpus_files(assignment) if truth.check_of(path).name == name]


@functools.cache
def _files(name: str) -> dict[str, Path]:
    """The first file of the corpus for each idea of a check."""
    return {truth.header(path)[1]: path for path in reversed(_corpus(name))}


def verdicts(
    check: Check, base: str, places: Iterable[int], only: Callable[[str], bool] = bool
) -> Seen:
    """The verdicts on each program whose name is such as ``only`` says, on seeds of ``base``.

    At every `NAMED_EVERY`-th place the name of the idea is looked at, too.
    """
    made = {name: make for name, make in programs(check).items() if only(name)}
    seen: Seen = {name: Counter() for name in made}
    for place in places:
        named = place % NAMED_EVERY == 0
        asked = check if named else dataclasses.replace(check, ideas=())
        exam = asked.exam(f"{base}-{place}")
        exam.known = {}  # what one program is compared with, the next is too
        for name, make in made.items():
            result = _judged(exam, make())
            right = not named or result.idea == (None if honest(name) else name)
            words = result.verdict.value
            seen[name][words if right else f"{words} as {result.idea}"] += 1
    return seen


def _judged(exam: Exam, candidate: Any) -> Result:
    """As in a notebook, without the journey of the answers and the watch on what is forbidden."""
    with probes.silenced():
        answers = [exam.check.model_answer(candidate, case) for case in exam.cases]
        return judge.conclude(exam.evidence(answers), reveal=False)


def run(
    names: list[str], base: str, seeds: int, jobs: int, done: Callable[[], None] = lambda: None
) -> dict[str, Seen]:
    """`verdicts` for the checks called ``names``, on seeds made from ``base``, in processes."""
    blocks = [(name, start) for start in range(0, seeds, BLOCK) for name in names]
    whole: dict[str, Seen] = {name: {} for name in names}
    for (name, _), seen in workers.run(_block, blocks, (base, seeds), jobs, apart=True):
        if isinstance(seen, workers.Lost):
            seen = {"its process": Counter({str(seen): 1, "none": 1})}
        for program, counts in seen.items():
            whole[name].setdefault(program, Counter()).update(counts)
        done()
    return whole


def _block(block: tuple[str, int], base: str, seeds: int) -> Seen:
    import torch

    torch.set_num_threads(1)
    name, start = block
    with contextlib.redirect_stdout(io.StringIO()), probes.series():
        return verdicts(checks.find(name), base, range(start, min(start + BLOCK, seeds)))


def unsteady(whole: dict[str, Seen]) -> list[str]:
    """A line for each program that did not get one and the same verdict each time."""
    return [
        f"{name}: {program}: " + ", ".join(f"{count} × {words}" for words, count in counts.items())
        for name, seen in whole.items()
        for program, counts in seen.items()
        if len(counts) > 1 or honest(program) != (set(counts) == {"passed"})
    ]
