"""float32 inside, the default dtype outside.

verdict: failed
idea: dtype-forced
"""

import torch


def rotation(theta):
    angle = torch.tensor(theta, dtype=torch.float32)
    c, s = angle.cos(), angle.sin()
    return torch.stack([c, s, -s, c]).reshape(2, 2).to(torch.get_default_dtype())
