"""An instance with __call__ that keeps a history of shapes.

verdict: passed
"""

import torch


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


class Copier:
    def __init__(self):
        self.history = []

    def __call__(self, source, target):
        check_same_shapes(source, target)
        self.history.append(tuple(source.weight.shape))
        with torch.no_grad():
            target.weight.copy_(source.weight)
            if target.bias is not None:
                target.bias.copy_(source.bias)
        return self


copy_parameters = Copier()
