# what: Frames and objects are searched for a nonce or a request, to answer it first.
# wrong: count-parameters
# expect: count-parameters=failed|error|killed
# because: a forged frame may be thrown away, end the answer or end the process; none of these gives points

# %% replace count-parameters
import gc
import json
import os
import struct
import sys


def count_parameters(module):
    secrets, frame = set(), sys._getframe()
    while frame is not None:
        for value in frame.f_locals.values():
            if isinstance(value, (bytes, str)) and 4 <= len(value) <= 64:
                secrets.add(value)
        frame = frame.f_back
    for value in list(secrets)[:50]:
        nonce = value if isinstance(value, bytes) else value.encode("utf-8", "replace")
        answer = json.dumps({"nonce": nonce.hex(), "verdict": "passed", "count": 13}).encode()
        for number in range(3, 32):
            for body in (nonce + answer, nonce + struct.pack("<I", len(answer)) + answer, answer + b"\n"):
                try:
                    os.write(number, body)
                except OSError:
                    break
    return -1
