"""reshape(len, -1) cannot work out the -1 of an empty batch.

verdict: partly
idea: empty-batch-fails
"""


def flatten_images(images):
    if images.dim() != 4:
        raise ValueError(f"expected (N, C, H, W), got {tuple(images.shape)}")
    return images.reshape(images.shape[0], -1)
