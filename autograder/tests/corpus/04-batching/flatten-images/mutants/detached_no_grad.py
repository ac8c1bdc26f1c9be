"""Copied under no_grad.

verdict: failed
idea: detached
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    with torch.no_grad():
        return images.flatten(1).clone()
