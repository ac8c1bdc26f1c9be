"""Errors meant for a person: one line with what was wrong, what was expected, the next step."""


class UserError(Exception):
    """Something a person asked for that cannot be done as asked; its text is shown as it is."""
