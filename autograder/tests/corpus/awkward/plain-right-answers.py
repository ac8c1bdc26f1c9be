# what: Nothing awkward at all: the right answers as they are.
