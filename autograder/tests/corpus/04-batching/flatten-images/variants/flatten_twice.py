"""Two steps: the pixels, then the channels.

verdict: passed
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.flatten(2, 3).flatten(1, 2)
