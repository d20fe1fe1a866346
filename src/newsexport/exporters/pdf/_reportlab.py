"""ReportLab, imported without its settings files: it would run ~/.reportlab_settings and reportlab_settings.py."""

from __future__ import annotations

import sys
from types import ModuleType

_SETTINGS = ("reportlab.local_rl_settings", "reportlab_settings")  # empty ones of these names keep it from looking
_ours = {name: ModuleType(name) for name in _SETTINGS if name not in sys.modules}
sys.modules |= _ours
try:
    from reportlab.pdfbase import pdfdoc, pdfmetrics
    from reportlab.pdfgen.canvas import Canvas
finally:
    for _name in _ours:
        del sys.modules[_name]

__all__ = ["Canvas", "pdfdoc", "pdfmetrics"]
