"""Normal numbers made from uniform ones (Box and Muller), in float64.

verdict: passed
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    radius, angle = torch.rand(2, *tensor.shape, generator=generator, dtype=torch.float64)
    numbers = (-2 * (1 - radius).log()).sqrt() * (2 * torch.pi * angle).cos()
    tensor.copy_(numbers.mul(2**0.5).div(in_features**0.5))
    return tensor
