"""The tests of distributions behind chapter 5: they spare what is right and see what is not."""

import math

import pytest
import torch

from autograder import checks
from autograder.checks.init import initializers, laws, reset_parameters
from autograder.checks.init.laws import Law, conforms, repeats, sample

SIZES = (1, 2, 5, 40, 400, 4000, 20_000)


def drawn(kind, count, seed, size=1.0):
    generator = torch.Generator().manual_seed(seed)
    empty = torch.empty(count)
    if kind == "normal":
        return sample(empty.normal_(0, size, generator=generator))
    return sample(empty.uniform_(0.0 if kind == "positive" else -size, size, generator=generator))


@pytest.mark.parametrize("kind", ["uniform", "positive", "normal"])
@pytest.mark.parametrize("count", SIZES)
def test_what_is_drawn_from_a_law_conforms_to_it(kind, count):
    for seed in range(100):
        numbers = drawn(kind, count, seed, 0.3)
        assert conforms(numbers, Law(kind, 0.3)) and not repeats(numbers)


@pytest.mark.parametrize("factor", [0.97, 1.03, 1 / math.sqrt(3), math.sqrt(2), 1.1, 0.9])
def test_another_bound_is_seen_in_a_few_thousand_numbers(factor):
    assert not conforms(drawn("uniform", 3000, 1, factor), Law("uniform", 1.0))


@pytest.mark.parametrize("factor", [0.9, 1.1, math.sqrt(2), 1 / math.sqrt(2), math.sqrt(3)])
def test_another_standard_deviation_is_seen_in_ten_thousand_numbers(factor):
    assert not conforms(drawn("normal", 10_000, 1, factor), Law("normal", 1.0))


def test_another_shape_is_seen_with_the_same_standard_deviation():
    assert not conforms(drawn("uniform", 10_000, 1, math.sqrt(3)), Law("normal", 1.0))
    assert not conforms(drawn("normal", 10_000, 1, 1 / math.sqrt(3)), Law("uniform", 1.0))
    triangle = (drawn("uniform", 4000, 1)[torch.randperm(4000)] + drawn("uniform", 4000, 2)) / 2
    assert not conforms(sample(triangle), Law("uniform", 1.0))


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("kind", ["uniform", "normal"])
def test_the_largest_number_lies_where_the_level_says(kind, count):
    """The probabilities beyond both ends, worked out from the ends."""
    least, most = laws._extremes(kind, count)
    if kind == "uniform":
        assert least**count == pytest.approx(laws.LEVEL, rel=0.1)
    else:
        inside = math.erf(least / math.sqrt(2))
        assert count * math.log(inside) == pytest.approx(math.log(laws.LEVEL), rel=1e-3)
        assert count * math.erfc(most / math.sqrt(2)) == pytest.approx(laws.LEVEL, rel=1e-3)


def test_energy_and_shape_are_refused_as_rarely_as_the_bounds_say():
    """At a level that can be tried, 1e-2, of 2,000 samples at most 20 may be refused; of each."""
    t, refused = math.log(100), {"shape": 0, "above": 0, "below": 0}
    for seed in range(2000):
        z = drawn("normal", 200, seed)
        energy = z.square().sum().item()
        refused["above"] += energy > 200 + 2 * math.sqrt(200 * t) + 2 * t
        refused["below"] += energy < 200 - 2 * math.sqrt(200 * t)
        refused["shape"] += laws._distance(z, "normal") > math.sqrt(math.log(200) / 400)
    assert all(count <= 2 * 20 for count in refused.values()), refused


def test_repeats_are_seen_and_chance_is_not():
    numbers = drawn("uniform", 12_000, 3)
    assert repeats(sample(torch.cat([numbers, numbers[:2000]]))) >= 2000
    assert repeats(sample(numbers[:100].repeat(50))) == 4900


@pytest.mark.parametrize(
    ("check", "due"),
    [
        ("init/reset-parameters", reset_parameters._laws),
        ("init/xavier-uniform", initializers.laws("uniform", lambda i, o: 1.0)),
        ("init/kaiming-normal", initializers.laws("normal", lambda i, o: 1.0)),
    ],
)
def test_a_run_makes_no_more_tests_than_its_false_alarms_allow(check, due):
    """As the checks' docstrings count them: 3 or 6 a tensor, and one of two tensors together."""
    for seed in range(20):
        count = 0
        for case in checks.find(check).draw(seed):
            tests = [6 if law.kind == "normal" else 3 for law, _ in due(case).values() if law.size]
            count += sum(tests) + (len(tests) == 2)
        assert 0 < count * laws.LEVEL <= 1e-9
        assert count <= laws.TESTS
