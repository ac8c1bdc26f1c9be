"""ravel, as in numpy.

verdict: failed
idea: batch-flattened-away
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return torch.ravel(images)
