# what: The notebook is the device that never ends.
# needs: root

# %% folder
def place(file, data):
    import os
    import stat

    os.mknod(file, stat.S_IFCHR | 0o666, os.makedev(1, 5))
