"""``python -m autograder``: the instructor's desk."""

import sys

from autograder.cli import main

if __name__ == "__main__":  # not in the processes that grading spawns
    sys.exit(main())
