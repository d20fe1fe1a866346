"""ReportLab, imported without anyone's settings: it would run ~/.reportlab_settings and reportlab_settings.py.

Its RL_* variables change the bytes of a file (RL_pdfMultiLine) or stop the import (a word for a number).
"""

from __future__ import annotations

import importlib.util
import os
import sys
from types import ModuleType

_SETTINGS = ("reportlab.local_rl_settings", "reportlab_settings")  # empty ones of these names keep it from looking


def _late(name: str) -> None:
    """Let a module that is not imported yet be executed at its first use (importlib's own recipe)."""
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec and spec.loader:
        spec.loader = importlib.util.LazyLoader(spec.loader)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        package, _, own = name.rpartition(".")
        setattr(sys.modules[package], own, module)  # else `from package import module` looks into it


_late("PIL.Image")  # 25 ms for pictures that no page of ours has
_ours = {name: ModuleType(name) for name in _SETTINGS if name not in sys.modules}
_theirs = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
sys.modules |= _ours
try:
    from reportlab.pdfbase import pdfdoc
finally:
    os.environ |= _theirs
    for _name in _ours:
        del sys.modules[_name]

__all__ = ["pdfdoc"]
