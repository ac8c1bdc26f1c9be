"""Numbers from randn, whatever the sizes.

verdict: failed
idea: unscaled
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    for parameter in layer.parameters():
        parameter.normal_(generator=generator)
