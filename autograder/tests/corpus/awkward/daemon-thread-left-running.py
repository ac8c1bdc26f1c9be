# what: A clock thread ticks in the background until the end.

# %% first
import threading
import time

ticks = []


def clock():
    while True:
        ticks.append(time.time())
        time.sleep(0.05)


threading.Thread(target=clock, daemon=True).start()
