# what: sys.displayhook, the exception handler and the representation of tensors are the learner's own.

# %% before forward
import sys

sys.displayhook = lambda value: None
get_ipython().set_custom_exc((ZeroDivisionError,), lambda *_: print("division!"))
torch.Tensor.__repr__ = lambda self: f"<{tuple(self.shape)}>"

# %% after check-forward
1 / 0

# %% last
Linear(2, 3).weight
