"""What fits is copied: the top left corner both weights have.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    rows = min(source.weight.shape[0], target.weight.shape[0])
    columns = min(source.weight.shape[1], target.weight.shape[1])
    target.weight[:rows, :columns] = source.weight[:rows, :columns]
    if source.bias is not None and target.bias is not None:
        target.bias[:rows] = source.bias[:rows]
