"""An object with __call__, typed and with a helper, that prints.

verdict: passed
"""

import torch


class _Linear:
    def fits(self, x, weight, bias):
        ok = weight.ndim == 2 and x.ndim >= 1 and x.size(-1) == weight.size(1)
        return ok and (bias is None or list(bias.size()) == [weight.size(0)])

    def __call__(
        self, x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor | None = None
    ) -> torch.Tensor:
        if not self.fits(x, weight, bias):
            raise ValueError("shapes do not fit")
        print("linear of", x.shape)
        return torch.matmul(x, weight.T) + (0 if bias is None else bias)


linear = _Linear()
