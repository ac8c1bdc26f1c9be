# what: System V shared memory, semaphores and queues, POSIX queues and named segments are made.
# needs: x86_64

# %% first
import ctypes
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)
CREATE = 0o1000 | 0o666
calls = {
    "shmget": (29, (@KEY@, 4096, CREATE)), "semget": (64, (@KEY@, 1, CREATE)),
    "msgget": (68, (@KEY@, CREATE)), "mq_open": (240, (b"@MARK@", 0o102, 0o666, 0)),
    "shmget private": (29, (0, 4096, CREATE)),
}
for name, (number, arguments) in calls.items():
    if libc.syscall(number, *arguments) >= 0:
        print("HO" + "LE:", name)
try:
    shared_memory.SharedMemory("@MARK@", create=True, size=4096)
    print("HO" + "LE: a named segment")
except OSError as error:
    print(error)
