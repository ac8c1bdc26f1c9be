"""Which numbers can have been drawn from which distribution: tests whose false alarms are bounded.

Each test below refuses a sample of n independent numbers that does come from its law with a
probability of at most `LEVEL` = 1e-11, whatever n is and without an approximation:

- *Shape.* The empirical distribution function F_n stays within sqrt(ln(2/LEVEL)/(2n)) of F. This is
  the Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant (Ann. Probab. 18, 1990):
  P(sup|F_n - F| > e) <= 2 exp(-2 n e^2). The statistic is Kolmogorov's and Smirnov's.
- *Largest number, from below.* All n lie below t in size with probability (P(|z| <= t))^n exactly;
  t is chosen so that this is LEVEL. For a uniform law, t = LEVEL^(1/n), less than one percent below
  the bound for n = 2,600: it is this test that tells bounds apart.
- *Largest number, from above.* No number of a uniform law lies outside its bounds, ever (1e-6 is
  for rounding). For a normal law, P(max|z| > t) <= n P(|z| > t), which is LEVEL at the t chosen.
- *Energy*, for a normal law. The sum of squares is chi-squared with n degrees of freedom, and
  P(X >= n + 2 sqrt(n t) + 2 t) <= e^-t and P(X <= n - 2 sqrt(n t)) <= e^-t (Laurent and Massart,
  Ann. Statist. 28, 2000, lemma 1), with t = ln(1/LEVEL).
- *Repeats.* Drawn in float32, no single number has a probability of more than p = 2^-23. The count
  D of those that were there before is at most binomial with n and n p, so P(D >= d) <= (e n^2 p /
  d)^d, which is at most e^-d once d >= e^2 n^2 p. Allowed are e^2 n^2 p + 26; e^-26 < LEVEL.

A check makes fewer than a hundred such tests in a run (`test_init_laws.py` counts them), so by the
union bound a right answer is refused with probability 1e-9 at most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import torch
from torch import Tensor

LEVEL = 1e-11
TESTS = 100  # of LEVEL each that a check may make in one run
ROUNDING = 1e-6


@dataclass(frozen=True)
class Law:
    """How numbers are distributed.

    ``kind`` is "uniform" between -size and size, "positive" (uniform between 0 and size), "normal"
    with a standard deviation of ``size``, or "clipped", normal with all that lies further out than
    some bound moved to it.
    """

    kind: str
    size: float

    @property
    def std(self) -> float:
        return self.size / math.sqrt({"uniform": 3, "positive": 12}.get(self.kind, 1))

    def __str__(self) -> str:
        if not self.size:
            return "all 0"
        if self.kind == "uniform":
            return (
                f"between {-self.size:.4g} and {self.size:.4g}, standard deviation {self.std:.4g}, "
                "evenly spread"
            )
        return f"standard deviation {self.std:.4g}, bell-shaped around 0"


def sample(numbers: Tensor) -> Tensor:
    """Numbers of any shape and floating dtype as this module takes them: (n,), sorted, float64."""
    return numbers.detach().flatten().sort().values.double()


def conforms(numbers: Tensor, law: Law) -> bool:
    """Whether the sample ``numbers`` can have been drawn from ``law``."""
    count = len(numbers)
    if count == 0:
        return True
    if not law.size:
        return not bool(numbers.any())
    z = numbers / law.size
    largest = max(-z[0].item(), z[-1].item())
    if law.kind == "clipped":
        if count > 100 and (z.abs() == largest).sum() < 3:
            return False  # nothing lies on the bounds
        return _distance(z, law.kind, largest) <= _allowed_distance(count)
    least, most = _extremes(law.kind, count)
    if not least <= largest <= most or law.kind == "positive" and z[0].item() < 0:
        return False
    if law.kind == "normal" and not _energy_fits(z):
        return False
    return _distance(z, law.kind) <= _allowed_distance(count)


def repeats(numbers: Tensor) -> int:
    """How many of a sample's numbers occur earlier in it; 0 where that can be chance."""
    count = len(numbers)
    found = count - distinct(numbers)
    return found if found > math.e**2 * count**2 * 2**-23 + 26 else 0


def distinct(numbers: Tensor) -> int:
    """How many different numbers a sample holds."""
    return int((numbers[1:] != numbers[:-1]).sum()) + 1 if len(numbers) else 0


@lru_cache(maxsize=1024)
def _extremes(kind: str, count: int) -> tuple[float, float]:
    """Between which two sizes the largest of ``count`` numbers lies, in units of the law's size."""
    below = LEVEL ** (1 / count)
    if kind != "normal":
        return below * (1 - ROUNDING), 1 + ROUNDING
    normal = NormalDist()
    return normal.inv_cdf((1 + below) / 2), -normal.inv_cdf(LEVEL / (2 * count))


def _energy_fits(z: Tensor) -> bool:
    count, t = z.numel(), math.log(1 / LEVEL)
    margin = 2 * math.sqrt(count * t)
    return count - margin <= z.square().sum().item() <= count + margin + 2 * t


def _allowed_distance(count: int) -> float:
    return math.sqrt(math.log(2 / LEVEL) / (2 * count)) + ROUNDING


def _distance(z: Tensor, kind: str, inside: float = math.inf) -> float:
    """sup|F_n - F|, over the numbers that are smaller in size than ``inside``."""
    rank = torch.arange(1, len(z) + 1, dtype=z.dtype) / len(z)
    keep = z.abs() < inside
    z, rank = z[keep], rank[keep]
    if not len(z):
        return 1.0
    due = _distribution(z, kind)
    step = 1 / len(keep)
    return max((rank - due).max().item(), (due - rank + step).max().item())


def _distribution(z: Tensor, kind: str) -> Tensor:
    if kind == "uniform":
        return ((z + 1) / 2).clamp(0, 1)
    if kind == "positive":
        return z.clamp(0, 1)
    return torch.special.ndtr(z)


def describe(numbers: Tensor) -> str:
    """What a sample looks like, in the words in which a law says what is due."""
    if not len(numbers):
        return "no numbers"
    low, high = numbers[0].item(), numbers[-1].item()
    if low == high:
        return f"{low:.4g} everywhere"
    repeated = repeats(numbers)
    if repeated:
        return f"{len(numbers) - repeated} different numbers among {len(numbers)}"
    mean, std = numbers.mean().item(), numbers.std(correction=0).item()
    off_centre = f", mean {mean:.4g}" if abs(mean) > 0.2 * std else ""
    ends = f"between {low:.4g} and {high:.4g}"
    return f"{ends}, standard deviation {std:.4g}{off_centre}{_shape(numbers)}"


def _shape(z: Tensor) -> str:
    """The words ", evenly spread" or ", bell-shaped", where there are numbers enough to say so."""
    if len(z) < 500:
        return ""
    uniform, normal = _distance(z / z.abs().max(), "uniform"), _distance(z / z.std(), "normal")
    near, far = sorted((uniform, normal))
    if near > _allowed_distance(len(z)) or far < 2 * near:
        return ""
    return ", evenly spread" if uniform < normal else ", bell-shaped"
