"""The plane under a matrix, to be moved by hand: pages 1.2 and 3.1."""

from __future__ import annotations

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes
from torch import Tensor

from linearbook.figures import COLORS
from linearbook.interactive import embed, rounded

# An F: it has no symmetry, so that turning it over cannot be taken for turning it around.
LETTER = [[0, 0], [0.4, 0], [0.4, 0.8], [1, 0.8], [1, 1.2], [0.4, 1.2], [0.4, 1.6], [1.3, 1.6]]
LETTER += [[1.3, 2], [0, 2]]


def show_plane(maps: dict[str, Tensor], start: str, first: str, bias: Tensor | None = None) -> None:
    """Display the figure for `x @ M`, or with a `bias` of shape (2,) for a layer's weight.

    maps: name -> a (2, 2) matrix to choose; `start` is the one shown first. Without a bias, its
    rows are where [1, 0] and [0, 1] land (`x @ M`); with a bias, its columns (`x @ weight.T`).
    """
    layer = bias is not None
    images = {name: (matrix.T if layer else matrix) for name, matrix in maps.items()}
    data = {
        "view": "columns" if layer else "rows",
        "name": "weight" if layer else "M",
        "start": rounded(images[start].tolist()),
        "bias": rounded(bias.tolist()) if layer else None,
        "presets": [
            {"name": name, "images": rounded(rows.tolist())} for name, rows in images.items()
        ],
        "letter": LETTER,
        "reach": 3.6 if layer else 3,
        "limit": 2 if layer else 2.8,
        "biasLimit": 1.4,
    }
    fig, ax = plt.subplots(figsize=(4.4, 4.4))
    draw_plane(ax, images[start], bias if layer else torch.zeros(2), data["reach"])
    what = "weight, moved by the bias" if layer else "matrix M"
    part = "columns" if layer else "rows"
    embed(
        "plane",
        data,
        fig,
        alt=f"A grid and a letter F under the {what}, with arrows for the two {part} of the matrix "
        "and the unit square between them shaded.",
        caption=f"The shaded parallelogram is where the unit square lands. The two {part} span it, "
        "and its area is the determinant, up to the sign."
        + (" The bias moves everything and changes none of that." if layer else ""),
        first=first,
    )


def draw_plane(ax: Axes, images: Tensor, bias: Tensor, reach: float) -> None:
    """The still picture; images: (2, 2), a row where [1, 0] lands and one where [0, 1] does."""
    far = torch.tensor([-9.0, 9.0])
    for k in range(-9, 10):
        fixed = torch.full((2,), float(k))
        for line in (torch.stack([far, fixed], 1), torch.stack([fixed, far], 1)):
            ends = line @ images + bias
            ax.plot(*ends.T, color=COLORS["muted"], lw=1.3 if k == 0 else 0.6, alpha=0.7)
    square, letter = torch.tensor([[0.0, 0], [1, 0], [1, 1], [0, 1]]), torch.tensor(LETTER)
    ax.fill(*(square @ images + bias).T, color=COLORS["accent"], alpha=0.25, lw=0)
    ax.fill(*(letter @ images + bias).T, color=COLORS["y"], alpha=0.3, lw=0)
    arrows = [(bias, images[0] + bias, "weight"), (bias, images[1] + bias, "grad")]
    if bias.any():
        arrows.append((torch.zeros(2), bias, "bias"))
    for begin, end, color in arrows:
        style = {"arrowstyle": "-|>", "color": COLORS[color], "lw": 2.4, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", end.tolist(), begin.tolist(), arrowprops=style | {"mutation_scale": 13})
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    ax.axis("off")
