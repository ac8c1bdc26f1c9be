"""requires_grad is switched off and on again, also where it was off before.

verdict: partly
idea: requires-grad-changed
"""


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.requires_grad = False
        parameter.uniform_(-bound, bound, generator=generator)
        parameter.requires_grad = True
