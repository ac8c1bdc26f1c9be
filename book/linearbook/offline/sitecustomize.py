"""Refuses the network to every Python that the build of the book starts.

`linearbook.build` puts this folder on PYTHONPATH, and Python imports `sitecustomize` when it
starts: Sphinx, the kernels and what their cells start can reach this machine and no other. A page
that downloads fails on its author's machine then, not on the first reader's without a network.
"""

import sys


def refuse(event: str, arguments: tuple) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # else a path: a Unix socket
    else:
        return
    host = host.decode(errors="replace") if isinstance(host, bytes) else host
    if host and host not in ("localhost", "::1", "0.0.0.0", "::") and not host.startswith("127."):
        raise OSError(f"the book is built without the network, and this asks for {host}")


sys.addaudithook(refuse)
