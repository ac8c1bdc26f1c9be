"""Columns of pixels in the place of rows.

verdict: failed
idea: pixels-reordered
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.transpose(2, 3).flatten(1)
