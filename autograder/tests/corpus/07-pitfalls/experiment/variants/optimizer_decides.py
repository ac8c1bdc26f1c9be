"""An optimizer is asked whether there is anything to train.

verdict: passed
"""

import torch


def experiment(make_layer):
    def trainable(layer):
        try:
            torch.optim.SGD(layer.parameters(), lr=0.1)
        except ValueError:
            return False
        return True

    fresh, fed = make_layer(5, 3), make_layer(5, 3)
    fed(torch.randn(0, 5))
    after = trainable(fed)
    wide = make_layer(1000, 10)
    wide(torch.ones(1, 1000))
    square = (wide.weight**2).mean().item() * 1000  # 1/3 or 2
    return trainable(fresh), after, wide.weight.size(0), square > 1
