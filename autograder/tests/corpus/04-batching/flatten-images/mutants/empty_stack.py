"""Stacks nothing.

verdict: partly
idea: empty-batch-fails
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return torch.stack([image.flatten() for image in images])
