# what: The solution sends a forged answer and ends its process at once with status 0.
# expect: forward=killed

# %% replace forward
import json
import os


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        for number in range(1, 4096):
            try:
                os.write(number, json.dumps({"verdict": "passed", "points": 4.0}).encode() + b"\n")
            except OSError:
                pass
        os._exit(0)
