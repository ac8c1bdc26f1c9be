"""float16 on the way.

verdict: failed
idea: dtype-forced
"""

import torch


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.to(torch.float16).flatten(1).to(images.dtype)
