"""Whatever a submission's process answers, the judge ends with a verdict and gives nothing away."""

from __future__ import annotations

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder import checks, wire
from autograder.checks import judge
from autograder.results import Verdict

CHECKS = [checks.find(name) for name in checks.names()]

tensors = st.sampled_from(
    [
        torch.zeros(()),
        torch.zeros(3),
        torch.full((2, 3), float("nan")),
        torch.ones(2, 3, dtype=torch.float64),
        torch.zeros(0, 4),
        torch.tensor([True, False]),
        torch.ones(2, 2, dtype=torch.complex64),
    ]
)
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=30),
    tensors,
    st.just(wire.Opaque("Liar")),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=8), inner, max_size=3),
    ),
    max_leaves=6,
)


def facets_of(check) -> list[str]:
    """The names that an honest answer has, so that forged ones reach every comparison."""
    case = check.draw(1)[0]
    return [*check.answer(check.reference, case), "raised", "kind", "forbidden"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_forged_answer_breaks_the_judge_or_earns_points(check, data):
    names = st.one_of(st.sampled_from(facets_of(check)), st.text(max_size=8))
    answer = data.draw(st.one_of(st.dictionaries(names, trees, max_size=6), trees))
    travelled = wire.decode(wire.encode(answer))
    result = judge.evaluate(check.exam(1), lambda case: travelled, data.draw(st.booleans()))
    assert result.verdict is not Verdict.PASSED
    assert result.points == 0
    assert len(result.message) < 10_000


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_one_forged_facet_among_right_ones_is_seen(check, data):
    facet = data.draw(st.sampled_from([f for f in facets_of(check) if f not in check.silent]))
    forged = data.draw(trees)

    def ask(case):
        answer = check.answer(check.reference, case)
        honest = answer.get(facet)
        same = wire.encode(honest) == wire.encode(forged)
        return answer | {facet: [forged, "not what was due"] if same else forged}

    result = judge.evaluate(check.exam(1), ask, reveal=False)
    assert facet == "forbidden" or result.verdict is not Verdict.PASSED


@pytest.mark.parametrize("name", ["{", "{}", "{m.__class__}", "%s", "%"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_name_that_nobody_asked_for_is_only_a_word(check, name):
    result = judge.evaluate(check.exam(1), lambda case: {name: None}, reveal=True)
    assert result.points == 0 and "<class" not in result.message


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_that_are_no_message_are_refused(message):
    try:
        wire.decode(message)
    except wire.WireError:
        return
    assert wire.decode(message) is not NotImplemented  # the rare bytes that happen to be one


@settings(max_examples=200, deadline=None)
@given(trees)
def test_what_travels_arrives(tree):
    sent = wire.decode(wire.encode(tree))
    assert repr(sent) == repr(wire.decode(wire.encode(sent)))
