# what: An answer comes one byte at a time and would take hours.
# expect: count-parameters=timeout
# endless: sending an answer

# %% replace count-parameters
import socket
import sys
import time


class Dripping(socket.socket):
    __slots__ = ()

    def sendall(self, data, *flags):
        for byte in data:
            self.send(bytes([byte]))
            time.sleep(0.2)


def count_parameters(module):
    frame = sys._getframe()
    while "channel" not in frame.f_locals:
        frame = frame.f_back
    frame.f_locals["channel"].__class__ = Dripping
    return sum(p.numel() for p in module.parameters())
