"""Whatever comes is flattened.

verdict: partly
idea: no-error-on-mismatch
"""


def flatten_images(images):
    if images.dim() == 0:
        raise ValueError("a single number")
    return images.flatten(1) if images.dim() > 1 else images
