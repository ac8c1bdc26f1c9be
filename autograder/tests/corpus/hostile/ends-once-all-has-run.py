# what: A thread ends the process when all cells have run and nothing has been asked yet.

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


def end(held):
    while len(held) < 5:
        time.sleep(0.001)
    time.sleep(0.01)
    os._exit(0)


threading.Thread(target=end, args=(what_is_held(),), daemon=True).start()

# %% last
time.sleep(0.005)
