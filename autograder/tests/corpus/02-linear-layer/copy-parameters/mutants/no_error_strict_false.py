"""strict=False lets a missing or superfluous bias pass.

verdict: partly
idea: no-error-on-mismatch
"""


def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError("the weights differ in shape")
    target.load_state_dict(source.state_dict(), strict=False)
