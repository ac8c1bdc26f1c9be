"""Signal through depth, with settings to choose: page 5.2."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import Tensor, nn

from linearbook.figures import COLORS
from linearbook.interactive import embed

INPUTS = 128
WIDTHS = (16, 64, 256)
GAINS = (0.5, 0.71, 1, 1.41, 2, 2.45)  # by which all weights are multiplied; √½, √2, √6 among them
DEPTHS = (5, 10, 20, 30, 50)
LAYERS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50)  # where the signal is measured
EXACT = {0.71: math.sqrt(0.5), 1.41: math.sqrt(2), 2.45: math.sqrt(6)}


def show_depth(
    make_layer: Callable[[str, int], nn.Linear], recipes: Iterable[str], first: str
) -> None:
    """Display the figure.

    make_layer(recipe, width) gives an nn.Linear(width, width) initialized by that recipe; every
    one of `recipes` is measured at each of WIDTHS and GAINS, after ReLUs, as on the page.
    """
    settings = {}
    for recipe in recipes:
        for width in WIDTHS:
            layers = [make_layer(recipe, width) for _ in range(DEPTHS[-1])]
            x = torch.randn(INPUTS, width)
            for gain in GAINS:
                settings[f"{recipe} {width} {gain}"] = measure(layers, x, EXACT.get(gain, gain))
    data = {"recipes": list(recipes), "widths": WIDTHS, "gains": GAINS, "depths": DEPTHS}
    data |= {"layers": LAYERS, "settings": settings, "start": ["default", WIDTHS[-1], 1, 50]}
    fig = still(settings[f"default {WIDTHS[-1]} 1"])
    embed(
        "depth",
        data,
        fig,
        alt="Two charts against the layer, log scale. Forward, for the default: the mean square "
        "sinks and levels out near 0.001, the spread between inputs falls to 1e-17 "
        "and below. Backward: the mean square of the gradient falls from layer 50 to layer 1.",
        caption="One draw of each network, `128` inputs. The distance between the two curves "
        "above is what all inputs have come to share.",
        first=first,
    )


@torch.no_grad()
def measure(layers: list[nn.Linear], x: Tensor, gain: float) -> dict[str, object]:
    """What becomes of x, of shape (inputs, width), and of a gradient on its way back.

    size, spread: mean square and spread between inputs at LAYERS. back: for each of DEPTHS, the
    mean square of the gradient at those LAYERS that it has. factor: ½·in·var(weight), which is
    measured too. A number that is not finite is None.
    """
    signals = [x]
    for layer in layers:
        signals.append(torch.relu(signals[-1] @ (gain * layer.weight).T + layer.bias))
    exact = [signals[k].double() for k in LAYERS]
    variance = sum(layer.weight.var(correction=0).item() for layer in layers) / len(layers)
    return {
        "factor": short(0.5 * x.shape[1] * gain**2 * variance),
        "size": [short(h.square().mean().item()) for h in exact],
        "spread": [short(h.var(0).mean().item()) for h in exact],
        "back": [backward(layers[:depth], signals, gain) for depth in DEPTHS],
    }


def backward(layers: list[nn.Linear], signals: list[Tensor], gain: float) -> list[float | None]:
    """The mean square of the gradient of the signal at LAYERS, for noise that comes in on top.

    signals: the input and the output of each layer, after its ReLU.
    """
    grad = torch.randn(signals[0].shape, generator=torch.Generator().manual_seed(0))
    sizes = {}
    for k in range(len(layers), 0, -1):
        usable = bool(signals[k].isfinite().all())
        sizes[k] = short(grad.double().square().mean().item()) if usable else None
        # A ReLU that gave zero passes nothing back (page 2.5 has the product).
        grad = (grad * (signals[k] > 0)) @ (gain * layers[k - 1].weight)
    top = sizes[len(layers)]
    return [sizes[k] if top is not None else None for k in LAYERS if k in sizes]


def short(value: float) -> float | None:
    return float(f"{value:.1e}") if math.isfinite(value) else None


def still(measured: dict[str, object]) -> Figure:
    """Both charts for one setting."""
    fig, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 4.6), sharex=True)
    top.semilogy(LAYERS, measured["size"], color=COLORS["y"])
    top.semilogy(LAYERS, measured["spread"], "--", color=COLORS["x"])
    top.annotate("mean square", (30, measured["size"][-3]), xytext=(0, 8),
                 textcoords="offset points", color=COLORS["y"])  # fmt: skip
    top.annotate("spread between inputs", (7, measured["spread"][4]), xytext=(8, 0),
                 textcoords="offset points", color=COLORS["x"])  # fmt: skip
    bottom.semilogy(LAYERS, measured["back"][-1], color=COLORS["grad"])
    top.set_title("forward", loc="left")
    bottom.set_title("backward: mean square of the gradient", loc="left")
    bottom.set(xlabel="layer")
    for ax in (top, bottom):
        ax.grid(axis="y")
    return fig
