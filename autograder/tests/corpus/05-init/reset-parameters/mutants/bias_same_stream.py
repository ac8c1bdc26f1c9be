"""The generator is set back before the bias is drawn.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    generator = generator or torch.default_generator
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    state = generator.get_state()
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        after = generator.get_state()
        generator.set_state(state)
        layer.bias.uniform_(-bound, bound, generator=generator)
        generator.set_state(after)
