"""No return.

verdict: failed
idea: returns-nothing
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    images.flatten(1)
