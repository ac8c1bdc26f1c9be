# what: Cells keep a log, count their runs in a file, make folders and files that must not be there yet, and time themselves.
# wrong: copy-parameters
# expect: copy-parameters=failed
# shown: run 1 of this notebook

# %% first
import os
import random
import time
from pathlib import Path

log = Path("log.txt")
runs = len(log.read_text().splitlines()) + 1 if log.exists() else 1
with log.open("a") as file:
    file.write(f"{time.time()} {random.random()} {os.getpid()}\n")
print("run", runs, "of this notebook")
os.mkdir("results")
with open("results/first", "x") as file:
    file.write("never written over")

# %% replace parameter-count
calls = 0


def linear_parameter_count(in_features, out_features, bias=True):
    global calls
    calls += 1
    if calls % 5 == 0:
        print("called", calls, "times")
        with open("results/calls", "a") as file:
            file.write(f"{calls}\n")
    return in_features * out_features + (out_features if bias else 0)
