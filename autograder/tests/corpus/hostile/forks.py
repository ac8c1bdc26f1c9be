# what: Processes are made with fork, vfork, clone, posix_spawn, forkpty and multiprocessing.
# needs: linux

# %% before forward
import multiprocessing
import os
import pty
import time


def child():
    time.sleep(30)


def by_fork():
    number = os.fork()
    if number == 0:
        try:
            os.setsid()
            time.sleep(30)
        finally:
            os._exit(0)
    return number


def by_multiprocessing(method):
    process = multiprocessing.get_context(method).Process(target=child)
    process.start()
    return process.pid


for attempt in (
    by_fork,
    by_fork,
    lambda: os.posix_spawn("/bin/sleep", ["sleep", "30"], {}),
    lambda: os.spawnv(os.P_NOWAIT, "/bin/sleep", ["sleep", "30"]),
    lambda: by_multiprocessing("fork"),
    lambda: by_multiprocessing("forkserver"),
):
    try:
        number = attempt()
        if number and number > 0 and number != 127:
            os.kill(number, 0)
            print("HO" + "LE: a new process", number)
    except Exception as error:
        print(type(error).__name__, error)
