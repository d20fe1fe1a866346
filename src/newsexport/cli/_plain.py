"""The plain call, `newsexport FORMAT ARTICLE... [-o OUT] [-s STYLE] [--view VIEW] [-q]`, understood without click.

To import click and to make its commands takes longer than to read an article. Whatever is not plain (other options,
help, completion, a plugin's format, a mistake) is click's.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from newsexport import registry
from newsexport.records import choices
from newsexport.story import View

_VALUES = {"-o": "output", "--output": "output", "-s": "style", "--style": "style", "--view": "view"}
_FLAGS = {"-q": "quiet", "--quiet": "quiet"}


def plain_call(arguments: Sequence[str]) -> Callable[[], bool] | None:
    """What does a plain call, and returns whether all was written; None where the arguments are click's to read."""
    if (
        not arguments
        or arguments[0] not in registry.BUILT_IN
        or "_NEWSEXPORT_COMPLETE" in os.environ
        or os.name == "nt"
    ):
        return None
    understood = _understood(arguments[1:])
    if understood is None:
        return None
    name, (sources, given) = arguments[0], understood

    def call() -> bool:
        from newsexport.cli._run import export

        return export(name, registry.load(name), sources, given)

    return call


def _understood(arguments: Sequence[str]) -> tuple[list[str], dict[str, str | bool]] | None:
    """The articles and the options; None for anything but articles and the plain options."""
    sources: list[str] = []
    given: dict[str, str | bool] = {}
    left = iter(arguments)
    for argument in left:
        if argument in _VALUES:
            value = next(left, None)
            if value is None or (argument == "--view" and value not in choices(View)):
                return None
            given[_VALUES[argument]] = value
        elif argument in _FLAGS:
            given[_FLAGS[argument]] = True
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            sources.append(argument)
    return (sources, given) if sources else None
