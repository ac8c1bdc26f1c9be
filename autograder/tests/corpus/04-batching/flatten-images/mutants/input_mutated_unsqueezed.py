"""The images lose a dimension in place.

verdict: failed
idea: input-mutated
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    if images.shape[1] == 1:
        flat = images.flatten(1).clone()
        images.squeeze_(1)
        return flat
    return images.flatten(1)
