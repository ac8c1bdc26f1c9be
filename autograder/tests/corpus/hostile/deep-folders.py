# what: Folders are nested thousands deep, and some can be neither entered nor listed.

# %% before forward
import os

start = os.getcwd()
depth = 0
try:
    for _ in range(5000):
        os.mkdir("d" * 50)
        os.chdir("d" * 50)
        depth += 1
except OSError as error:
    print(error)
print(depth)
os.chdir(start)

# %% before parameter-count
os.umask(0o777)
os.mkdir("locked", 0o000)
os.makedirs("locked-2/inside", exist_ok=True)
open("unreadable", "w").close()
os.umask(0o022)
os.makedirs("sticky", 0o1000, exist_ok=True)
try:
    os.chmod("sticky", 0)
except OSError as error:
    print(error)
os.symlink("/", "root")
os.symlink("loop", "loop")
os.mkfifo("pipe") if hasattr(os, "mkfifo") else None
