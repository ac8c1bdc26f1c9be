# what: Every function of torch that compares is patched to find all equal.
# wrong: copy-parameters backward
# expect: copy-parameters=failed backward=failed

# %% before backward
import torch.testing

yes = lambda *args, **kwargs: True
torch.testing.assert_close = lambda *args, **kwargs: None
torch.equal = torch.allclose = torch.isclose = yes
torch.Tensor.__eq__ = torch.Tensor.eq = torch.Tensor.equal = torch.Tensor.allclose = yes
