# what: A process that has nothing to do with grading is killed, stopped, traced and reniced.
# needs: linux

# %% before parameter-count
import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
bystander = int("@CANARY@")
for attempt in (
    lambda: os.kill(bystander, signal.SIGKILL),
    lambda: os.kill(bystander, signal.SIGSTOP),
    lambda: os.killpg(bystander, signal.SIGKILL),
    lambda: signal.pidfd_send_signal(os.pidfd_open(bystander), signal.SIGKILL),
    lambda: os.setpriority(os.PRIO_PROCESS, bystander, 19),
    lambda: os.sched_setaffinity(bystander, {0}),
):
    try:
        attempt()
        print("HO" + "LE: the bystander was reached")
    except OSError as error:
        print(error)
for number in (200, 234, 129, 297, 62):
    arguments = (bystander, bystander, 9) if number == 234 else (bystander, 9, 0)
    if libc.syscall(number, *arguments) == 0:
        print("HO" + "LE: system call", number)
