"""ReportLab, imported without anyone's settings and without the half of it, and of Python, that no page of ours needs.

It would run ~/.reportlab_settings, reportlab_settings.py and reportlab_mods.py. Its RL_* variables change the bytes of a
file (RL_pdfMultiLine) or stop the import (a word for a number).
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

from newsexport.exporters._late import Instead, Late

_ABSENT = (  # empty ones of these names keep it from looking: for settings and changes of anyone's, and for its own in C
    "reportlab.local_rl_mods", "reportlab.local_rl_settings", "reportlab_mods", "reportlab_settings", "_rl_accel",
)  # fmt: skip
_UNUSED = ("inspect", "pickle", "tempfile", "textwrap", "reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.pdfutils")


def _python() -> str:
    return "PyPy" if sys.implementation.name == "pypy" else "CPython"


_stand_ins: tuple[Late, ...] = (
    Late("PIL", __path__=[], Image=Late("PIL.Image")),
    Late("platform", python_implementation=_python),
)
try:
    from _md5 import md5  # type: ignore[import-not-found] # Python's own, without OpenSSL
except ImportError:  # Python may be built without
    pass
else:
    _stand_ins += (Late("hashlib", md5=md5),)
_theirs = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
try:
    with Instead(*map(ModuleType, _ABSENT), *map(Late, _UNUSED), *_stand_ins):  # 20 ms, and 25 for pictures
        from reportlab.pdfbase import pdfdoc
finally:
    os.environ |= _theirs

__all__ = ["pdfdoc"]
