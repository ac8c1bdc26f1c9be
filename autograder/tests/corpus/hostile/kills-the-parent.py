# what: The parent process is sent signals, asked for, and its priority changed.
# needs: linux

# %% before forward
import os
import signal

parent = os.getppid()
for number in (0, signal.SIGTERM, signal.SIGSTOP, signal.SIGKILL):
    if parent > 1:
        try:
            os.kill(parent, number)
            print("HO" + "LE: the parent took signal", number)
        except OSError as error:
            print(error)
for attempt in (
    lambda: os.setpriority(os.PRIO_PROCESS, parent, 5),
    lambda: os.sched_setaffinity(parent, {0}),
    lambda: os.kill(-1, 0),
    lambda: os.killpg(os.getpgid(parent), 0),
):
    try:
        attempt()
        print("HO" + "LE: the parent's process was reached")
    except OSError as error:
        print(error)
