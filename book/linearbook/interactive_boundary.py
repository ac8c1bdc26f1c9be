"""A decision boundary while it is learned, with the creases that bend it: page 6.2."""

from __future__ import annotations

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from linearbook.figures import COLORS, INK, PAPER
from linearbook.interactive import embed, rounded

WIDTHS = (1, 2, 3, 4, 8, 16)
STEPS = (0, 5, 10, 20, 30, 50, 80, 120, 180, 260, 380, 500)  # that are kept
STARTS = 4  # of which the one that ends best is kept, since a start can be unlucky
REACH = 2.1  # the picture goes from -REACH to REACH
DIGITS = 3  # of each weight, in the page and in all that the figure says


def show_boundary(
    x: Tensor, labels: Tensor, x_test: Tensor, labels_test: Tensor, first: str
) -> None:
    """Display the figure: nn.Linear(2, width), ReLU or nothing, nn.Linear(width, 1), trained.

    x, x_test: (N, 2), within REACH; labels, labels_test: (N, 1), zeros and ones.
    """
    nets = {}
    for bend in (True, False):
        for width in WIDTHS:
            kept = history(x, labels, width, bend)
            checks = (x, labels), (x_test, labels_test)
            nets[f"{width} {'relu' if bend else 'none'}"] = [
                described(net, bend, *checks) for net in kept
            ]
    data = {
        "widths": WIDTHS,
        "steps": STEPS,
        "nets": nets,
        "points": rounded(x.tolist(), DIGITS),
        "labels": labels.flatten().int().tolist(),
        "reach": REACH,
        "start": [8, len(STEPS) - 1],
        "tested": len(x_test),
    }
    fig = still(nets["8 relu"][-1], x, labels)
    embed(
        "boundary",
        data,
        fig,
        alt="Two interleaved half moons of points. Between them runs a boundary made of straight "
        "pieces; where it turns, one of eight dashed creases passes.",
        caption="Dashed: the creases of the hidden units. Shaded: where the net says class 1, the "
        f"circles. Of {STARTS} starts, the one that ends best. In the moving figure, the ring asks "
        "the net about one point, and the region in which it lies is tinted.",
        first=first,
    )


def history(x: Tensor, labels: Tensor, width: int, bend: bool) -> list[list[Tensor]]:
    """Train STARTS nets at once; the parameters of the best of them at STEPS.

    The parameters are those of the two layers, in order: weight, bias, weight, bias.
    """
    layers = [(nn.Linear(2, width), nn.Linear(width, 1)) for _ in range(STARTS)]
    each = [[p for layer in net for p in layer.parameters()] for net in layers]
    # One more dimension in front, for the start: the starts do not mix, so each trains as if alone.
    together = [torch.stack(same).detach().requires_grad_() for same in zip(*each, strict=True)]
    target = labels.expand(STARTS, *labels.shape)
    optimizer = torch.optim.Adam(together, lr=0.05)
    kept = []
    for step in range(STEPS[-1] + 1):
        if step in STEPS:
            kept.append([p.detach().clone() for p in together])
        loss = F.binary_cross_entropy_with_logits(score(together, x, bend), target)
        optimizer.zero_grad()
        (STARTS * loss).backward()  # the mean over the starts, turned into their sum
        optimizer.step()
    right = ((score(kept[-1], x, bend) > 0) == (target > 0.5)).float().mean((1, 2))
    best = right.argmax()
    return [[p[best] for p in parameters] for parameters in kept]


def score(parameters: list[Tensor], x: Tensor, bend: bool) -> Tensor:
    """What the net says of x, of shape (N, 2): (N, 1), or (starts, N, 1) for stacked parameters."""
    weight, bias, weight_out, bias_out = parameters
    h = x @ weight.mT + bias[..., None, :]
    return (h.relu() if bend else h) @ weight_out.mT + bias_out[..., None, :]


def described(
    net: list[Tensor], bend: bool, seen: tuple[Tensor, Tensor], unseen: tuple[Tensor, Tensor]
) -> dict[str, object]:
    """The net's rounded parameters, and how well a net with just these does."""
    short = [rounded(p.tolist(), DIGITS) for p in net]
    exact = [torch.tensor(p, dtype=torch.float64) for p in short]
    says = [score(exact, x.double(), bend) for x, _ in (seen, unseen)]
    loss = F.binary_cross_entropy_with_logits(says[0], seen[1].double())
    right = [
        ((one > 0) == (labels > 0.5)).float().mean().item()
        for one, (_, labels) in zip(says, (seen, unseen), strict=True)
    ]
    return {"net": short, "loss": rounded(loss.item(), 2), "right": rounded(right, 3)}


def still(one: dict[str, object], x: Tensor, labels: Tensor) -> Figure:
    """Points, boundary and creases for one net, as `described`, with ReLU."""
    weight, bias, weight_out, bias_out = (torch.tensor(p) for p in one["net"])
    across = torch.linspace(-REACH, REACH, 80)
    grid = torch.cartesian_prod(across, across)
    height = score([weight, bias, weight_out, bias_out], grid, True).reshape(80, 80).T
    fig, ax = plt.subplots(figsize=(4.6, 4.6))
    ax.contourf(across, across, height, levels=[0, 1e9], colors=[COLORS["y"]], alpha=0.18)
    ax.contour(across, across, height, levels=[0], colors=[INK], linewidths=2.5)
    for w, b in zip(weight, bias, strict=True):
        foot = -b * w / (w @ w)  # the point of the crease that is nearest to the origin
        along = (foot + torch.stack([-w[1], w[0]])).tolist()
        ax.axline(foot.tolist(), along, ls="--", color=COLORS["bias"], lw=1.2)
    one_class = labels.flatten() > 0.5
    ax.plot(*x[one_class].T, "o", color=COLORS["y"], ms=4)
    ax.plot(*x[~one_class].T, "s", mec=COLORS["weight"], mfc=PAPER, ms=4)
    ax.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), aspect="equal")
    ax.set(xlabel="first input", ylabel="second input")
    return fig
