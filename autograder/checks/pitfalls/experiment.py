"""pitfalls/experiment: a run that differs between PyTorch's layer and four articles.

What the learner's experiment returns is compared with itself: on layers that behave as PyTorch's
do it has to come out the same each time, and on layers that behave as an article claims it has to
come out otherwise. Which kind of layer stands at which place of the lineup is known here alone.

An honest experiment about the first weights decides by a threshold between the two bounds. For the
largest of 100 weights or more, drawn evenly up to 2.449 of PyTorch's bound, to stay below 1.6 of it
has a probability of 0.6533^100 < 1e-18.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.pitfalls.lineup import INSIDE
from autograder.checks.pitfalls.pages import EXACTLY, MYTHS

# Codes of the probe's layers: those that behave as PyTorch's do, and each article's.
GENUINE = (0, 1, 2)
PYTORCH = (0, 2)  # of the class nn.Linear itself
ARTICLES = {1: (10,), 2: (20,), 3: (30,), 4: (40, 41)}
LINEUP = (*GENUINE, *GENUINE, *(code for codes in ARTICLES.values() for code in codes))


def experiment(make_layer: Callable[[int, int], nn.Module]) -> Any:
    """The reference: four observations of one layer."""
    layer = make_layer(100, 60)
    before = sum(p.numel() for p in layer.parameters())
    if not before:
        return "no parameters before data"
    shape, largest = tuple(layer.weight.shape), layer.weight.abs().max().item()
    layer(layer.weight.new_zeros(0, 100))
    return before, shape, largest > 0.17, sum(p.numel() for p in layer.parameters())


def experiment_cases(draw: Draw) -> list[Case]:
    """Two lineups, each in an order of its own."""
    return [
        Case(
            f"lineup {turn} of 2",
            {"lineup": draw.random.sample(LINEUP, len(LINEUP))},
            frozenset({"lineup"}),
        )
        for turn in (1, 2)
    ]


def _compared(case: Case, facets: dict) -> dict:
    """From what came out for each layer to what can be told apart."""
    facets = dict(facets)
    results, codes = facets.pop("results", None), case.inputs["lineup"]
    if not isinstance(results, list) or len(results) != len(codes):
        return facets
    pairs = list(zip(codes, results, strict=True))
    genuine = [result for code, result in pairs if code in GENUINE]
    facets["same_for_pytorch"] = all(same(result, genuine[0]) for result in genuine)
    for article, its_codes in ARTICLES.items():
        results_of_it = [result for code, result in pairs if code in its_codes]
        facets[f"article_{article}"] = not any(same(r, genuine[0]) for r in results_of_it)
    return facets | {
        "of_pytorch": [result for code, result in pairs if code in PYTORCH],
        "of_others": [result for code, result in pairs if code in GENUINE and code not in PYTORCH],
        "plain": all(map(_is_plain, results)),
        "only_errors": all("raised" in result for result in results),
    }


def _is_plain(result: Any) -> bool:
    """Whether a result is, or is made of, values that can be compared; None says nothing."""
    if isinstance(result, dict) and set(result) == {"returned"}:
        return result["returned"] is not None and _travels(result["returned"])
    return True


def _travels(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_travels, value.values()))
    if isinstance(value, (list, tuple)):
        return all(map(_travels, value))
    return value is None or isinstance(value, (bool, int, float, str, Tensor))


_WORDS = {
    "same_for_pytorch": "whether experiment(make_layer) is the same for all layers like PyTorch's",
    "article_1": "whether experiment(make_layer) differs for layers without parameters before data",
    "article_2": "whether experiment(make_layer) differs for layers with a weight of (in, out)",
    "article_3": "whether experiment(make_layer) differs for layers that an empty batch empties",
    "article_4": "whether experiment(make_layer) differs for first weights up to √(6/in)",
    "raised": "experiment(make_layer)",
}


def describe_experiment(case: Case, facet: str) -> str:
    return _WORDS.get(facet, f"{facet} of experiment(make_layer)")


# ---------------------------------------------------------------------------- recognizers


def _all(evidence: Evidence, facet: str, value: bool) -> bool:
    return all(answer[facet] is value for answer in evidence.answers)


def _by_class(evidence: Evidence) -> bool:
    """The same within PyTorch's class and within another, and different between the two."""
    for answer in evidence.answers:
        pytorch, others = answer["of_pytorch"], answer["of_others"]
        steady = all(same(r, group[0]) for group in (pytorch, others) for r in group)
        if not steady or same(pytorch[0], others[0]):
            return False
    return True


def _undecided(article: int) -> Callable[[Evidence], bool]:
    return lambda evidence: f"article_{article}" in evidence.wrong_facets


IDEAS = (
    Idea(
        "always-an-error",
        "Every run ends in an error, whatever the layer is. An error can be a result, but one "
        "that always comes is an error of the experiment.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: _all(e, "only_errors", True),
    ),
    Idea(
        "no-plain-value",
        "What comes back cannot be compared: nothing, a layer, a generator. Return what you "
        "observed as numbers, texts, bools or tensors, also several in a tuple.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: _all(e, "plain", False),
    ),
    Idea(
        "looks-at-the-class",
        "The result depends on the class of the layer and not on what it does. A layer may behave "
        "as PyTorch's does and be of a class of its own.",
        f"{MYTHS}#decisive-experiment",
        when=_by_class,
    ),
    Idea(
        "differs-by-chance",
        "The result is another one each time, on one and the same kind of layer. What differs by "
        "itself cannot tell beliefs apart: ask a question whose answer chance does not change.",
        f"{MYTHS}#myth-random-output",
        when=lambda e: "same_for_pytorch" in e.wrong_facets,
    ),
    Idea(
        "tells-nothing-apart",
        "The result is always the same, also where an article should be right. Write down first "
        "what each predicts, and look where the predictions differ.",
        f"{MYTHS}#decisive-experiment",
        when=lambda e: all(_all(e, f"article_{article}", False) for article in ARTICLES),
    ),
    Idea(
        "article-1-undecided",
        "A layer whose parameters come with the first batch gives the same result. At which "
        "moment do the two predictions differ? An empty batch is a batch, too.",
        f"{MYTHS}#myth-parameters-before-data",
        when=_undecided(1),
    ),
    Idea(
        "article-2-undecided",
        "For which sizes, and by which property, do the two predictions differ? A layer whose "
        "weight lies the other way round gives the same result so far.",
        f"{EXACTLY}#weight-shape",
        when=_undecided(2),
    ),
    Idea(
        "article-3-undecided",
        "A layer that an empty batch leaves without parameters gives the same result. An empty "
        "batch has no rows and the right number of columns.",
        "pitfalls/no-parameters-innocent#innocent-input",
        when=_undecided(3),
    ),
    Idea(
        "article-4-undecided",
        "What do the two bounds predict for the largest of many weights, and what lies between? A "
        "layer whose first weights go up to √(6/in) gives the same result so far.",
        f"{MYTHS}#myth-xavier-or-he",
        when=_undecided(4),
    ),
)

EXPERIMENT_CHECK = Check(
    name="pitfalls/experiment",
    takes="experiment",
    kind="function",
    parts=tuple(
        Part(f"article {article}", 1, frozenset({"same_for_pytorch", f"article_{article}"}))
        for article in ARTICLES
    ),
    cases=experiment_cases,
    reference=experiment,
    answers=frozenset({"same_for_pytorch", *(f"article_{article}" for article in ARTICLES)}),
    ideas=IDEAS,
    describe=describe_experiment,
    derive=_compared,
    forbidden=INSIDE,
    silent=frozenset({"of_pytorch", "of_others", "plain", "only_errors"}),
    page=f"{MYTHS}#decisive-experiment",
)
