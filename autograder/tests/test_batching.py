"""What only chapter 4 promises: its practice page, its hints, and what its checks leave open."""

import re
from pathlib import Path

import pytest
import torch
from torch import nn

import autograder
from autograder import checks, reading, release
from autograder.checks.batching.predict_in_batches import derive_predict
from autograder.checks.core import Case

ROOT = Path(__file__).parents[2]
CHECKS = checks.chapter_checks("batching")
IDEAS = [(check, idea) for check in CHECKS for idea in check.ideas]


def test_the_practice_page_says_what_the_notebook_says():
    released = release.load("04-batching", ROOT)
    text = "\n".join(cell.source for cell in released.nb.cells)
    said = re.findall(r"\*Difficulty: (\w+) · (\d+) minutes · (\d+) points", text)
    names = [cell.bindings[0] for cell in released.checks]
    page = (ROOT / "book" / "batching" / "practice.md").read_text("utf-8")
    rows = re.findall(r"^\| \d \| `(\w+)`[^|]*\| (\w+) \| (\d+) \| (\d+) \|", page, re.M)
    assert rows == [(name, *facts) for name, facts in zip(names, said, strict=True)]
    total = sum(int(points) for *_, points in rows)
    assert f"six exercises, {total} points in all" in page and len(rows) == 6


SOLUTIONS = (
    "weight.T",
    "weight.mT",
    "flatten(1)",
    "start_dim",
    ".split(",
    "torch.cat",
    "square().mean",
    "einsum",
    "[:, None]",
    "bn.running_var + bn.eps",
    "rsqrt",
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
    ("sizes", "in_order"),
    [
        ([3, 3, 1], True),
        ([3, 2, 2], True),  # even pieces
        ([1, 3, 3], True),
        ([3, 3, 3, 1], True),  # one more, to find out a shape
        ([7], False),
        ([4, 3], False),
        ([1, 1, 1, 1, 1, 1, 1], False),
        ([True, 3, 3], False),
    ],
)
def test_batches_need_not_be_cut_our_way_but_none_too_large_and_few(sizes, in_order):
    case = Case("", {"x": torch.ones(7, 2), "x_second": torch.ones(2, 2), "batch_size": 3})
    found = derive_predict(case, {"batches": sizes})["batches"]
    assert found == ([3, 3, 1] if in_order else sizes)


def test_a_layer_of_pytorchs_own_is_found_by_reading():
    source = "import torch.nn.functional as F\ndef linear(x, weight, bias=None):\n    return F.{}"
    check = checks.find("batching/linear")
    found = reading.find([source.format("linear(x, weight, bias)")], ["linear"], check.forbidden)
    assert found == ["F.linear (F.linear)"]
    assert not reading.find([source.format("relu(x)")], ["linear"], check.forbidden)


def test_rows_that_share_memory_with_the_images_are_in_order():
    def flatten_images(images):
        if images.dim() != 4:
            raise ValueError("four dimensions")
        return images.flatten(1)

    images = torch.ones(2, 1, 2, 2)
    assert flatten_images(images).data_ptr() == images.data_ptr()
    assert autograder.evaluate("batching/flatten-images", flatten_images, seed=1).passed


def test_a_message_about_the_mode_of_parts_says_which_part_stood_how():
    def predict_in_batches(model, x, batch_size):
        if batch_size < 1:
            raise ValueError("batch_size")
        training = model.training
        model.eval()
        with torch.no_grad():
            y = torch.cat([model(batch) for batch in x.split(batch_size)])
        model.train(training)
        return y

    result = autograder.evaluate("batching/predict-in-batches", predict_in_batches, seed=1)
    assert (result.idea, result.points) == ("mode-of-parts", 3)
    assert "training mode of the model and its parts" in result.tried
    assert (result.got, result.due) == ("inner.1: True", "inner.1: False")


def test_only_a_linear_layer_counts_as_folded():
    def fold_batchnorm(linear, bn):
        if bn.running_mean is None or bn.num_features != linear.out_features:
            raise ValueError("cannot be folded")
        return nn.Sequential(linear, bn)

    result = autograder.evaluate("batching/fold-batchnorm", fold_batchnorm, seed=1)
    assert (result.idea, result.points) == ("not-a-linear", 0)
    assert (result.got, result.due) == ("Sequential", "nn.Linear")
