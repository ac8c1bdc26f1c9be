"""Whatever is passed to a check, or comes back from what is passed: a plain sentence of its own.

Never a traceback, never a file of ours, never a grader fault, and never a full mark.
"""

import re
from pathlib import Path

import numpy
import pytest
import torch
from torch import nn

import autograder
from autograder import checks, present
from autograder.errors import UserError
from autograder.results import Verdict

CHECKS = [checks.find(name) for name in checks.names()]
OURS = {path.name for path in Path(autograder.__file__).parent.rglob("*.py")} - {"__init__.py"}


class Thing:
    """A class that is no module."""


def function(*arguments, **options):
    """A function where a class is due."""


PASSED = {
    "nothing": None,
    "a number": 3,
    "a name": "Linear",
    "an instance": nn.Linear(2, 3),
    "an instance of a class of one's own": Thing(),
    "a tensor": torch.ones(2),
    "a list": [nn.Linear],
}
WRONG_KIND = {"class": PASSED | {"a function": function}, "function": PASSED | {"a class": Thing}}
# A module can be called as a function can, and a function that is given a class is told apart.
WRONG_KIND["function"] = {
    name: value for name, value in WRONG_KIND["function"].items() if name != "an instance"
}

RETURNED = {
    "None": lambda: None,
    "a tuple": lambda: (1, 2.0),
    "a list": lambda: [1.0, 2.0],
    "a numpy array": lambda: numpy.ones((2, 3)),
    "NaN": lambda: torch.full((2, 3), float("nan")),
    "a scalar": lambda: 0.5,
    "a huge number": lambda: 10**6000,
    "a text": lambda: "?",
    "on the meta device": lambda: torch.empty(2, 3, device="meta"),
    "a sparse tensor": lambda: torch.eye(2).to_sparse(),
    "one that requires grad": lambda: torch.ones(2, 3, requires_grad=True),
    "of the wrong dtype": lambda: torch.ones(2, 3, dtype=torch.int64),
    "an object": lambda: Thing(),
    "a generator": lambda: (i for i in range(3)),
}
# What a tensor without numbers is called where a tensor is due.
SAID = {"on the meta device": "on the meta device", "a sparse tensor": "a sparse tensor"}
TENSORS_DUE = ("linear-layer/forward", "batching/linear", "batching/mse", "pitfalls/wrong-dtype")


def name(value) -> str:
    return getattr(value, "name", str(value))


def answering(check, make):
    """What the check takes, giving ``make()`` whatever it is asked."""
    if check.kind == "function":
        return lambda *arguments, **options: make()

    class Answers(nn.Module):
        """With the parameters that most contracts ask for."""

        def __init__(self, *sizes, **options):
            super().__init__()
            try:
                first, *_, last = (size for size in sizes if isinstance(size, int))
            except ValueError:
                first, last = 2, 3
            self.weight = nn.Parameter(torch.randn(last, first))
            self.bias = nn.Parameter(torch.randn(last))

        def forward(self, *arguments, **options):
            return make()

    return Answers


def require_plain_words(result) -> None:
    """No full mark, and words in which nothing of ours shows."""
    assert not result.passed and result.verdict is not Verdict.GRADER_FAULT
    assert result.points < result.max_points or not result.max_points
    said = f"{result.message}\n{present.text(result)}"
    assert result.message.strip()
    assert "Traceback" not in said and "grader fault" not in said
    assert not set(re.findall(r"\w+\.py\b", said)) & OURS
    assert "autograder." not in said and " object at 0x" not in said


@pytest.mark.parametrize(
    ("check", "what"),
    [(check, what) for check in CHECKS for what in WRONG_KIND[check.kind]],
    ids=name,
)
def test_the_wrong_kind_of_thing(check, what):
    result = autograder.evaluate(check.name, WRONG_KIND[check.kind][what], seed=1)
    require_plain_words(result)
    assert (result.verdict, result.points) == (Verdict.FAILED, 0)
    due = "the class itself" if check.kind == "class" else "the function itself"
    assert f"This check takes {due}, `{check.takes}`, and was given " in result.message
    assert f'Write `check("{check.name}", {check.takes})`' in result.message


@pytest.mark.parametrize("check", [c for c in CHECKS if c.kind == "function"], ids=name)
def test_a_module_or_a_function_that_cannot_be_called_like_this(check):
    for candidate in (nn.Linear(2, 3), lambda: None):
        require_plain_words(autograder.evaluate(check.name, candidate, seed=1))


@pytest.mark.parametrize("check", [c for c in CHECKS if c.kind == "class"], ids=name)
def test_a_class_that_is_no_module_or_cannot_be_built(check):
    for candidate in (Thing, int, nn.Module, nn.ReLU):
        require_plain_words(autograder.evaluate(check.name, candidate, seed=1))


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_nothing_at_all_and_too_much(check):
    for objects in ((), (Thing, Thing)):
        with pytest.raises(UserError, match=re.escape(f'check("{check.name}", {check.takes})')):
            autograder.evaluate(check.name, *objects)


# What these two ask is whether numbers survive a copy or a file; what forward returns otherwise is
# the business of the other checks on the same class.
ABOUT_STATE = ("capstone/state-dict", "capstone/copying")
RIGHT_NUMBERS = ("one that requires grad", "of the wrong dtype")


@pytest.mark.parametrize("what", RETURNED)
@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_whatever_comes_back(check, what):
    if check.name in ABOUT_STATE and what in RIGHT_NUMBERS:
        other = checks.find("capstone/forward")
        require_plain_words(
            autograder.evaluate(other.name, answering(other, RETURNED[what]), seed=1)
        )
        return
    result = autograder.evaluate(check.name, answering(check, RETURNED[what]), seed=1)
    require_plain_words(result)
    assert result.tried and result.got and result.due
    if what in SAID and check.name in TENSORS_DUE:
        assert f"What comes back is {SAID[what]}" in result.message
