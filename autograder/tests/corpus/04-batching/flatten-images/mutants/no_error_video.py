"""Five dimensions pass too.

verdict: partly
idea: no-error-on-mismatch
"""


def flatten_images(images):
    if images.dim() < 4:
        raise ValueError("too few dimensions")
    return images.flatten(1)
