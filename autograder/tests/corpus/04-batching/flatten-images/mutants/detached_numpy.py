"""By way of numpy.

verdict: failed
idea: detached
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    n, c, h, w = images.shape
    return torch.from_numpy(images.detach().numpy().reshape(n, c * h * w).copy())
