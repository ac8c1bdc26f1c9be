# what: The solution prints the hidden inputs through every stream, logger, display and descriptor.

# %% before forward
import logging
import os
import sys
import threading
import warnings

word = "LEAK" + "ED "

# %% replace forward
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        text = word + str(x)
        print(text, flush=True)
        for stream in (sys.stderr, sys.__stdout__, sys.__stderr__):
            try:
                stream.write(text)
                stream.flush()
            except Exception:
                pass
        for number in (1, 2):
            try:
                os.write(number, text.encode())
            except OSError:
                pass
        display(text)
        get_ipython().display_pub.publish({"text/plain": text})
        get_ipython().write_err(text) if hasattr(get_ipython(), "write_err") else None
        logging.getLogger().error(text)
        warnings.warn(text)
        return x @ self.weight.T + self.bias
