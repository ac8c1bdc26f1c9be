"""Inside the layer, cell by cell, with the shape checker: pages 2.1, 2.2, 2.5 and 4.2."""

from __future__ import annotations

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from linearbook.figures import COLORS, GRID, PAPER
from linearbook.interactive import embed, rounded
from linearbook.shape_errors import known_answers

# Cases for the shape checker to start with; a page may bring its own.
EXAMPLES = [
    {"name": "pictures", "shape": "32, 1, 28, 28", "in": 784, "out": 10},
    {"name": "a batch", "shape": "32, 784", "in": 784, "out": 10},
    {"name": "one sample", "shape": "784", "in": 784, "out": 10},
    {"name": "more dimensions", "shape": "8, 20, 64", "in": 64, "out": 10},
    {"name": "an empty batch", "shape": "0, 784", "in": 784, "out": 10},
    {"name": "too few features", "shape": "2, 3", "in": 4, "out": 5},
    {"name": "a single number", "shape": "", "in": 1, "out": 1},
    {"name": "float64", "shape": "32, 784", "in": 784, "out": 10, "dtype": "float64"},
]


def show_layer(
    x: Tensor,
    weight: Tensor,
    bias: Tensor,
    *,
    first: str,
    grad_output: Tensor | None = None,
    mode: str = "forward",
    cell: tuple[int, int] = (1, 1),
    examples: list[dict] = EXAMPLES,
) -> None:
    """Display the figure.

    x: (N, in), weight: (out, in), bias: (out,), grad_output: (N, out), by default ones. Numbers of
    one or two digits are best: they are shown in small cells.
    mode: what is open at first: "forward", "backward" or "shapes"; cell: the entry that is lit.
    """
    grad_output = torch.ones(len(x), len(weight)) if grad_output is None else grad_output
    inputs = [tensor.detach().clone().requires_grad_() for tensor in (x, weight, bias)]
    y = F.linear(*inputs)
    grads = torch.autograd.grad(y, inputs, grad_output)
    data = {
        "mode": mode,
        "cell": list(cell),
        "gradOutput": rounded(grad_output.tolist()),
        "y": rounded(y.tolist()),
        "grads": {},
        "checker": known_answers() | {"examples": examples},
    }
    for name, tensor, grad in zip(("x", "weight", "bias"), inputs, grads, strict=True):
        data[name], data["grads"][name] = rounded(tensor.tolist()), rounded(grad.tolist())
    fig, alt, caption = STILL[mode](*inputs, y, cell)
    embed("layer", data, fig, alt=alt, caption=caption, first=first)


# --- The still pictures ---------------------------------------------------------------------------


def draw_cells(
    ax: Axes, values: Tensor, corner: tuple[float, float], name: str, lit: set[tuple[int, int]]
) -> None:
    """A matrix cell by cell, its upper left corner at `corner`; the cells in `lit` stand out."""
    color = COLORS[name]
    for r, numbers in enumerate(values.tolist()):
        for c, number in enumerate(numbers):
            on = (r, c) in lit
            box = {"fc": color + "33", "ec": color, "lw": 2} if on else {"fc": "none", "ec": GRID}
            left, top = corner[0] + c, corner[1] + r
            ax.add_patch(plt.Rectangle((left, top), 1, 1, zorder=2 + on, **box))
            look = {"color": color, "weight": "bold"} if on else {"color": COLORS["muted"]}
            text = f"{number:g}".replace("-", "−")
            ax.text(left + 0.5, top + 0.5, text, ha="center", va="center", zorder=4, **look)


def still_forward(
    x: Tensor, weight: Tensor, bias: Tensor, y: Tensor, cell: tuple[int, int]
) -> tuple[Figure, str, str]:
    """The four tensors, one output lit; the figure, its alt text and its caption."""
    (samples, ins), outs = x.shape, len(weight)
    n, j = cell
    right, low, lowest = ins + 2, samples + 2, samples + 2 + outs
    fig, ax = plt.subplots(figsize=(4.8, 4.8 * (lowest + 2.6) / (right + outs + 0.4)))
    ax.set(xlim=(-0.1, right + outs + 0.3), ylim=(lowest + 1.6, -1), aspect="equal")
    ax.axis("off")
    draw_cells(ax, x, (0, 0), "x", {(n, i) for i in range(ins)})
    draw_cells(ax, y, (right, 0), "y", {(n, j)})
    draw_cells(ax, bias[None], (right, samples + 0.4), "bias", {(0, j)})
    draw_cells(ax, weight, (0, low), "weight", {(j, i) for i in range(ins)})
    ax.plot([ins, right], [n + 0.5] * 2, color=COLORS["x"])
    for k in range(outs):
        look = {"color": COLORS["weight"]} if k == j else {"color": COLORS["muted"], "lw": 0.6}
        across, up = [ins, right + k + 0.5, right + k + 0.5], [low + k + 0.5] * 2 + [samples + 1.4]
        ax.plot(across, up, **look)
    names = [((0, -0.3), x, "x"), ((right, -0.3), y, "y"), ((0, low - 0.3), weight, "weight")]
    for place, values, name in names:
        shape = tuple(values.shape)
        ax.text(*place, f"{name}  {shape}", color=COLORS[name], weight="bold")
    beside = {"ha": "right", "va": "center", "color": COLORS["bias"], "weight": "bold"}
    ax.text(right - 0.2, samples + 0.9, f"bias  ({outs},)", **beside)
    terms = " + ".join(f"{a:g}·{b:g}" for a, b in zip(x[n], weight[j], strict=True))
    total = f"y[{n}, {j}]  =  {terms} + {bias[j]:g}  =  {y[n, j]:g}".replace("-", "−")
    ax.text(0, lowest + 1.2, total)
    alt = (
        "x, weight, bias and y as grids of cells. weight lies below x, column under column. From "
        "each row of weight a line runs to one entry of bias and on to one column of y. Row "
        f"{n} of x, row {j} of weight, entry {j} of bias and the cell y[{n}, {j}] that they make "
        "stand out; its sum is written below."
    )
    caption = "`y = x @ weight.T + bias`, cell by cell."
    return fig, alt, caption


def draw_marked(
    ax: Axes, left: float, name: str, shape: tuple[int, ...], marks: dict, color: str
) -> None:
    """The cells of one tensor, four rows high; those in `marks` are filled and carry their mark."""
    rows, columns = shape if len(shape) == 2 else (1, *shape)
    top = 4 - (4 - rows) / 2
    for r in range(rows):
        for c in range(columns):
            x0, y0 = left + c, top - r - 1
            ax.add_patch(plt.Rectangle((x0, y0), 1, 1, fill=False, edgecolor=COLORS[color]))
            if (r, c) in marks:
                box = {"linewidth": 0, "facecolor": COLORS[color]}
                ax.add_patch(plt.Rectangle((x0 + 0.08, y0 + 0.08), 0.84, 0.84, **box))
                ax.text(x0 + 0.5, y0 + 0.46, marks[r, c], color=PAPER, ha="center", va="center")
    middle = left + columns / 2
    text = f"{name} {shape}"
    ax.text(middle, top + 0.2, text, ha="center", va="bottom", color=COLORS[color])


def still_backward(
    x: Tensor, weight: Tensor, bias: Tensor, y: Tensor, cell: tuple[int, int]
) -> tuple[Figure, str, str]:
    """What flows into one entry of each gradient; for 4 samples, 3 inputs and 2 outputs."""
    if (tuple(x.shape), len(weight)) != ((4, 3), 2):
        raise ValueError(
            "show_layer: the still picture of `backward` is drawn for 4 samples, 3 in, 2 out"
        )
    down_1, down_0 = {(n, 1): n for n in range(4)}, {(n, 0): n for n in range(4)}
    pictures = [
        (
            ("grad_output", (4, 2), down_1, "grad"),
            ("x", (4, 3), down_0, "x"),
            ("weight.grad", (2, 3), {(1, 0): "+"}, "weight"),
            "down the batch: 4 products, added",
        ),
        (
            ("grad_output", (4, 2), down_1, "grad"),
            None,
            ("bias.grad", (2,), {(0, 1): "+"}, "bias"),
            "down the batch: 4 numbers, added",
        ),
        (
            ("grad_output", (4, 2), {(2, 0): 0, (2, 1): 1}, "grad"),
            ("weight", (2, 3), {(0, 0): 0, (1, 0): 1}, "weight"),
            ("x.grad", (4, 3), {(2, 0): "+"}, "x"),
            "across the outputs: 2 products, added",
        ),
    ]
    fig, axes = plt.subplots(3, 1, figsize=(5.6, 7))
    for ax, (first, second, result, words) in zip(axes, pictures, strict=True):
        for left, tensor in ((0.6, first), (5, second), (10.8, result)):
            if tensor:
                draw_marked(ax, left, *tensor)
        if second:
            ax.text(3.8, 2, "×", fontsize=16, ha="center", va="center")
        ax.annotate("", (10.2, 2), (8.6, 2), arrowprops={"arrowstyle": "->", "lw": 1.5})
        ax.text(7.2, -0.25, words, ha="center", va="top")
        ax.set(xlim=(-0.8, 14.6), ylim=(-1.1, 5), aspect="equal")
        ax.axis("off")
    alt = (
        "For a batch of 4, 3 inputs and 2 outputs: which cells make one entry of a gradient. "
        "weight.grad[1, 0]: column 1 of grad_output and column 0 of x, four products added down "
        "the batch. bias.grad[1]: column 1 of grad_output, four numbers added. x.grad[2, 0]: row 2 "
        "of grad_output and column 0 of weight, two products added across the outputs."
    )
    caption = (
        "What flows into one entry of each gradient: pairs of cells are multiplied, and the "
        "products added."
    )
    return fig, alt, caption


def still_shapes(
    x: Tensor, weight: Tensor, bias: Tensor, y: Tensor, cell: tuple[int, int]
) -> tuple[Figure, str, str]:
    """Four shapes, and what a layer makes of them."""
    fig, ax = plt.subplots(figsize=(5.6, 2.6))
    ax.set(xlim=(0, 10), ylim=(4.6, 0))
    ax.axis("off")
    for column, heading in ((0, "x"), (3.6, "nn.Linear(in, out)"), (7.4, "y")):
        ax.text(column, 0.4, heading, weight="bold", color=COLORS["muted"])
    calls = [((32, 784), 784), ((784,), 784), ((32, 1, 28, 28), 28), ((32, 1, 28, 28), 784)]
    for number, (shape, ins) in enumerate(calls, start=1):
        place = number + 0.4
        fits = shape[-1] == ins
        result = f"{(*shape[:-1], 10)}" if fits else "an error"
        ax.text(0, place, f"{shape}", color=COLORS["x"])
        ax.text(3.6, place, f"nn.Linear({ins}, 10)", color=COLORS["weight"])
        ax.text(7.4, place, result, color=COLORS["y" if fits else "grad"], weight="bold")
        for left in (2.9, 6.8):
            ax.annotate("", (left + 0.4, place - 0.1), (left - 0.1, place - 0.1),
                        arrowprops={"arrowstyle": "->", "color": COLORS["muted"]})  # fmt: skip
    alt = (
        "Four calls. A batch (32, 784) through nn.Linear(784, 10) gives (32, 10). A single sample "
        "(784,) gives (10,). Pictures (32, 1, 28, 28) through nn.Linear(28, 10) give "
        "(32, 1, 28, 10), and through nn.Linear(784, 10) an error."
    )
    caption = (
        "The last dimension must be `in_features` and becomes `out_features`; all others stay."
    )
    return fig, alt, caption


STILL = {"forward": still_forward, "backward": still_backward, "shapes": still_shapes}
