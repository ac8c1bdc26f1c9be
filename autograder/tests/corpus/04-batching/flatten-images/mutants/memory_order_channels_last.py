"""channels_last is read in its own order.

verdict: failed
idea: memory-order
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    if not images.is_contiguous() and images.is_contiguous(memory_format=torch.channels_last):
        images = images.permute(0, 2, 3, 1)
    return images.flatten(1)
