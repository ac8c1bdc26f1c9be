"""One tensor for all results of a shape.

verdict: failed
idea: result-shared
"""

kept = {}


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    product = first @ second
    buffer = kept.setdefault((product.shape, product.dtype), product.detach().clone())
    buffer.copy_(product.detach())
    return product if product.requires_grad else buffer
