"""Written into the first where the shape allows it.

verdict: failed
idea: input-mutated
"""


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    product = first @ second
    if product.shape == first.shape and not product.requires_grad:
        return first.copy_(product)
    return product
