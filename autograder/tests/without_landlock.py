"""``python without_landlock.py COMMAND …``: COMMAND as on a kernel that has no Landlock."""

import errno
import os
import sys

import pyseccomp

if __name__ == "__main__":
    wall = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    wall.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "landlock_create_ruleset")
    wall.load()
    os.execv(sys.argv[1], sys.argv[1:])
