"""Always float32.

verdict: failed
idea: dtype-forced
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.float().flatten(1)
