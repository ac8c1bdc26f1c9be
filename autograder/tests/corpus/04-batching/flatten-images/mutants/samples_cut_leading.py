"""All but the last dimension is folded, as a layer does.

verdict: failed
idea: samples-cut
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(0, -2)
