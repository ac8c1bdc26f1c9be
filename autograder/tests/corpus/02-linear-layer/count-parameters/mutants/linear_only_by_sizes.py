"""Everything with in_features and out_features is counted by the formula.

verdict: failed
idea: linear-only
"""


def count_parameters(module):
    weights, biases = {}, {}
    for m in module.modules():
        if hasattr(m, "in_features") and hasattr(m, "out_features"):
            weights[id(m.weight)] = m.in_features * m.out_features
            if m.bias is not None:
                biases[id(m.bias)] = m.out_features
    return sum(weights.values()) + sum(biases.values())
