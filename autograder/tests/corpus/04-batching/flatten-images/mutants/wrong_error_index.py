"""torch's own IndexError, and nothing for five dimensions.

verdict: partly
idea: wrong-error-type
"""


def flatten_images(images):
    if images.dim() not in (4, 1, 0):
        raise ValueError("expected (N, C, H, W)")
    return images.flatten(2).flatten(1)
