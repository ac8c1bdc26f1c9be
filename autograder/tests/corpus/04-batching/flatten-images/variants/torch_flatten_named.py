"""torch.flatten with start_dim.

verdict: passed
"""

import torch


def flatten_images(images):
    if images.ndim != 4:
        raise ValueError("four dimensions are needed")
    return torch.flatten(images, start_dim=1, end_dim=-1)
