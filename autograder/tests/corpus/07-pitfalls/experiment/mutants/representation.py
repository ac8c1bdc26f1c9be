"""What print shows.

verdict: failed
idea: looks-at-the-class
"""


def experiment(make_layer):
    return str(make_layer(3, 2))
