"""An object with __call__, not a function.

verdict: passed
"""


class Dot:
    """Counts its calls, which is nobody's business."""

    def __init__(self):
        self.calls = 0

    def __call__(self, u, v):
        self.calls += 1
        if u.ndim != 1 or v.ndim != 1 or u.numel() != v.numel():
            raise ValueError("unequal")
        return u.mul(v).sum()


dot = Dot()
