# what: A thread started by a cell writes noise to every descriptor while later cells run and are checked.
# expect: all=killed|error|timeout|passed
# because: noise may reach any answer or none; the grader must live, and no other submission may notice

# %% before forward
import os
import threading
import time


def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False


def noise():
    end = time.time() + 20
    targets = [number for number in range(3, 4096) if is_open(number)]
    while time.time() < end:
        for number in targets:
            try:
                os.write(number, b"\0\0\0\x10" + os.urandom(64))
            except OSError:
                pass
        time.sleep(0.001)


threading.Thread(target=noise, daemon=True).start()
