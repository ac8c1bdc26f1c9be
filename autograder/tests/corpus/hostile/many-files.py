# what: A hundred thousand files and folders are made in the scratch folder, with odd names.

# %% before forward
import os

names = ["new\nline", "tab\t", "‮gnp.exe", "🙂" * 60, "x" * 255, " ", "-rf", "*", "$(touch x)", "a;b", "\x1b[31m", b"\xff\xfe".decode("utf-8", "surrogateescape"), "linear-layer.ipynb", "feedback.html", "..."]
for name in names:
    try:
        os.mkdir(name)
    except OSError as error:
        print(error)
    try:
        open(os.path.join(name, name), "w").close()
    except OSError as error:
        print(error)

# %% before parameter-count
import os

made = 0
try:
    for number in range(100_000):
        with open(f"file-{number}", "w") as file:
            made += 1
except OSError as error:
    print(made, error)
if made == 100_000:
    print("HO" + "LE: a hundred thousand files")
