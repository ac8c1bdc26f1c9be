# what: The method of nn.Linear is borrowed without an instance, by operator.attrgetter.
# expect: forward=review

# %% replace forward
import operator


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))


Linear.forward = operator.attrgetter("Linear.forward")(nn)
