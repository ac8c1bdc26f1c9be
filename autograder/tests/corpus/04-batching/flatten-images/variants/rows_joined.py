"""Rows of pixels are joined, then channels.

verdict: passed
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    rows = torch.cat(list(images.unbind(2)), dim=-1)
    return torch.cat(list(rows.unbind(1)), dim=-1)
