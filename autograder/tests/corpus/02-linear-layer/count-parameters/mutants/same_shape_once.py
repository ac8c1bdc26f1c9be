"""Parameters of one shape are taken for one parameter.

verdict: failed
idea: deduplicated-by-value
"""


def count_parameters(module):
    shapes = {p.shape for p in module.parameters()}
    return sum(shape.numel() for shape in shapes)
