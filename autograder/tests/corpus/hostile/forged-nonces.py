# what: Frames and objects are searched for a nonce or a request, to answer it first.
# wrong: count-parameters
# expect: count-parameters=killed|failed
# because: a forged frame may be thrown away, end the answer or end the process; none of these gives points

# %% replace count-parameters
import os
import struct
import sys

from autograder import wire


def count_parameters(module):
    found, frame = set(), sys._getframe()
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if isinstance(value, (bytes, bytearray)) and 4 <= len(value) <= 100_000:
                found |= {bytes(value[:length]) for length in (8, 12, 16, 24, 32, 64)}
        frame = frame.f_back
    facets = {"count": 13, "again": 13, "flags_after": True, "state_after": True, "mode_after": True}
    answer = wire.encode({"facets": facets, "verdict": "passed", "points": 3.0})
    for nonce in found:
        body = nonce + answer
        for head in (struct.pack("<I", len(body)), struct.pack(">I", len(body)), struct.pack("<Q", len(body))):
            for number in range(3, 4096):
                try:
                    os.write(number, head + body)
                except OSError:
                    pass
    return -1
