# what: The whole class is a string that is executed, and its name has its letters shifted.
# expect: forward=review

# %% replace forward
import codecs

exec(
    codecs.decode("pynff Yvarne(aa.Yvarne):\n    cnff", "rot13"),
    globals(),
)
