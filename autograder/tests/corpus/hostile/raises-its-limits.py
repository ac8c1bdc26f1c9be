# what: Resource limits, capabilities, priorities and the system call filter are changed.
# needs: linux

# %% before forward
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC", "DATA", "CORE", "STACK"):
    which = getattr(resource, f"RLIMIT_{name}")
    soft, hard = resource.getrlimit(which)
    try:
        if hard != resource.RLIM_INFINITY:
            resource.setrlimit(which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            print("HO" + "LE: raised", name)
        resource.prlimit(int("@CANARY@"), resource.RLIMIT_CPU, (1, 1))
        print("HO" + "LE: limited a bystander")
    except (OSError, ValueError) as error:
        print(name, error)
try:
    os.nice(-5)
    print("HO" + "LE: a better priority")
except OSError as error:
    print(error)
GET_NO_NEW_PRIVS = 39
if libc.prctl(GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0:
    print("HO" + "LE: no_new_privs is not set")
