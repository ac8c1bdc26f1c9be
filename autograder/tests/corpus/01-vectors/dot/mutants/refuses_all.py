"""Everything is refused.

verdict: error
idea: refuses-what-fits
"""


def dot(u, v):
    raise ValueError("shapes do not fit")
