"""requires_grad is switched off to be allowed to write, and stays off.

verdict: partly
idea: requires-grad-changed
"""


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.requires_grad_(False)
        parameter.uniform_(-bound, bound, generator=generator)
