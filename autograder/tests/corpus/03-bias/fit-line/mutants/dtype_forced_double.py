"""NumPy's float64, whatever came in.

verdict: failed
idea: dtype-forced
"""

import numpy as np
import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    columns = [x.numpy(), np.ones(len(x))] if bias else [x.numpy()]
    solution = np.linalg.lstsq(
        np.stack(columns, 1).astype(float), y.numpy().astype(float), rcond=None
    )[0]
    return torch.tensor(solution[0]), torch.tensor(
        solution[1] if bias else 0.0, dtype=torch.float64
    )
