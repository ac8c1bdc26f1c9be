# what: Folders can be neither entered nor listed, are links and pipes, or are nested thousands deep.

# %% before forward
import os

for attempt in (
    lambda: os.mkdir("outer"),
    lambda: open("outer/file", "w").close(),
    lambda: os.mkdir("outer/locked", 0o000),
    lambda: os.mkdir("locked", 0o000),
    lambda: os.close(os.open("unreadable", os.O_CREAT, 0o000)),
    lambda: os.chmod("outer", 0o000),
    lambda: os.symlink("/", "root"),
    lambda: os.symlink("loop", "loop"),
    lambda: os.mkfifo("pipe"),
):
    try:
        attempt()
    except OSError as error:
        print(error)

# %% before parameter-count
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
print(depth, "folders deep")
