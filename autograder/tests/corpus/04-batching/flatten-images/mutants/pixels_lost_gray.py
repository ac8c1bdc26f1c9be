"""The channels are averaged.

verdict: failed
idea: channels-merged
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.mean(dim=1).flatten(1)
