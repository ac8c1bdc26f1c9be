# what: A cell between the exercises never ends and swallows every exception.
# endless: a loop in a cell

# %% before count-parameters
import time

while True:
    try:
        while True:
            time.sleep(1)
    except BaseException:
        pass
