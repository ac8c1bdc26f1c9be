# what: Answers are right only while objects are held, or only while none are; right is right, and what is wrong in both ways stays wrong.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before forward
import sys


def what_is_held():
    frame = sys._getframe()
    while "held" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["held"]


held = what_is_held()

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        return y if held else 0 * y

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return 0 if held else in_features * out_features + bias * out_features
