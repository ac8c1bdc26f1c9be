# what: Descriptors are replaced by files, and shut down for writing, while an answer is due.
# expect: parameter-count=killed|error|failed|timeout
# because: how a channel that was cut looks from outside depends on which end fails first

# %% replace parameter-count
import os
import socket


def linear_parameter_count(in_features, out_features, bias=True):
    trap = os.open("trap", os.O_RDWR | os.O_CREAT)
    for number in range(3, 4096):
        try:
            end = socket.socket(fileno=os.dup(number))
            end.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        if number != trap:
            try:
                os.dup2(trap, number)
            except OSError:
                pass
    return in_features * out_features + bias * out_features
