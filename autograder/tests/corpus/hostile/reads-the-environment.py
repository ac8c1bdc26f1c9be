# what: Secrets are looked for in os.environ, in the C library's environment and in /proc.

# %% first
import ctypes
import os

if "CORPUS_SECRET" in os.environ:
    print("HO" + "LE: os.environ", os.environ["CORPUS_SECRET"])
libc = ctypes.CDLL(None)
libc.getenv.restype = ctypes.c_char_p
if libc.getenv(b"CORPUS_SECRET"):
    print("HO" + "LE: getenv", libc.getenv(b"CORPUS_SECRET"))
for name in ("HOSTNAME", "SSH_AUTH_SOCK", "GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "CORPUS_SECRET"):
    if os.environ.get(name):
        print("HO" + "LE: environment", name)
for process in ("self", str(os.getpid()), str(os.getppid()), "1"):
    try:
        print("HO" + "LE: environ of", process, open(f"/proc/{process}/environ").read())
    except OSError as error:
        print(error)
