# what: Symbolic and hard links into the scratch folder are made and followed.

# %% first
import os
import shutil

for make in (os.symlink, os.link):
    for number, name in enumerate(("gradebook.db", "submitted/zoe/02-linear-layer/linear-layer.ipynb")):
        link = f"link-{make.__name__}-{number}"
        try:
            make(f"@COURSE@/{name}", link)
            print("HO" + "LE: read through a link", open(link, "rb").read(100))
        except OSError as error:
            print(error)
        try:
            there = os.stat(f"@COURSE@/{name}").st_size
            with open(link, "ab") as file:
                file.write(b"@MARK@")
            # Without a link this is a new file, in the scratch folder.
            if os.stat(f"@COURSE@/{name}").st_size != there:
                print("HO" + "LE: wrote through a link")
        except OSError as error:
            print(error)
try:
    os.symlink("@COURSE@", "course")
    print("HO" + "LE: listed", os.listdir("course"))
except OSError as error:
    print(error)
