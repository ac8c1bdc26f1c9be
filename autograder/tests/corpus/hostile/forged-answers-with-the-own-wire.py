# what: The runner's own encoder is used to send an answer of the learner's on every socket.
# wrong: forward
# expect: forward=killed

# %% before forward
import gc
import os
import socket

try:
    from autograder import wire

    forged = wire.encode({"is_module": True, "y": torch.zeros(2), "verdict": "passed"})
except Exception as error:
    forged = b"\x02\x00\x00\x00{}" + b"\x02\0\0\0\0\0\0\0{}"

# %% after forward
right_call = Linear.__call__


def forging(self, x):
    for thing in gc.get_objects():
        if isinstance(thing, socket.socket):
            try:
                thing.send(forged)
            except Exception:
                pass
    for number in range(3, 4096):
        try:
            os.write(number, len(forged).to_bytes(4, "little") + forged)
        except OSError:
            pass
    return right_call(self, x)


Linear.__call__ = forging
