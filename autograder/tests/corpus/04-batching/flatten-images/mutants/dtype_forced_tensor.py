"""Rebuilt by torch.tensor, in the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    flat = images.flatten(1)
    return flat.to(torch.get_default_dtype())
