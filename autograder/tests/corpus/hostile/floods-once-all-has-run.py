# what: A thread waits until all cells have run, then writes to every descriptor before anything is asked.

# %% before forward
import os
import threading
import time

import sys


def what_is_held():
    frame = sys._getframe()
    while "held" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["held"]


def flood(held):
    while len(held) < 5:
        time.sleep(0.001)
    end = time.time() + 5
    while time.time() < end:
        for number in range(3, 128):
            try:
                os.write(number, b"\x10\0\0\0" + os.urandom(16))
            except OSError:
                pass


threading.Thread(target=flood, args=(what_is_held(),), daemon=True).start()

# %% last
time.sleep(0.2)
