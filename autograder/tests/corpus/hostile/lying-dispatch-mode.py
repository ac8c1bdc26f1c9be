# what: A torch function mode left on answers for torch itself.
# wrong: backward
# expect: backward=failed

# %% before backward
from torch.overrides import TorchFunctionMode


class Lie(TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        if getattr(function, "__name__", "") in ("equal", "allclose", "isclose", "assert_close", "__eq__", "eq"):
            return torch.tensor(True)
        return function(*args, **(kwargs or {}))


mode = Lie()
mode.__enter__()
