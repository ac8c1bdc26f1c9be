"""The numbers as they lie in memory.

verdict: failed
idea: memory-order
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    n, c, h, w = images.shape
    return torch.as_strided(images, (n, c * h * w), (c * h * w, 1))
