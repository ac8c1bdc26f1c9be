"""Joined column by column, with cat.

verdict: failed
idea: pixels-reordered
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    columns = torch.cat(list(images.unbind(3)), dim=-1)
    return torch.cat(list(columns.unbind(1)), dim=-1)
