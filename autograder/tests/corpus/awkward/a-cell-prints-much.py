# what: One cell prints twenty thousand lines, as a loop with a forgotten print does.
# shown: step 0 of the loop

# %% before parameter-count
for step in range(20_000):
    print("step", step, "of the loop: the loss is still going down")
