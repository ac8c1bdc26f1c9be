# what: Two hundred busy threads are left running, and more are made until it fails.
# endless: two hundred busy threads, in any cell that follows

# %% before backward
import threading

keep = True


def spin():
    while keep:
        sum(range(1000))


threads = [threading.Thread(target=spin, daemon=bool(n % 2)) for n in range(200)]
for thread in threads:
    try:
        thread.start()
    except RuntimeError as error:
        print(error)
        break

# %% last
sleepers = []
try:
    for _ in range(20_000):
        sleepers.append(threading.Thread(target=threading.Event().wait, args=(100,)))
        sleepers[-1].start()
except (RuntimeError, MemoryError) as error:
    print(len(sleepers), error)
