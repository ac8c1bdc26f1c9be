# what: The call is a string that is evaluated, in pieces and in base64.
# expect: forward=review

# %% replace forward
import base64

TEXT = base64.b64decode("bm4uZnVuY3Rpb25hbC5saW5lYXIoeCwgd2VpZ2h0LCBiaWFzKQ==").decode()


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return eval(TEXT, {"nn": nn, "x": x, "weight": self.weight, "bias": self.bias})
