"""Every check against its corpus: wrong answers rejected and named, right ones never."""

import functools
import random
import re
import warnings
from pathlib import Path

import pytest
import torch
from torch import nn

import autograder
from autograder import checks, pages, probes
from autograder.checks import judge
from autograder.checks.core import LEFT_BEHIND, Evidence, close
from autograder.errors import UserError
from autograder.results import Verdict
from autograder.truth import CORPUS, check_of, corpus_files, header, load

BOOK = Path(__file__).parents[2] / "book"
CHECKS = [check for chapter in checks.MODULES for check in checks.chapter_checks(chapter)]
FILES = [path for name in checks.ASSIGNMENTS.values() for path in corpus_files(name)]
IDEAS = [(check, idea) for check in CHECKS for idea in check.ideas]
MODELS = [(check, idea, model) for check, idea in IDEAS for model in idea.models]


@functools.cache
def cases_and_truths(name: str, seed: int):
    check = checks.find(name)
    cases = check.draw(seed)
    return cases, [check.model_answer(check.reference, case) for case in cases]


def judged(check, candidate, seed: int, reveal: bool = True):
    """As `autograder.evaluate`, and faster: the truth of a seed is worked out only once, answers do
    not travel, and what is forbidden is not looked for."""
    cases, truths = cases_and_truths(check.name, seed)
    answers = [check.model_answer(candidate, case) for case in cases]
    return judge.conclude(Evidence(check, cases, answers, truths), reveal)


def name(value) -> str:
    return getattr(value, "name", None) or getattr(value, "stem", str(value))


# ------------------------------------------------------------------- the corpus


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_verdict_and_idea(path):
    expected = header(path)
    result = autograder.evaluate(check_of(path).name, load(path), seed=1)
    found = [(result.verdict.value, result.idea)]
    more = {"review": (), "passed": (2,)}.get(expected[0], (2, 3))
    for seed in more:
        again = judged(check_of(path), load(path), seed)
        found.append((again.verdict.value, again.idea))
    assert found == [expected] * len(found), result.message


def test_the_corpus_is_as_large_as_the_course_promises():
    mutants = [path for path in FILES if path.parts[-2] == "mutants"]
    assert len(mutants) >= 40
    for check in CHECKS:
        mine = [path for path in FILES if check_of(path) is check]
        assert sum(path.parts[-2] == "variants" for path in mine) >= 8


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_each_idea_is_reached_by_a_mutant(check):
    reached = {header(path)[1] for path in FILES if check_of(path) is check}
    assert {idea.name for idea in check.ideas} <= reached


# ------------------------------------------------------------------- references and models


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_the_reference_passes_whatever_the_seed(check):
    for seed in range(50):
        assert autograder.evaluate(check.name, check.reference, seed=seed).passed, seed


@pytest.mark.parametrize(("check", "idea"), IDEAS, ids=name)
def test_a_model_is_rejected_by_the_name_of_its_idea(check, idea):
    for model in idea.models:
        result = judged(check, model, seed=4)
        assert result.verdict in (Verdict.FAILED, Verdict.PARTLY, Verdict.ERROR)
        assert result.idea == idea.name, result.message


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_no_two_ideas_have_models_that_answer_alike(check):
    """Such a pair would have to share one message that names both."""
    cases, _ = cases_and_truths(check.name, 5)
    held_by: dict[str, str] = {}
    for idea in check.ideas:
        for model in idea.models:
            prints = str([fingerprint(check.model_answer(model, case)) for case in cases])
            assert held_by.setdefault(prints, idea.name) == idea.name


def fingerprint(value):
    """What is left of an answer when rounding is forgotten; exceptions are alike."""
    if isinstance(value, dict):
        return {k: k if k == "raised" else fingerprint(v) for k, v in value.items()}
    if isinstance(value, torch.Tensor):
        return value.dtype, value.shape, (100 * value.double()).round().tolist()
    return value


def test_names_of_ideas_are_told_apart():
    for check in CHECKS:
        names = [idea.name for idea in check.ideas]
        assert len(names) == len(set(names))


# ------------------------------------------------------------------- words


@pytest.mark.parametrize(("check", "idea"), IDEAS, ids=name)
def test_a_hint_points_to_a_section_that_exists(check, idea):
    page, _, anchor = idea.page.partition("#")
    assert page in pages.TITLES
    text = (BOOK / f"{page}.md").read_text("utf-8")
    assert f"({anchor})=" in text.splitlines()


SOLUTIONS = (
    "x @ self.weight.T",
    "self.weight.T + self.bias",
    "out_features * (in_features + 1)",
    "(in + 1)",
    "p.numel() for p in",
    "grad_output @ weight",
    "grad_output.T @ x",
    "grad_output.sum(",
    "weight.copy_(",
)


@pytest.mark.parametrize(("check", "idea"), IDEAS, ids=name)
def test_a_hint_is_short_and_does_not_print_the_solution(check, idea):
    assert 10 < len(idea.hint) < 300
    assert idea.hint.rstrip().endswith((".", "!"))
    assert not any(line in idea.hint for line in SOLUTIONS)


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_everything_the_probe_sees_has_words(check):
    cases, truths = cases_and_truths(check.name, 6)
    for case, truth in zip(cases, truths, strict=True):
        for facet in truth.keys() - check.silent - LEFT_BEHIND.keys():
            words = check.describe(case, facet)
            assert words.strip() and (check.takes in words or facet not in words), facet


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_hidden_cases_stay_hidden(check):
    """Feedback on a graded submission shows no number that was drawn, and nothing it answered."""
    for idea in check.ideas:
        for model in idea.models[:1]:
            result = judged(check, model, seed=7, reveal=False)
            assert result.got in ("another answer", "an exception")
            assert not re.search(r"\d\.\d", f"{result.tried} {result.due}")


def test_a_message_says_what_was_tried_what_came_out_and_what_was_due():
    class Linear(nn.Module):
        def __init__(self, in_features, out_features):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(out_features, in_features))
            self.bias = nn.Parameter(torch.randn(out_features))

        def forward(self, x):
            return x @ self.weight.T - self.bias

    result = autograder.evaluate("linear-layer/forward", Linear, seed=8)
    tried, x, weight, bias = result.tried.splitlines()
    assert tried.startswith("layer(x), with layer = Linear(")
    given = [torch.tensor(eval(line.split(" = ")[1])) for line in (x, weight, bias)]
    got, due = (torch.tensor(eval(text)) for text in (result.got, result.due))
    torch.testing.assert_close(due, given[0] @ given[1].T + given[2], rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(got, given[0] @ given[1].T - given[2], rtol=1e-3, atol=1e-3)
    for part in (result.got, result.due, result.hint):
        assert part in result.message


# ------------------------------------------------------------------- points


def gradients(bias_gradient):
    def linear_backward(x, weight, grad_output):
        if not x.dim() == weight.dim() == grad_output.dim() == 2:
            raise ValueError("two dimensions each")
        if x.shape[1] != weight.shape[1] or grad_output.shape != (len(x), len(weight)):
            raise ValueError("shapes do not fit")
        return grad_output @ weight, grad_output.T @ x, bias_gradient(grad_output)

    return linear_backward


def test_parts_earn_their_points_alone():
    result = autograder.evaluate("linear-layer/backward", gradients(lambda g: g.mean(0)), seed=1)
    assert (result.verdict, result.points) == (Verdict.PARTLY, 2)
    assert "Right already: grad_x, grad_weight." in result.message


def test_refusing_everything_earns_nothing():
    def linear_backward(x, weight, grad_output):
        raise ValueError("no")

    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert (result.verdict, result.points) == (Verdict.ERROR, 0)


def test_two_faults_side_by_side_name_one_of_them():
    def linear_backward(x, weight, grad_output):
        _, transposed, mean = gradients(lambda g: g.mean(0))(x, weight, grad_output)
        return grad_output @ weight, transposed.T, mean

    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert result.points == 1
    assert result.idea in ("mean-for-sum", "grad-weight-transposed")


def test_an_unknown_fault_is_not_guessed_at():
    def linear_backward(x, weight, grad_output):
        return gradients(lambda g: g.sum(0).cos() + 7)(x, weight, grad_output)

    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert (result.verdict, result.idea) == (Verdict.PARTLY, None)


def test_a_forbidden_call_earns_nothing_by_being_right_in_part():
    def linear_backward(x, weight, grad_output):
        x, weight = x.detach().requires_grad_(), weight.detach().requires_grad_()
        grad_x, grad_weight = torch.autograd.grad(x @ weight.T, (x, weight), grad_output)
        return grad_x, grad_weight, grad_output.mean(0)

    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert (result.verdict, result.points) == (Verdict.FAILED, 0)
    assert "Your code also used autograd" in result.message


# ------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("linear-layer/forwards", "linear-layer/forward"),
        ("linear_layer/backward", "linear-layer/backward"),
        ("count-parameters", "linear-layer/count-parameters"),
        ("copy_parameters", "linear-layer/copy-parameters"),
    ],
)
def test_an_unknown_check_suggests_the_nearest(asked, meant):
    with pytest.raises(UserError, match=f'Did you mean "{meant}"?'):
        autograder.evaluate(asked, object())


def test_a_name_like_no_check_lists_them_all():
    with pytest.raises(UserError) as caught:
        autograder.evaluate("qqq", object())
    assert all(check.name in str(caught.value) for check in CHECKS)


@pytest.mark.parametrize("objects", [(), (1, 2)])
def test_another_number_of_objects_says_what_to_write(objects):
    with pytest.raises(UserError, match=r'Write `check\("linear-layer/forward", Linear\)`'):
        autograder.evaluate("linear-layer/forward", *objects)


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        ("forward", nn.Linear(2, 3), "an instance of Linear"),
        ("forward", None, "None"),
        ("forward", lambda x: x, "a function"),
        ("backward", nn.Linear, "the class Linear"),
        ("backward", 3, "a value of type int"),
        ("count-parameters", "count", "a value of type str"),
    ],
)
def test_the_wrong_kind_of_thing_gets_its_own_sentence(asked, given, said):
    result = autograder.evaluate(f"linear-layer/{asked}", given, seed=1)
    assert (result.verdict, result.points) == (Verdict.FAILED, 0)
    assert f"was given {said}" in result.message
    assert "without parentheses" in result.message


def test_a_stub_is_missing_and_not_wrong():
    def linear_backward(x, weight, grad_output):
        raise NotImplementedError

    class Linear(nn.Module):
        def __init__(self, in_features, out_features):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(out_features, in_features))
            self.bias = nn.Parameter(torch.randn(out_features))

        def forward(self, x):
            raise NotImplementedError

    for check, stub in (("backward", linear_backward), ("forward", Linear)):
        result = autograder.evaluate(f"linear-layer/{check}", stub, seed=1)
        assert result.verdict is Verdict.MISSING


def test_torchs_own_not_implemented_is_not_a_stub():
    def linear_backward(x, weight, grad_output):
        return torch.empty(2, device="meta").to("cpu")

    with pytest.raises(NotImplementedError) as caught:
        linear_backward(None, None, None)
    assert not probes.is_stub(caught.value)
    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert result.verdict is not Verdict.MISSING


# ------------------------------------------------------------------- what is left behind


def state():
    return {
        "torch random": torch.get_rng_state().tolist(),
        "python random": random.getstate(),
        "dtype": torch.get_default_dtype(),
        "grad mode": torch.is_grad_enabled(),
        "deterministic": torch.are_deterministic_algorithms_enabled(),
        "fill": torch.utils.deterministic.fill_uninitialized_memory,
        "warnings": list(warnings.filters),
        "backward": torch.autograd._engine_run_backward,
        "layer": nn.Linear.__init__,
    }


LEAVING = ("grad_mode_left", "default_dtype_left", "random_state_left", "forbidden", "prints")


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.stem.startswith(LEAVING)],
    ids=lambda path: f"{path.parts[-3]}-{path.stem}",
)
def test_a_check_leaves_the_program_as_it_was(path, capfd):
    candidate = load(path)
    capfd.readouterr()
    before = state()
    autograder.evaluate(check_of(path).name, candidate, seed=1)
    assert state() == before
    assert capfd.readouterr() == ("", "")


def test_the_same_seed_gives_the_same_result():
    path = CORPUS / "02-linear-layer/forward/mutants/dropout_in_training.py"
    results = [autograder.evaluate("linear-layer/forward", load(path), seed=9) for _ in range(2)]
    assert results[0] == results[1]


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.float16, torch.bfloat16])
def test_close_is_assert_close(dtype):
    generator = torch.Generator().manual_seed(10)
    due = torch.randn(200, generator=generator, dtype=torch.float64)
    for size in torch.logspace(-10, 0, 200, dtype=torch.float64):
        found = (due + size * torch.randn(200, generator=generator, dtype=torch.float64)).to(dtype)
        try:
            torch.testing.assert_close(found[:1], due[:1].to(dtype))
            agrees = True
        except AssertionError:
            agrees = False
        assert close(found[:1], due[:1].to(dtype)) == agrees


def test_nan_is_never_right():
    nan = torch.tensor([float("nan")])
    assert not close(nan, nan)


def test_layers_that_do_not_fit_are_of_each_kind_in_every_draw():
    """Or a program that is wrong for one kind gets another verdict, once in a thousand draws."""
    check = checks.find("linear-layer/copy-parameters")
    for seed in range(30):
        misfits = [case.inputs for case in check.draw(seed) if not case.inputs["fits"]]
        assert {"ours", "ours, bias first", "torch"} == {case["source_by"] for case in misfits}


def test_no_hidden_number_of_a_drawn_net_is_near_zero():
    """There ReLU has a bend, and functions that are equal have different gradients."""
    check = checks.find("depth/mlp")
    for seed in range(1, 41):
        for inputs in (case.inputs for case in check.draw(f"v1-{seed}") if case.inputs["fits"]):
            h = inputs["x"]
            for layer in inputs["layers"][:-1]:
                h = nn.functional.linear(h, layer["weight"], layer["bias"])
                assert not (h.abs() < 1e-3).any()
                h = h.relu()


def test_of_two_faults_the_example_shows_the_one_that_is_named():
    def linear_backward(x, weight, grad_output):
        return grad_output @ weight, x.T @ grad_output, grad_output.mean(0)

    result = autograder.evaluate("linear-layer/backward", linear_backward, seed=1)
    assert result.idea == "mean-for-sum" and "grad_bias" in result.tried

    def fit_line(x, y, bias=True):
        dx, dy = x - x.mean(), y - y.mean()
        slope = (dx * dy).sum() / (dx * dx).sum()
        return slope, y.mean() - slope * x.mean() if bias else torch.tensor(0.0)

    result = autograder.evaluate("bias/fit-line", fit_line, seed=1)
    assert "dtype" in result.hint and result.got == "dtype float32"
