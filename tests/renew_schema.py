"""Writes docs/article.schema.json anew: `python -m tests.renew_schema`."""

import json
from pathlib import Path

from newsexport import codec
from newsexport.analysis import Facts

SCHEMA = Path(__file__).parent.parent / "docs" / "article.schema.json"


def text() -> str:
    return json.dumps(codec.schema(Facts), indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8")
