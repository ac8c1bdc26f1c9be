# what: Warnings are turned into errors and left so, and a solution warns.

# %% last
# %% before forward
import warnings

warnings.simplefilter("error")


# %% replace copy-parameters
def copy_parameters(source, target):
    try:
        warnings.warn("about to copy")
    except UserWarning:
        pass
    mine, theirs = dict(target.named_parameters()), dict(source.named_parameters())
    if {k: v.shape for k, v in mine.items()} != {k: v.shape for k, v in theirs.items()}:
        raise ValueError("these layers do not fit")
    with torch.no_grad():
        for name, parameter in mine.items():
            parameter.copy_(theirs[name])
