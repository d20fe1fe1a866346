"""The conformance suite for exporters, ours and anyone's; needs pytest (`pip install newsexport[test]`).

from newsexport.testing import ExporterConformance

class TestMarkdown(ExporterConformance):
    exporter = exporter

    def text_of(self, output: bytes) -> str:  # read the format back
        return output.decode()
"""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("newsexport.testing._conformance")  # before its import, or failures say nothing

from newsexport.testing._conformance import ExporterConformance, letters  # noqa: E402 - see above
from newsexport.testing._corpus import CORPUS  # noqa: E402

__all__ = ["CORPUS", "ExporterConformance", "letters"]
