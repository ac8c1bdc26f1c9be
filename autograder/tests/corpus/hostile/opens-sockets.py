# what: TCP, UDP, raw, Unix, abstract, netlink and vsock sockets are opened and connected.
# needs: linux

# %% first
import ctypes
import socket
import urllib.request

families = {
    "tcp": (socket.AF_INET, socket.SOCK_STREAM, 0), "tcp6": (socket.AF_INET6, socket.SOCK_STREAM, 0),
    "udp": (socket.AF_INET, socket.SOCK_DGRAM, 0), "unix": (socket.AF_UNIX, socket.SOCK_STREAM, 0),
    "raw": (socket.AF_INET, socket.SOCK_RAW, 1), "netlink": (socket.AF_NETLINK, socket.SOCK_RAW, 0),
    "packet": (socket.AF_PACKET, socket.SOCK_RAW, 0), "vsock": (40, socket.SOCK_STREAM, 0),
    "alg": (38, socket.SOCK_SEQPACKET, 0),
}
for name, arguments in families.items():
    try:
        socket.socket(*arguments)
        print("HO" + "LE: a socket of kind", name)
    except OSError as error:
        print(name, error)
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", int("@PORT@")), timeout=2).send(b"@MARK@"),
    lambda: urllib.request.urlopen("http://127.0.0.1:@PORT@/@MARK@", timeout=2),
    lambda: socket.socket(socket.AF_UNIX).connect("@SOCKET@"),
    lambda: socket.create_server(("127.0.0.1", 0)),
    lambda: socket.getaddrinfo("example.org", 80),
):
    try:
        attempt()
        print("HO" + "LE: a connection")
    except OSError as error:
        print(error)
