"""Modules that a library names but that nothing of ours has it use, kept from loading while it is imported."""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


CODE_FLAGS = {
    "CO_OPTIMIZED": 1, "CO_NEWLOCALS": 2, "CO_VARARGS": 4, "CO_VARKEYWORDS": 8, "CO_GENERATOR": 32, "CO_COROUTINE": 128,
    "CO_ASYNC_GENERATOR": 512,
}  # fmt: skip
"""How Python marks the code of functions (`dis.COMPILER_FLAG_NAMES`): all that Cython asks of `inspect`, which takes 4 ms."""


class Late(ModuleType):
    """Stands for a module, which is imported when something of it is first asked for. `known` are values it can tell."""

    def __init__(self, name: str, **known: object) -> None:
        super().__init__(name)
        vars(self).update(known)

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # which `from module import name` asks for
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        from importlib import import_module

        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def inspect_for_lxml() -> Late:
    """What lxml is given as `inspect`: it asks for the flags, and for one function that it keeps."""

    def getfullargspec(function: Any) -> Any:
        import inspect

        return inspect.getfullargspec(function)

    return Late("inspect", getfullargspec=getfullargspec, **CODE_FLAGS)


class Instead:
    """While it is entered, whoever imports one of these modules gets what stands for it; a module that is loaded stays.

    Afterwards nobody else meets them: the library that was imported meanwhile has them as its own.
    """

    def __init__(self, *modules: ModuleType) -> None:
        self.modules = modules
        self.ours: dict[str, ModuleType] = {}

    def __enter__(self) -> None:
        self.ours = {one.__name__: one for one in self.modules if one.__name__ not in sys.modules}
        sys.modules.update(self.ours)

    def __exit__(self, *_error: object) -> None:
        for name, one in self.ours.items():
            if sys.modules.get(name) is one:
                del sys.modules[name]
