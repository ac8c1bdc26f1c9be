"""Chapter 7: who stands in a lineup, what travels with them, and how seldom chance speaks."""

import json
import re
import sys
from pathlib import Path

import pytest
import torch

import autograder
from autograder import checks, reading
from autograder.checks import judge
from autograder.checks.core import Draw
from autograder.checks.pitfalls import experiment, impostor, lineup, plain_tensor
from autograder.probes import pitfalls_modules
from autograder.results import Verdict

CHECKS = checks.chapter_checks("pitfalls")
MODELS = [(c, idea, model) for c in CHECKS for idea in c.ideas for model in idea.models]

# ------------------------------------------------------------------- points


def test_a_full_mark_needs_the_required_ones_alone():
    assert [check.max_points for check in CHECKS] == [2, 2, 2, 2, 2, 3, 4, 4, 0, 0, 0, 0, 0]


def test_an_extra_says_so_and_is_kept_only_when_done(monkeypatch, tmp_path):
    monkeypatch.setenv("LINEAR_PROGRESS_FILE", str(tmp_path / "progress.json"))
    check = checks.find("pitfalls/missing-super")
    with pytest.raises(autograder.CheckFailed, match="an extra, without points"):
        autograder.check(check.name, torch.nn.Linear)
    assert not (tmp_path / "progress.json").exists()
    autograder.check(check.name, check.reference)
    assert json.loads((tmp_path / "progress.json").read_text()) == {check.name: 0.0}


@pytest.mark.parametrize(
    ("missed", "verdict", "points"),
    [(0, "passed", 4), (1, "partly", 3), (2, "partly", 3), (3, "partly", 2), (5, "partly", 2)]
    + [(6, "partly", 1), (10, "partly", 1), (11, "failed", 0), (20, "failed", 0)],
)
def test_points_for_the_hunt(missed, verdict, points):
    kinds = list(lineup.IMPOSTORS)
    result = told(lambda name: name in lineup.HONEST or name in kinds[:missed])
    assert (result.verdict.value, result.points) == (verdict, points)
    if 0 < missed < 15:
        assert result.idea == kinds[0]


def test_one_honest_class_turned_away_earns_nothing():
    result = told(lambda name: name in lineup.HONEST and name != "einsum")
    assert (result.verdict, result.points) == (Verdict.FAILED, 0)


def told(accepts):
    """The result of a test that accepts whom ``accepts`` names."""
    check = impostor.IMPOSTOR_CHECK
    exam = check.exam(3)

    def ask(case):
        said = [accepts(lineup.who(plan)) for plan in case.inputs["lineup"]]
        return {"said": said, "grad_mode_after": True, "default_dtype_after": "torch.float32"}

    return judge.evaluate(exam, ask, reveal=True)


# ------------------------------------------------------------------- lineups


def test_the_reference_judges_everyone_as_the_table_says():
    for seed in range(30):
        draw = Draw(seed)
        for turn in (0, 1):
            for plan in lineup.lineup(draw, turn):
                right = impostor.is_correct(pitfalls_modules.candidate(plan))
                assert right == (lineup.who(plan) in lineup.HONEST), (seed, lineup.who(plan))


def test_an_error_in_a_learners_test_counts_as_false():
    def is_correct(candidate):
        if candidate.__init__.__doc__ is None:
            raise AssertionError("wrong")

    result = autograder.evaluate("pitfalls/impostor", is_correct, seed=1)
    assert result.idea == "rejects-everything"


def test_each_plan_stands_for_one_kind():
    kinds = {**lineup.IMPOSTORS, **lineup.HONEST}
    for name, kind in kinds.items():
        assert all(lineup.who(kind.plan(Draw(1), turn)) == name for turn in range(4))


def test_lineups_are_drawn_anew_and_shuffled():
    first, second = (impostor.IMPOSTOR_CHECK.draw(seed) for seed in (1, 2))
    orders = [[lineup.who(plan) for plan in case.inputs["lineup"]] for case in [*first, *second]]
    assert len({tuple(order) for order in orders}) == 4
    assert len({tuple(sorted(order)) for order in orders}) == 1
    assert first[0].inputs != second[0].inputs


def test_no_word_of_the_truth_travels():
    """What is sent is numbers; from outside, all classes look alike."""
    cases = [*impostor.IMPOSTOR_CHECK.draw(4), *experiment.EXPERIMENT_CHECK.draw(4)]
    for case in cases:
        words = set(re.findall(r"[a-z]+", json.dumps(case.inputs)))
        assert words <= {"lineup", "answer", "build", "start", "number"}
    classes = [pitfalls_modules.candidate(plan) for plan in cases[0].inputs["lineup"]]
    outside = {(c.__name__, c.__qualname__, c.__module__, str(c.__doc__)[:20]) for c in classes}
    assert len({names[:3] for names in outside}) == 1
    public = {tuple(n for n in vars(c) if not n.startswith("__")) for c in classes}
    assert public == {("forward",)}


def test_a_learner_sees_no_plan_above_the_function():
    found = []

    def is_correct(candidate):
        frame = sys._getframe()
        while frame is not None:
            found.extend(v for v in frame.f_locals.values() if _holds_plan(v))
            frame = frame.f_back
        return True

    case = impostor.IMPOSTOR_CHECK.draw(5)[0]
    impostor.IMPOSTOR_CHECK.answer(is_correct, case)
    assert all(value == case.inputs or value is case for value in found)


def _holds_plan(value):
    return "'build'" in repr(value) if isinstance(value, (list, dict)) else False


LOOKS_INSIDE = [
    "def is_correct(c):\n    return c.forward.__closure__ is None",
    "import inspect\ndef is_correct(c):\n    return 'abs' not in inspect.getsource(c)",
    "from inspect import getsource as g\ndef is_correct(c):\n    return len(g(c)) > 9",
    "import sys\ndef is_correct(c):\n    return bool(sys._getframe().f_back.f_locals)",
    "import gc\ndef is_correct(c):\n    return len(gc.get_referrers(c)) > 2",
    "def is_correct(c):\n    return getattr(c.forward, '__code__').co_consts == ()",
]


@pytest.mark.parametrize("source", LOOKS_INSIDE)
def test_a_look_inside_is_for_a_person_to_judge(source):
    found = reading.find([source], ["is_correct"], lineup.INSIDE)
    assert found and all(words.startswith("a look inside (") for words in found)


def test_an_honest_test_is_no_look_inside():
    corpus = Path(__file__).parent / "corpus" / "07-pitfalls"
    for path in sorted(corpus.glob("*/*/*.py")):
        check = checks.find(f"pitfalls/{path.parts[-3]}")
        assert not reading.find([path.read_text("utf-8")], [check.takes], check.forbidden), path


# ------------------------------------------------------------------- chance


def test_first_weights_are_judged_far_from_where_honest_ones_fall():
    """The false-alarm rate is worked out in the module's docstring; here, that it is not near."""
    generator = torch.Generator().manual_seed(6)
    for _ in range(500):
        weight = 0.1 * torch.randn(plain_tensor.WIDE, generator=generator, dtype=torch.float64)
        size, largest = weight.pow(2).mean().sqrt().item(), weight.abs().max().item()
        assert 0.092 < size < 0.108 and largest > 2.8 * size


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_fresh_seeds_give_the_same_verdict(check):
    for seed in range(100, 130):
        assert autograder.evaluate(check.name, check.reference, seed=seed).passed, seed


@pytest.mark.parametrize(("check", "idea", "model"), MODELS, ids=lambda v: getattr(v, "name", "m"))
def test_a_bug_model_is_named_whatever_the_seed(check, idea, model):
    for seed in range(4):
        result = autograder.evaluate(check.name, model, seed=seed)
        assert (result.points, result.idea) == (0, idea.name), seed


# ------------------------------------------------------------------- words

CURES = (
    "ModuleList(",
    "0.1 * torch.randn",
    "list(model.parameters())",
    "model[-1] = head",
    "h.detach()",
    "super().__init__()",
    "flatten(1)",
    "unsqueeze(1)",
    "squeeze(1)",
    "model(sample)",
    ".dtype)",
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_no_hint_prints_a_cure(check):
    for idea in check.ideas:
        assert not any(cure in idea.hint for cure in CURES), idea.name
