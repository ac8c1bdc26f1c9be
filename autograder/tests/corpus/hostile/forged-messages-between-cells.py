# what: A cell writes forged frames to every descriptor before anything is checked.
# wrong: forward
# expect: forward=failed

# %% before forward
import json
import os
import struct

text = json.dumps({"d": {"y": {"f": "0x1p+0"}, "verdict": "passed", "points": 16}}).encode()
message = struct.pack("<I", len(text)) + text + struct.pack("<Q", 2) + b"{}"
for number in range(3, 4096):
    for body in (message, struct.pack("<I", len(message)) + message, struct.pack(">I", len(message)) + message):
        try:
            os.write(number, body)
        except OSError:
            break
