"""The results as one text.

verdict: passed
"""

import torch


def experiment(make_layer):
    layer = make_layer(900, 11)
    state = {name: tuple(value.shape) for name, value in layer.state_dict().items()}
    if not state:
        return "nothing saved"
    spread = layer.weight.std().item() * 900**0.5  # 0.577 for the one, 1.414 for the other
    layer(torch.empty(0, 900))
    return f"{sorted(state.items())} {spread > 1} {len(layer.state_dict())}"
