"""Brings the catalogues up to the words in the code, and compiles them: `python -m tests.renew_catalogues [NEW_LANGUAGE]`."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import newsexport.wording

ROOM = Path(newsexport.wording.__file__).parent
CATALOGUES = ROOM / "catalogues"
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def template():
    """The words in the code as an empty catalogue."""
    found = Catalog(charset="utf-8")
    for _, _, message, _, _ in extract_from_dir(ROOM, keywords=KEYWORDS):
        found.add(message)
    return found


def loaded(path):
    return read_po(BytesIO(path.read_bytes()), locale=path.stem)


def text(catalogue):
    made = BytesIO()
    write_po(made, catalogue, width=110, ignore_obsolete=True)
    return made.getvalue()


def compiled(catalogue):
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def main(new):
    words = template()
    paths = sorted(CATALOGUES.glob("*.po"))
    known = {path.stem: loaded(path) for path in paths} | {language: Catalog(locale=language) for language in new}
    for language, catalogue in known.items():
        catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
        (CATALOGUES / f"{language}.po").write_bytes(text(catalogue))
        (CATALOGUES / f"{language}.mo").write_bytes(compiled(catalogue))


if __name__ == "__main__":
    main(sys.argv[1:])
