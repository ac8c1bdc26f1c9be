"""einsum's own RuntimeError, and an assertion.

verdict: partly
idea: wrong-error-type
"""

import torch


def per_sample_weight_grads(x, grad_output):
    assert x.shape[:1] == grad_output.shape[:1]
    return torch.einsum("no,ni->noi", grad_output, x)
