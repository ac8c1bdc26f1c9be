# what: The solution returns zeros, and a thread changes their storage again and again afterwards.
# expect: forward=failed

# %% replace forward
import threading
import time

alive = []


def stir():
    while True:
        for value in alive[-20:]:
            value.uniform_(-3, 3)
        time.sleep(0.0005)


class Linear(nn.Module):
    started = False

    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))
        if not Linear.started:
            Linear.started = True
            threading.Thread(target=stir, daemon=True).start()

    def forward(self, x):
        y = x.new_zeros((*x.shape[:-1], len(self.bias)))
        alive.append(y.detach())
        return y
