# what: A right notebook in a folder with files of odd names: line breaks, right-to-left marks, emoji, very long.
# expect: all=passed

# %% folder
def place(file, data):
    file.write_bytes(data)
    names = ["new\nline.ipynb", "‮bnypi.x", "🎯" * 60, "x" * 255, "-rf *", " ", "$(touch x).py", b"\xff".decode("utf-8", "surrogateescape")]
    for name in names:
        file.with_name(name).write_bytes(b"{}")
    for name in ("torch.py", "autograder.py", "sitecustomize.py", "conftest.py", "nbgrader_config.py", "ipython_config.py"):
        file.with_name(name).write_text("open('@OUTSIDE@/@MARK@', 'w')\nraise SystemExit('imported from a submission')\n")
    file.with_name("timestamp.txt").write_bytes(b"\xff\xfe not a time <script>" * 1000)
