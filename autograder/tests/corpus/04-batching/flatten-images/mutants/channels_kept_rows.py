"""flatten(1, 2): the rows stay apart.

verdict: failed
idea: dimensions-kept
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(1, 2)
