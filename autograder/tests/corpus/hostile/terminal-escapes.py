# what: Outputs, errors and names carry escapes that would retitle, clear or answer a terminal.

# %% before forward
print("\x1b]0;owned\x07\x1b[2J\x1b[1;1H\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\")
print("\x1b[8mhidden\x1b[0m \x9b31m \x90q\x9c \x1b[6n \x1b[?1049h" + "\x07" * 100 + "\x00")

# %% before parameter-count
raise ValueError("\x1b]52;c;b3duZWQ=\x07 \x1b[31mred")
