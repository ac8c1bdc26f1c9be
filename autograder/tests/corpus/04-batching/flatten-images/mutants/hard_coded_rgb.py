"""Three channels are assumed.

verdict: failed
idea: size-assumed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(-1, 3 * images.shape[2] * images.shape[3])
