"""contiguous() before view.

verdict: passed
"""

import math


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.contiguous().view(images.size(0), math.prod(images.shape[1:]))
