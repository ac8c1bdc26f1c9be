# what: /proc is listed, and memory maps, command lines and descriptors are read.
# needs: linux

# %% first
import os

for name in ("maps", "cmdline", "status", "mem", "mountinfo", "smaps", "stat", "cgroup"):
    for process in ("self", str(os.getppid()), "thread-self"):
        try:
            with open(f"/proc/{process}/{name}", "rb") as file:
                file.seek(0)
                if name == "mem" or file.read(10):
                    print("HO" + "LE: opened", process, name)
        except OSError as error:
            print(error)
for folder in ("/proc", "/proc/self/fd", f"/proc/{os.getppid()}/fd", "/proc/self/task"):
    try:
        print("HO" + "LE: listed", folder, os.listdir(folder)[:5])
    except OSError as error:
        print(error)
