# what: Answers to earlier, right checks are recorded and sent again for a wrong one.
# wrong: copy-parameters
# expect: copy-parameters=killed

# %% before forward
import os
import socket

sent = []
real_write, real_send, real_sendall = os.write, socket.socket.send, socket.socket.sendall


def write(number, data):
    if sent and 'copy_done' in globals():
        data = sent[0][1]
    sent.append((number, bytes(data)))
    return real_write(number, data)


def sendall(self, data, *flags):
    if sent and 'copy_done' in globals():
        data = sent[0][1]
    sent.append((self.fileno(), bytes(data)))
    return real_sendall(self, data, *flags)


os.write = write
socket.socket.send = socket.socket.sendall = sendall

# %% replace copy-parameters
def copy_parameters(source, target):
    globals()["copy_done"] = True
    for number, data in sent[:20]:
        try:
            real_write(number, data)
        except OSError:
            pass
