# what: Solutions and cells warn, with warnings of several kinds.

# %% first
import warnings

warnings.warn("this is only a warning")


# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    warnings.warn("counting", DeprecationWarning)
    warnings.warn("still counting", FutureWarning, stacklevel=2)
    return out_features * (in_features + (1 if bias else 0))


# %% after parameter-count
torch.tensor([1.0, 2.0]).to(torch.complex64).to(torch.float32)
torch.tensor(linear_parameter_count(torch.tensor(2), 3))
