# what: When all cells have run, a thread takes the questions from the channel and answers them itself, nonce and all.
# wrong: parameter-count
# expect: parameter-count=failed

# %% before forward
import struct
import threading
import time

from autograder import wire

import sys


def what_is_held():
    frame = sys._getframe()
    while "held" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["held"]


def the_channel():
    frame = sys._getframe()
    while "channel" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["channel"]


def answer(channel, held):
    while len(held) < 5:
        time.sleep(0.0005)
    while True:
        (size,) = struct.unpack("<I", channel.recv(4))
        question = b""
        while len(question) < size:
            question += channel.recv(size - len(question))
        facets = {"default": 1, "verdict": "passed", "points": 16.0, "y": torch.zeros(3)}
        body = question[:16] + wire.encode({"facets": facets, "passed": True})
        channel.sendall(struct.pack("<I", len(body)) + body)


threading.Thread(target=answer, args=(the_channel(), what_is_held()), daemon=True).start()

# %% last
time.sleep(0.05)
