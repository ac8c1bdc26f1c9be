"""view by product of sizes, after a guard.

verdict: error
idea: view-on-other-memory
"""

import math


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.view(images.size(0), math.prod(images.size()[1:]))
