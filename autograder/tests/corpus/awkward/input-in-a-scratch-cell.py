# what: A cell of its own asks for input(), which nobody answers.

# %% before parameter-count
name = input("What is your name? ")
print("hello", name)

# %% before parameter-count
import getpass

getpass.getpass()
