# what: One end of a socketpair, which is allowed, is turned to other addresses.
# needs: linux

# %% before forward
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    try:
        one, other = socket.socketpair(socket.AF_UNIX, kind)
    except OSError as error:
        print(error)
        continue
    for attempt in (
        lambda: one.connect("@SOCKET@"),
        lambda: one.sendto(b"@MARK@", "@SOCKET@"),
        lambda: one.bind("@OUTSIDE@/@MARK@"),
        lambda: one.bind("\0@MARK@") or one.listen(),
        lambda: one.sendmsg([b"@MARK@"], [], 0, "@SOCKET@"),
    ):
        try:
            attempt()
            print("HO" + "LE: a socket pair reached an address")
        except OSError as error:
            print(error)
