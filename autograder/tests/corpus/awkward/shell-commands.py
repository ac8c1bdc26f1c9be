# what: Shell commands, which may not work where grading happens, in cells of their own and after a definition.

# %% first
!ls
!pip list

# %% before parameter-count
files = !ls -l
print(files)

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return (in_features + int(bias)) * out_features


!echo counted

# %% last
%%bash
echo hello
uname -a
