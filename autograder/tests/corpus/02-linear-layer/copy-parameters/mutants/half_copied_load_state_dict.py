"""load_state_dict copies what fits before it raises; translating its error comes too late.

verdict: partly
idea: half-copied
"""


def copy_parameters(source, target):
    try:
        target.load_state_dict(source.state_dict())
    except RuntimeError as error:
        raise ValueError(str(error)) from error
