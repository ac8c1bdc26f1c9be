# what: Dataclasses, partial functions, caches, enums and named tuples are used around the solutions.

# %% before parameter-count
import enum
import functools
from collections import namedtuple
from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    n_in: int
    n_out: int
    bias: bool = True

    @functools.cached_property
    def total(self) -> int:
        return self.n_out * (self.n_in + self.bias)


class Mode(enum.Enum):
    WITH = 1
    WITHOUT = 0


Gradients = namedtuple("Gradients", "x weight bias")

# %% replace parameter-count
@functools.lru_cache(maxsize=None)
def linear_parameter_count(in_features, out_features, bias=True):
    mode = Mode(int(bias))
    return Sizes(in_features, out_features, mode is Mode.WITH).total

# %% replace backward
@functools.wraps(torch.matmul)
def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or x.shape[1:] != weight.shape[1:] or (len(x), len(weight)) != grad_output.shape:
        raise ValueError("shapes")
    return Gradients(grad_output @ weight, grad_output.mT @ x, grad_output.sum(dim=0))
