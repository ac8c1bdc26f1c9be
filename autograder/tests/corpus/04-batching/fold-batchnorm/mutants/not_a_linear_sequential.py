"""Both layers in a Sequential, in evaluation mode.

verdict: failed
idea: not-a-linear
"""

from torch import nn

import copy


def fold_batchnorm(linear, bn):
    if bn.running_mean is None or bn.running_var is None:
        raise ValueError("bn keeps no running statistics")
    if bn.num_features != linear.out_features:
        raise ValueError(f"{linear.out_features} outputs, but bn has {bn.num_features} features")
    return nn.Sequential(copy.deepcopy(linear), copy.deepcopy(bn)).eval()
