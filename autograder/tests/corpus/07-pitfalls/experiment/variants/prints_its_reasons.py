"""It prints and keeps a log.

verdict: passed
"""

import torch


def experiment(make_layer):
    log = []
    layer = make_layer(300, 20)
    log.append([tuple(p.shape) for p in layer.parameters()])
    if log[0]:
        log.append(sum(p.abs().max().item() > 0.1 for p in layer.parameters()))
    layer(torch.zeros((0, 300)))
    log.append([tuple(p.shape) for p in layer.parameters()])
    print(log)
    return tuple(map(str, log))
