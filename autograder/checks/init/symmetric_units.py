"""init/has-symmetric-units: whether two hidden units are locked together for good."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import c_float
from itertools import combinations
from operator import eq
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.init.drawing import text_says
from autograder.checks.init.pages import OWN, WRITING

SYMMETRY = f"{OWN}#symmetry"


class _Numbers:
    """The numbers of two layers as lists of floats, which compare fast and exactly.

    ``rows[i]``, ``biases[i]`` and ``columns[i]`` are what belongs to unit i; ``outputs`` are the
    rows of the second weight and ``output_biases`` its bias.
    """

    def __init__(self, first: nn.Linear, second: nn.Linear):
        self.rows = first.weight.tolist()
        self.biases = [None] * len(self.rows) if first.bias is None else first.bias.tolist()
        self.columns = second.weight.T.tolist()
        self.outputs = second.weight.tolist()
        self.output_biases = [] if second.bias is None else second.bias.tolist()


Agree = Callable[[_Numbers, int, int], bool]


def _agreeing(*agree: Agree) -> Callable:
    """A test that looks for two units for which all of ``agree`` hold."""

    def has_symmetric_units(first: nn.Linear, second: nn.Linear) -> bool:
        _require_fit(first, second)
        numbers = _Numbers(first, second)
        pairs = combinations(range(first.out_features), 2)
        return any(all(a(numbers, i, j) for a in agree) for i, j in pairs)

    return has_symmetric_units


def _require_fit(first: nn.Linear, second: nn.Linear) -> None:
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} units out, {second.in_features} in")


def _row(n: _Numbers, i: int, j: int) -> bool:
    return n.rows[i] == n.rows[j]


def _bias(n: _Numbers, i: int, j: int) -> bool:
    return n.biases[i] == n.biases[j]


def _column(n: _Numbers, i: int, j: int) -> bool:
    return n.columns[i] == n.columns[j]


has_symmetric_units = _agreeing(_row, _bias, _column)  # the reference


# ---------------------------------------------------------------------------- the cases


class _Units:
    """The numbers of two layers, in which units are made to agree."""

    def __init__(self, draw: Draw, sizes: tuple[int, int, int], bias: bool, dtype: str):
        inputs, units, outputs = sizes
        self.draw, self.units = draw, units
        self.rows = draw.tensor(units, inputs, dtype=dtype)
        self.biases = draw.tensor(units, dtype=dtype) if bias else None
        self.columns = draw.tensor(outputs, units, dtype=dtype)
        self.outputs = draw.tensor(outputs, dtype=dtype)

    def agree(self, i: int, j: int, *parts: str) -> _Units:
        """Unit ``j`` gets the row, bias and column of unit ``i``, as far as ``parts`` name them."""
        if "row" in parts:
            self.rows[j] = self.rows[i]
        if "bias" in parts and self.biases is not None:
            self.biases[j] = self.biases[i]
        if "column" in parts:
            self.columns[:, j] = self.columns[:, i]
        return self


ALL = ("row", "bias", "column")


def symmetric_cases(draw: Draw) -> list[Case]:
    """Twenty-five pairs of layers that fit, and three that do not; all of them are small.

    Each is asked again after one number was changed: where there were twins, they part.
    """
    return [make(draw) for make in _MAKERS] + _misfits(draw)


def _made(
    draw: Draw,
    label: str,
    twins: tuple[int, ...],
    change: Callable[[_Units], Any] | None = None,
    sizes: tuple[int, int, int] | None = None,
    bias: bool = True,
    dtype: str = "float32",
    parts: tuple[str, ...] = ALL,
) -> Case:
    """Units ``twins`` agree in ``parts``, and ``change`` does what else is special."""
    if sizes is None:
        inputs, outputs = draw.sizes(2, 2, 4)
        sizes = (inputs, draw.random.randint(5, 7), outputs)
    units = _Units(draw, sizes, bias, dtype)
    for other in twins[1:]:
        units.agree(twins[0], other, *parts)
    if change is not None:
        change(units)
    return _case(draw, label, units, twins, parts, nearly=change is not None)


def _case(draw: Draw, label: str, units: _Units, twins: tuple, parts: tuple, nearly: bool) -> Case:
    # What is only nearly symmetric stays so: another unit's number is changed then.
    symmetric = bool(twins) and parts == ALL and not nearly
    others = [i for i in range(units.units) if i not in twins] or [0]
    unit = twins[0] if symmetric else others[-1]
    layer = draw.random.choice(["first.weight", "second.weight"]) if symmetric else "first.weight"
    row = draw.random.randrange(units.columns.shape[0])
    inputs = {
        "first_weight": units.rows,
        "first_bias": units.biases,
        "second_weight": units.columns,
        "second_bias": units.outputs,
        "changed": layer,
        "place": [unit, units.rows.shape[1] - 1] if layer == "first.weight" else [row, unit],
        "value": draw.number(2.0, 3.0),
        "fits": True,
    }
    return Case(label, inputs, frozenset({"fits"}))


def _apart(draw: Draw, units: int = 6) -> tuple[int, int]:
    """Two units that are no neighbours, neither of them the first or the last."""
    return draw.random.choice(
        [(i, j) for i in range(1, units - 3) for j in range(i + 2, units - 1)]
    )


def _separate(units: _Units) -> None:
    """Rows of one pair agree, biases of a second and columns of a third."""
    units.agree(0, 1, "row").agree(1, 2, "bias").agree(2, 3, "column")


def _separate_columns_only(units: _Units) -> None:
    """Rows and biases of one pair agree, and columns of another."""
    units.agree(0, 2, "row", "bias").agree(1, 3, "column")


def _nudge(name: str, by: float) -> Callable[[_Units], None]:
    """The last twin (unit 4) differs by very little in one number."""

    def change(units: _Units) -> None:
        values = {"row": units.rows[4], "column": units.columns[:, 4]}.get(name)
        values = units.biases[4:5] if values is None else values
        values[-1] *= 1 + by

    return change


def _one_entry_apart(units: _Units) -> None:
    """All but one entry of the row and the column agree, and the first entries do."""
    units.rows[4, -1] += 1.0
    units.columns[-1, 4] += 1.0


def _shuffled(units: _Units) -> None:
    """Row and column of unit 4 hold the numbers of unit 1 in another order."""
    units.rows[4] = units.rows[1].flip(0)
    units.columns[:, 4] = units.columns[:, 1].flip(0)


def _negated(units: _Units) -> None:
    units.rows[4] *= -1
    units.biases[4] *= -1
    units.columns[:, 4] *= -1


def _equal_outputs(units: _Units) -> None:
    """The two outputs with the places of the twins have the same weights and biases."""
    units.columns[4] = units.columns[1]
    units.outputs[4] = units.outputs[1]


def _equal_inputs(units: _Units) -> None:
    units.rows[:, 1] = units.rows[:, 0]


_MAKERS: tuple[Callable[[Draw], Case], ...] = (
    lambda draw: _made(draw, "two units agree, neither first nor last", _apart(draw, 5)),
    lambda draw: _made(draw, "the first two units agree", (0, 1)),
    lambda draw: _made(draw, "the last unit agrees with an inner one", (2, 4), sizes=(3, 5, 2)),
    lambda draw: _made(
        draw, "two units agree, as many outputs as units", _apart(draw), sizes=(3, 6, 6)
    ),
    lambda draw: _made(draw, "two units agree, no bias", (1, 3), bias=False),
    lambda draw: _made(draw, "two units agree, float64", (3, 1), dtype="float64", sizes=(5, 6, 4)),
    lambda draw: _made(draw, "all units agree", (0, 1, 2, 3), sizes=(2, 4, 3)),
    lambda draw: _made(draw, "three units agree, many inputs", (4, 0, 2), sizes=(9, 6, 1)),
    lambda draw: _made(draw, "no two units agree", ()),
    lambda draw: _made(draw, "no two units agree, no bias", (), bias=False),
    lambda draw: _made(draw, "one unit", (), sizes=(3, 1, 2)),
    lambda draw: _made(draw, "two rows and their biases agree", (1, 3), parts=("row", "bias")),
    lambda draw: _made(draw, "two rows and their columns agree", (0, 2), parts=("row", "column")),
    lambda draw: _made(
        draw, "two biases and their columns agree", (3, 1), parts=("bias", "column")
    ),
    lambda draw: _made(draw, "two rows agree, no bias", (0, 3), parts=("row",), bias=False),
    lambda draw: _made(draw, "rows, biases and columns of different pairs agree", (), _separate),
    lambda draw: _made(
        draw, "rows and biases of one pair agree, columns of another", (), _separate_columns_only
    ),
    lambda draw: _made(draw, "twins but for 1e-6 in a row", (1, 4), _nudge("row", 1e-6)),
    lambda draw: _made(
        draw,
        "twins but for 1e-12 in a column, float64",
        (1, 4),
        _nudge("column", 1e-12),
        dtype="float64",
    ),
    lambda draw: _made(
        draw, "twins but for one entry of row and column", (1, 4), _one_entry_apart, (3, 5, 3)
    ),
    lambda draw: _made(
        draw, "twins but for the order of their numbers", (1, 4), _shuffled, (3, 5, 3)
    ),
    lambda draw: _made(draw, "twins but for their signs", (1, 4), _negated),
    lambda draw: _made(
        draw, "two outputs agree, and no units", (1, 4), _equal_outputs, (3, 6, 6), parts=()
    ),
    lambda draw: _made(
        draw,
        "two outputs agree, rows and biases of the units with their places too",
        (1, 4),
        _equal_outputs,
        (3, 6, 6),
        parts=("row", "bias"),
    ),
    lambda draw: _made(draw, "two inputs agree, and no units", (), _equal_inputs, (4, 4, 4)),
)


def _misfits(draw: Draw) -> list[Case]:
    a, b, c = draw.sizes(3, 3, 6)
    found = []
    for label, units, columns in (
        ("a second layer with too few inputs", 6, 5),
        ("a second layer with too many inputs", 5, 7),
        ("the layers in the other order", a, b),
    ):
        inputs = {
            "first_weight": draw.tensor(units, c),
            "first_bias": draw.tensor(units),
            "second_weight": draw.tensor(units if units == a else 2, columns),
            "second_bias": None,
            "changed": "",
            "place": [],
            "value": 0.0,
            "fits": False,
        }
        found.append(Case(label, inputs, frozenset({"refused"})))
    return found


_WORDS = {
    "answer_type": "the type of has_symmetric_units(first, second)",
    "answer": "has_symmetric_units(first, second)",
    "values_after": "the numbers of both layers after has_symmetric_units(first, second)",
    "trained_after": "requires_grad of the parameters after has_symmetric_units(first, second)",
    "changed_type": "the type of a second has_symmetric_units(first, second)",
    "changed": "has_symmetric_units(first, second), after a number in one of them was changed",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    "outcome": "has_symmetric_units(first, second)",
}


def describe_symmetric(case: Case, facet: str) -> str:
    return _WORDS.get(facet, "has_symmetric_units(first, second)")


def show_symmetric(case: Case, facet: str) -> dict[str, Any]:
    """The numbers of both layers as they were when asked; only sizes where they do not fit."""
    inputs = case.inputs
    if not inputs["fits"]:
        return {
            f"{k}.weight.shape": tuple(inputs[f"{k}_weight"].shape) for k in ("first", "second")
        }
    values = {
        "first.weight": inputs["first_weight"],
        "first.bias": inputs["first_bias"],
        "second.weight": inputs["second_weight"],
    }
    if facet.startswith("changed"):
        changed = values[inputs["changed"]].clone()
        changed[tuple(inputs["place"])] = inputs["value"]
        values[inputs["changed"]] = changed
    return values


# ---------------------------------------------------------------------------- recognizers


def _answers(evidence: Evidence) -> list[Any]:
    return [found for _, _, found, _ in evidence.wrong_values()]


def _types(evidence: Evidence) -> set[str]:
    return {str(found) for _, _, found, _ in evidence.wrong_values("answer_type", "changed_type")}


def _bias_none(evidence: Evidence) -> bool:
    """Only layers without a bias go wrong, or a bias is asked whether it is true."""
    asked = text_says("Boolean value of Tensor", "'NoneType' object")(evidence)
    wrong = [c for c, w in zip(evidence.cases, evidence.wrong, strict=True) if w]
    return (
        asked
        or bool(wrong)
        and all(c.inputs["fits"] and c.inputs["first_bias"] is None for c in wrong)
    )


def _answer_kept(evidence: Evidence) -> bool:
    """Wrong the second time only, and each time the first answer."""
    return evidence.wrong_facets == {"changed"} and all(
        answer.get("changed") == answer["answer"]
        for _, answer, _ in evidence.rows()
        if "answer" in answer
    )


def _past_the_rows(evidence: Evidence) -> bool:
    """An index that is too large, and only where there are two units to compare."""
    units = [
        len(case.inputs["first_weight"])
        for case, answer, _ in evidence.rows()
        if "raised" in answer
    ]
    return text_says("IndexError")(evidence) and min(units) > 1


def _outcomes(evidence: Evidence) -> set[str]:
    """What becomes of layers that do not fit, where all else is right."""
    if evidence.raised() or evidence.wrong_facets & {"answer", "changed"}:
        return set()
    return {str(found) for _, _, found, _ in evidence.wrong_values("outcome")}


def _outcome_raised(evidence: Evidence) -> bool:
    return bool(_outcomes(evidence))


# ---------------------------------------------------------------------------- models


def _any_row(n: _Numbers, i: int, j: int) -> bool:
    return any(map(eq, n.rows[i], n.rows[j]))


def _any_column(n: _Numbers, i: int, j: int) -> bool:
    return any(map(eq, n.columns[i], n.columns[j]))


def _first_entries(n: _Numbers, i: int, j: int) -> bool:
    return n.rows[i][0] == n.rows[j][0] and n.columns[i][0] == n.columns[j][0]


def _unit(n: _Numbers, i: int) -> list[float]:
    return [*n.rows[i], n.biases[i] or 0.0, *n.columns[i]]


def _near(n: _Numbers, i: int, j: int) -> bool:
    """As torch.allclose has it."""
    pairs = zip(_unit(n, i), _unit(n, j), strict=True)
    return all(abs(a - b) <= 1e-8 + 1e-5 * abs(b) for a, b in pairs)


def _in_float32(n: _Numbers, i: int, j: int) -> bool:
    return all(
        c_float(a).value == c_float(b).value for a, b in zip(_unit(n, i), _unit(n, j), strict=True)
    )


def _any_order(n: _Numbers, i: int, j: int) -> bool:
    return sorted(n.rows[i]) == sorted(n.rows[j]) and sorted(n.columns[i]) == sorted(n.columns[j])


def _any_sign(n: _Numbers, i: int, j: int) -> bool:
    return list(map(abs, _unit(n, i))) == list(map(abs, _unit(n, j)))


def _row_of_second(n: _Numbers, i: int, j: int) -> bool:
    return max(i, j) < len(n.outputs) and n.outputs[i] == n.outputs[j]


def _two_of_three(n: _Numbers, i: int, j: int) -> bool:
    return _row(n, i, j) + _bias(n, i, j) + _column(n, i, j) >= 2


def _one_of_three(n: _Numbers, i: int, j: int) -> bool:
    bias = n.biases[i] is not None and _bias(n, i, j)
    return _row(n, i, j) or bias or _column(n, i, j)


def _output_bias(n: _Numbers, i: int, j: int) -> bool:
    past = max(i, j) >= len(n.output_biases)
    return past or n.output_biases[i] == n.output_biases[j]


def _only(keep: Callable[[int, int, int], bool]) -> Callable:
    """Looks at the pairs (i, j) of n units for which ``keep(i, j, n)``."""
    return _agreeing(_row, _bias, _column, lambda n, i, j: keep(i, j, len(n.rows)))


def _all_agree(first: nn.Linear, second: nn.Linear) -> bool:
    _require_fit(first, second)
    numbers, count = _Numbers(first, second), first.out_features
    return count > 1 and all(
        agree(numbers, 0, j) for j in range(1, count) for agree in (_row, _bias, _column)
    )


def _repeated(values: Tensor) -> bool:
    return len(values.unique(dim=0)) < len(values)


def _separate_pairs(first: nn.Linear, second: nn.Linear) -> bool:
    _require_fit(first, second)
    biases = first.bias is None or _repeated(first.bias)
    return _repeated(first.weight) and biases and _repeated(second.weight.T)


def _any_columns(first: nn.Linear, second: nn.Linear) -> bool:
    return _agreeing(_row, _bias)(first, second) and _repeated(second.weight.T)


def _columns_of_first(first: nn.Linear, second: nn.Linear) -> bool:
    _require_fit(first, second)
    return _repeated(first.weight.T)


def _constant_outputs(first: nn.Linear, second: nn.Linear) -> bool:
    varied = second.bias is not None and len(second.bias.unique()) > 1
    return has_symmetric_units(first, second) and not varied


def _always(answer: bool) -> Callable:
    def model(first: nn.Linear, second: nn.Linear) -> bool:
        _require_fit(first, second)
        return answer

    return model


def _inverted(first: nn.Linear, second: nn.Linear) -> bool:
    return not has_symmetric_units(first, second)


SYMMETRIC_IDEAS = (
    Idea(
        "returns-nothing",
        "None comes back, each time or where no two units agree. Return True or False on every "
        "way out of the function.",
        SYMMETRY,
        when=lambda e: _types(e) == {"NoneType"},
    ),
    Idea(
        "not-a-bool",
        "The answer is not True or False but something that may count as one. bool() makes it so.",
        SYMMETRY,
        when=lambda e: bool(_types(e)),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use "
        "`with torch.no_grad():`; it puts back what was.",
        WRITING,
        when=lambda e: bool(e.wrong_facets & {"grad_mode_after", "grad_mode_kept"}),
    ),
    Idea(
        "layers-changed",
        "The layers are not as they were. The question is to be answered by looking alone.",
        SYMMETRY,
        when=lambda e: bool(e.wrong_facets & {"values_after", "trained_after"}),
    ),
    Idea(
        "bias-none-forgotten",
        "A first layer without bias goes wrong: its bias is None, and then row and column decide. "
        "Ask `is None`; a tensor is neither true nor false.",
        SYMMETRY,
        when=_bias_none,
    ),
    Idea(
        "answer-kept",
        "The answer stays the same when a number in the layers has changed. Look at the numbers "
        "each time.",
        SYMMETRY,
        when=_answer_kept,
    ),
    Idea(
        "always-true",
        "The answer is always True. Is a unit compared with itself? It agrees with itself in "
        "everything.",
        SYMMETRY,
        models=(_always(True),),
    ),
    Idea(
        "always-false",
        "The answer is always False. Are tensors compared by what they hold? `in`, sets and dicts "
        "go by the object.",
        SYMMETRY,
        models=(_always(False),),
    ),
    Idea(
        "inverted",
        "True and False have changed places: True means that two units agree.",
        SYMMETRY,
        models=(_inverted,),
    ),
    Idea(
        "all-must-agree",
        "All units have to agree here. Two are enough.",
        SYMMETRY,
        models=(_all_agree,),
    ),
    Idea(
        "adjacent-only",
        "Only neighbours are compared. Twins may stand anywhere among the units.",
        SYMMETRY,
        models=(_only(lambda i, j, n: j == i + 1),),
    ),
    Idea(
        "against-one-only",
        "All units are compared with one and the same, the first or the last. A return inside the "
        "outer loop has that effect.",
        SYMMETRY,
        models=(_only(lambda i, j, n: i == 0), _only(lambda i, j, n: j == n - 1)),
    ),
    Idea(
        "rows-only",
        "Only the incoming rows are compared. With other biases units compute other numbers; with "
        "other columns they get other gradients.",
        SYMMETRY,
        models=(_agreeing(_row),),
    ),
    Idea(
        "column-forgotten",
        "The outgoing columns are not compared. Units that compute the same part at the first step "
        "if other gradients come back to them.",
        SYMMETRY,
        models=(_agreeing(_row, _bias),),
    ),
    Idea(
        "bias-ignored",
        "The biases of the first layer are not compared. With another bias a unit computes another "
        "number.",
        SYMMETRY,
        models=(_agreeing(_row, _column),),
    ),
    Idea(
        "row-forgotten",
        "The incoming rows are not compared. Units that listen differently to the inputs are no "
        "twins.",
        SYMMETRY,
        models=(_agreeing(_column), _agreeing(_bias, _column)),
    ),
    Idea(
        "rows-of-second",
        "Rows of the second weight are compared; they belong to its outputs. What leaves a hidden "
        "unit stands in a column.",
        SYMMETRY,
        models=(_agreeing(_row, _bias, _row_of_second),),
        when=_past_the_rows,
    ),
    Idea(
        "columns-of-first",
        "Columns of the first weight are compared; they belong to the inputs. What comes into a "
        "hidden unit stands in a row.",
        SYMMETRY,
        models=(_columns_of_first,),
        when=text_says("Sizes of tensors must match"),
    ),
    Idea(
        "separate-pairs",
        "Some rows agree, some biases and some columns, but not of the same two units.",
        SYMMETRY,
        models=(_separate_pairs, _any_columns),
    ),
    Idea(
        "any-for-all",
        "Agreeing in one or two of the three is taken to be enough. Row, bias and column all have "
        "to agree.",
        SYMMETRY,
        models=(_agreeing(_one_of_three), _agreeing(_two_of_three)),
    ),
    Idea(
        "any-entry",
        "Single entries of row and column decide. All of them have to agree.",
        SYMMETRY,
        models=(
            _agreeing(_any_row, _bias, _any_column),
            _agreeing(_first_entries, _bias),
        ),
    ),
    Idea(
        "close-for-equal",
        "Units that nearly agree are taken for twins, by a tolerance, by rounding or in a shorter "
        "dtype. The smallest difference sets them free.",
        SYMMETRY,
        models=(_agreeing(_near), _agreeing(_in_float32)),
    ),
    Idea(
        "sums-compared",
        "Rows and columns with the same numbers in another order are taken to agree, as their sums "
        "do. Compare entry by entry.",
        SYMMETRY,
        models=(_agreeing(_any_order, _bias),),
    ),
    Idea(
        "signs-ignored",
        "Numbers of other signs are taken to agree. A unit with all signs turned computes "
        "something else.",
        SYMMETRY,
        models=(_agreeing(_any_sign),),
    ),
    Idea(
        "outputs-compared",
        "The bias of the second layer has a say. It belongs to the outputs, not to the hidden "
        "units.",
        SYMMETRY,
        models=(_agreeing(_row, _bias, _column, _output_bias), _constant_outputs),
    ),
    Idea(
        "misfit-accepted",
        "Layers that do not fit are let through: the second has to take as many numbers as the "
        "first gives. Raise ValueError.",
        SYMMETRY,
        when=lambda e: "no error" in _outcomes(e),
    ),
    Idea(
        "wrong-error",
        "For layers that do not fit another exception is raised than ValueError. Compare the sizes "
        "first.",
        SYMMETRY,
        when=_outcome_raised,
    ),
)

SYMMETRIC_CHECK = Check(
    name="init/has-symmetric-units",
    takes="has_symmetric_units",
    kind="function",
    parts=(
        Part("the answer", 3, tag="fits"),
        Part("refuses layers that do not fit", 1, tag="refused", needs=("the answer",)),
    ),
    cases=symmetric_cases,
    reference=has_symmetric_units,
    answers=frozenset({"answer", "changed"}),
    ideas=SYMMETRIC_IDEAS,
    describe=describe_symmetric,
    show=show_symmetric,
    page=SYMMETRY,
)
