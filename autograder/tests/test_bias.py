"""What only chapter 3 promises: how near a line has to come, and what its hints leave open."""

import pytest
import torch

import autograder
from autograder import checks
from autograder.checks.bias.fit_line import fit_line

CHECKS = checks.chapter_checks("bias")
IDEAS = [(check, idea) for check in CHECKS for idea in check.ideas]

SOLUTIONS = (
    "weight.T",
    "is None else",
    "register_parameter",
    "torch.cat",
    "ones_like",
    "bias[:, None]",
    "unsqueeze",
    "x @ y",
    "x.mean()",
    "F.pad",
)


@pytest.mark.parametrize(("check", "idea"), IDEAS, ids=lambda value: value.name)
def test_no_hint_holds_a_piece_of_a_solution(check, idea):
    assert not any(piece in idea.hint for piece in SOLUTIONS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_reference_never_raises(check):
    """A truth that was cut short would ask for the same mistake."""
    for seed in range(20):
        assert not any("raised" in truth for truth in check.exam(seed).truths)


@pytest.mark.parametrize(
    ("off", "dtypes", "right"),
    [
        (0.5e-4, (torch.float64,), True),
        (2e-4, (torch.float64,), False),
        (0.5e-3, (torch.float32,), True),
        (2e-3, (torch.float32,), False),
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_line_may_be_off_by_the_published_tolerance(off, dtypes, right, which):
    def almost(x, y, bias=True):
        line = list(fit_line(x, y, bias))
        if x.dtype in dtypes:
            line[which] = line[which] * (1 + off)
        return tuple(line)

    for seed in range(5):
        assert autograder.evaluate("bias/fit-line", almost, seed=seed).passed == right


@pytest.mark.parametrize("tiny", [1e-300, -1e-12, float("nan")])
def test_an_intercept_of_nearly_zero_is_not_zero(tiny):
    def almost(x, y, bias=True):
        slope, intercept = fit_line(x, y, bias)
        # In float64 only: float32 would make some of these zero.
        return slope, intercept if bias or x.dtype == torch.float32 else intercept + tiny

    result = autograder.evaluate("bias/fit-line", almost, seed=1)
    assert result.points == 2 and result.idea == "intercept-not-zero"
