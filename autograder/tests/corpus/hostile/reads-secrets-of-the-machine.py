# what: Password hashes, keys, histories and the root folder are read.
# needs: linux

# %% first
import os

home = os.path.expanduser("~root")
for name in ("/etc/shadow", f"{home}/.bashrc", f"{home}/.profile", "/var/log/dpkg.log", "/boot"):
    try:
        if os.path.isdir(name):
            os.listdir(name)
        else:
            open(name, "rb").read(1)
        print("HO" + "LE: read", name)
    except OSError as error:
        print(error)
for folder in ("/", "/home", "/root", "/tmp", "/var", os.path.dirname("@COURSE@")):
    try:
        os.listdir(folder)
        print("HO" + "LE: listed", folder)
    except OSError as error:
        print(error)
