"""The images themselves are resized.

verdict: failed
idea: input-mutated
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    flat = images.flatten(1).clone()
    images.data = images.data.flatten(1)
    return flat
