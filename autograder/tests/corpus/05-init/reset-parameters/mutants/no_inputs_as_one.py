"""No inputs are treated as one: the bias is drawn between -1 and 1.

verdict: failed
idea: no-inputs-forgotten
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = max(layer.in_features, 1) ** -0.5
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
