"""An empty batch is refused.

verdict: partly
idea: empty-batch-fails
"""


def flatten_images(images):
    if images.dim() != 4 or len(images) == 0:
        raise ValueError("no images")
    return images.flatten(1)
