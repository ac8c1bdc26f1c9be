# what: Threads, exit handlers, finalizers and timers print the hidden inputs after the check.

# %% before copy-parameters
import atexit
import gc
import os
import signal
import sys
import threading
import time

kept = []


def tell():
    if kept:
        for write in (print, sys.__stdout__.write, lambda text: os.write(1, text.encode())):
            try:
                write("LEAK" + "ED " + str(kept))
            except Exception:
                pass


def keep_telling():
    while True:
        time.sleep(0.01)
        tell()


class Teller:
    def __del__(self):
        tell()


atexit.register(tell)
threading.Thread(target=keep_telling, daemon=True).start()
gc.callbacks.append(lambda *_: tell())

# %% replace copy-parameters
def copy_parameters(source, target):
    kept.append(source.weight.tolist())
    Teller()
    threading.Timer(0.01, tell).start()
    for name in ("weight", "bias"):
        if getattr(getattr(source, name), "shape", None) != getattr(getattr(target, name), "shape", None):
            raise ValueError("do not fit")
    with torch.no_grad():
        target.weight.copy_(source.weight)
        if source.bias is not None:
            target.bias.copy_(source.bias)

# %% last
time.sleep(0.3)
tell()
