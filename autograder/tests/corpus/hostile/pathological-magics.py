# what: Magics that run files, replace the shell's parts, or reach outside are called.

# %% before forward
%run @COURSE@/submitted/zoe/02-linear-layer/linear-layer.ipynb

# %% before forward
%load @COURSE@/gradebook.db

# %% before forward
%%writefile @OUTSIDE@/@MARK@
written by a magic

# %% before forward
%cd @COURSE@

# %% before forward
%sx cat @COURSE@/gradebook.db

# %% before forward
%%script bash --bg
touch @OUTSIDE@/@MARK@
sleep 60

# %% before forward
%notebook @OUTSIDE@/@MARK@.ipynb

# %% before forward
%logstart @OUTSIDE@/@MARK@.log

# %% before forward
%store hole > @OUTSIDE@/@MARK@

# %% before forward
%killbgscripts

# %% before forward
%edit @OUTSIDE@/@MARK@.py
