# what: An io_uring is set up, whose operations pass by system call filters.
# needs: linux

# %% first
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
parameters = ctypes.create_string_buffer(256)
for number, arguments in {425: (8, parameters), 426: (-1, 0, 0, 0, 0, 0), 427: (-1, 0, 0, 0)}.items():
    done = libc.syscall(number, *arguments)
    # EBADF would mean that the call itself is open.
    if done >= 0 or ctypes.get_errno() == 9:
        print("HO" + "LE: system call", number, done)
