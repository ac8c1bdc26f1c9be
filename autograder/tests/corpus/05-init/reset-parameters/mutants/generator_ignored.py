"""The generator is not used.

verdict: partly
idea: global-generator-used
"""


def reset_parameters(layer, generator=None):
    layer.reset_parameters()
