# what: The methods that execute a cell are replaced by ones that say all went well for a check.
# wrong: copy-parameters
# expect: copy-parameters=failed

# %% before copy-parameters
ip = get_ipython()
for owner in [ip, type(ip), getattr(ip, "kernel", None), type(getattr(ip, "kernel", None))]:
    for name in ["do_execute", "run_cell", "run_cell_async", "run_code", "run_ast_nodes", "execute_request"]:
        original = getattr(owner, name, None)

        def patched(*args, original=original, **kwargs):
            if any(isinstance(a, str) and "check(" in a for a in args):
                return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}
            return original(*args, **kwargs)

        if original is not None:
            try:
                setattr(owner, name, patched)
            except Exception:
                pass
