"""HarfBuzz, imported without `inspect`, which takes 4 ms: what Cython asks of it are a few constants."""

from __future__ import annotations

from newsexport.exporters._late import Instead, Late

FLAGS = {
    "CO_OPTIMIZED": 1, "CO_NEWLOCALS": 2, "CO_VARARGS": 4, "CO_VARKEYWORDS": 8, "CO_GENERATOR": 32, "CO_COROUTINE": 128,
    "CO_ASYNC_GENERATOR": 512,
}  # fmt: skip
"""How Python marks the code of functions (`dis.COMPILER_FLAG_NAMES`)."""

with Instead(Late("inspect", **FLAGS)):
    import uharfbuzz as hb

__all__ = ["hb"]
