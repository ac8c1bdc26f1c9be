# what: Magics and questions stand between the lines of a solution cell.

# %% replace copy-parameters
%precision 4
nn.Module.load_state_dict?


def copy_parameters(source, target):
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one has a bias")
    ours = dict(target.named_parameters())
    for name, parameter in source.named_parameters():
        if parameter.shape != ours[name].shape:
            raise ValueError(name)
    with torch.no_grad():
        target.weight.copy_(source.weight)
        if source.bias is not None:
            target.bias.copy_(source.bias)


%time copy_parameters(nn.Linear(20, 30), nn.Linear(20, 30))
