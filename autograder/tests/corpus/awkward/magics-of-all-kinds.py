# what: Line and cell magics that people use while working.

# %% first
%matplotlib inline
%load_ext autoreload
%autoreload 2
%config InlineBackend.figure_format = "retina"
%precision 3

# %% before parameter-count
%time total = sum(range(1000))
%timeit -n 10 -r 2 sum(range(100))
%who
%whos
%pwd
%env MY_VARIABLE=3
%lsmagic

# %% after check-backward
%%capture captured
print("this is kept in a variable")

# %% last
%xmode Verbose
%history -n -l 3
%timeit -n 5 -r 1 linear_parameter_count(3, 4)
