# what: An answer comes one byte at a time and would take hours.
# expect: count-parameters=timeout
# endless: sending an answer

# %% replace count-parameters
import socket
import time


def count_parameters(module):
    whole = socket.socket.sendall

    class Dripping(socket.socket):
        pass

    def drip(self, data, *flags):
        for byte in data:
            self.send(bytes([byte]))
            time.sleep(0.2)

    import autograder.worker as worker
    import sys

    frame = sys._getframe()
    while "channel" not in frame.f_locals:
        frame = frame.f_back
    channel = frame.f_locals["channel"]
    Dripping.sendall = drip
    channel.__class__ = Dripping
    return sum(p.numel() for p in module.parameters())
