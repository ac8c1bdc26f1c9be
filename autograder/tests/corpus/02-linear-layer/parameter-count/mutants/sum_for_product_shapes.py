"""The shapes are summed with sum where a product is due.

verdict: failed
idea: sum-for-product
"""


def linear_parameter_count(in_features, out_features, bias=True):
    shapes = [(out_features, in_features)]
    if bias:
        shapes.append((out_features,))
    return sum(sum(shape) for shape in shapes)
