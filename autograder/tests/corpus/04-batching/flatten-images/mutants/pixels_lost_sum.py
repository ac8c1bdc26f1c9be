"""The channels are added up.

verdict: failed
idea: channels-merged
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.sum(1).reshape(len(images), images.shape[2] * images.shape[3])
