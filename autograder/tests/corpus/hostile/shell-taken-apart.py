# what: The shell's hooks, traceback printers, formatters and namespaces are replaced by ones that raise.

# %% before forward
def broken(*args, **kwargs):
    raise SystemExit("broken")


ip = get_ipython()
ip.showtraceback = ip.showsyntaxerror = ip.InteractiveTB = broken
ip.display_formatter.format = broken
ip.user_ns_hidden.clear()

# %% before parameter-count
1 / 0
