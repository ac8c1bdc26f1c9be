"""Each channel becomes a sample of its own.

verdict: failed
idea: samples-cut
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(0, 1).flatten(1)
