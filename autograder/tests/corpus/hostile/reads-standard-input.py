# what: Standard input, the terminal and consoles are opened and read.
# needs: linux

# %% before backward
import os
import sys

for name in ("/dev/tty", "/dev/console", "/dev/tty0", "/dev/ptmx", "/dev/mem", "/dev/sda", "/dev/vda", "/dev/kmsg"):
    try:
        os.open(name, os.O_RDWR | os.O_NONBLOCK)
        print("HO" + "LE: opened", name)
    except OSError as error:
        print(name, error)
if os.read(0, 10):
    print("HO" + "LE: there is input")
print(os.isatty(0), os.isatty(1), os.isatty(2))
if any(map(os.isatty, (0, 1, 2))):
    print("HO" + "LE: a terminal")
