"""The shape of the result in the place of the result.

verdict: failed
idea: not-a-tensor
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(1).shape
