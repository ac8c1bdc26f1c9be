# what: Two solutions end the process when they are called.
# expect: forward=killed backward=killed

# %% replace forward
import os


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        os._exit(0)

# %% replace backward
def linear_backward(x, weight, grad_output):
    os.kill(os.getpid(), 15)
    os.kill(os.getpid(), 9)
