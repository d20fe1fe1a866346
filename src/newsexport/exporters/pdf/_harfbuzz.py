"""HarfBuzz, imported without `inspect`."""

from __future__ import annotations

from newsexport.exporters._late import CODE_FLAGS, Instead, Late

with Instead(Late("inspect", **CODE_FLAGS)):
    import uharfbuzz as hb

__all__ = ["hb"]
