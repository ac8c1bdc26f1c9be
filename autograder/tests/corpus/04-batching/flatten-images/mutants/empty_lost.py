"""An empty batch comes back as an empty vector.

verdict: partly
idea: empty-batch-fails
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    if len(images) == 0:
        return torch.empty(0, dtype=images.dtype)
    return images.flatten(1)
