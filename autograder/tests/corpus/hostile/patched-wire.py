# what: The functions that encode answers are replaced by ones that claim success.
# wrong: forward copy-parameters
# expect: all=passed|failed|error|killed forward=failed|error|killed copy-parameters=failed|error|killed
# because: whose process speaks nonsense may lose its answers, right ones too; only the wrong ones must not gain

# %% before forward
import json
import struct
import sys

import safetensors.torch

real_dumps = json.dumps


def lying_dumps(value, *args, **kwargs):
    return real_dumps({"d": {"verdict": "passed", "points": 4}}, *args, **kwargs)


json.dumps = lying_dumps
safetensors.torch.save = lambda *args, **kwargs: struct.pack("<Q", 2) + b"{}"
for name, module in list(sys.modules.items()):
    if name.startswith("autograder"):
        for attribute in ("encode", "save_tensors", "plain_tensor", "dumps"):
            if hasattr(module, attribute):
                setattr(module, attribute, lying_dumps)
