"""The words by which a language says who says something, and the table of languages we know them of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from newsexport.records import Record, field

# Language to the module beside this one that holds its words: an open table.
_KNOWN = {
    "en": "_words_en",
    **dict.fromkeys(("fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "nb"), "_words_western"),
    **dict.fromkeys(("ar", "ru"), "_words_loose"),
    "el": "_words_el",
}


_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "la", "al", "bin", "ben", "du", "da", "di"}
)  # of names everywhere


class Lexicon(Record, kw_only=True):
    """The words of one language, all in lower case.

    `eliding` says that words are cut short before others (`l'État`) and pronouns hang on (`dit-il`), `inverted` that the
    verb may stand before its subject anywhere, `loose` that neither articles nor capitals show where a phrase begins;
    `trades` and `several` are ends of words for what a person is and what several people are, `offices` ends of titles that
    languages make by the dozen (`Verkehrsministerin`), `bodies` what people are together.
    `verbs` are verbs of saying in every form, `weak` those that any thought or deed may have,
    `bare` those forms that need a plural or an auxiliary before them, `objects` those that take who is spoken of as their object and never stand before their subject.
    """

    verbs: frozenset[str]
    eliding: bool = False
    inverted: bool = False
    loose: bool = False
    trades: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()  # auxiliaries and negations
    before_inverted: frozenset[str] = frozenset()  # what may stand before a verb that stands before its subject
    nameless: frozenset[str] = frozenset()  # what with a capital is no name by itself
    opening: frozenset[str] = frozenset()  # most of that, with its capital
    functional: frozenset[str] = frozenset()  # what with a capital only opens a sentence
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    boundaries: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    offices: tuple[str, ...] = ()
    honorifics: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    phrasal: Mapping[str, frozenset[str]] = field(default_factory=dict)
    according: tuple[tuple[str, ...], ...] = ()
    conjunctions: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    def is_office(self, word: str) -> bool:
        """Whether a word is a title by its end."""
        return bool(self.offices) and word.endswith(self.offices)

    def __post_init__(self) -> None:
        opening = self.stops | self.boundaries | self.determiners | self.joints | self.pronouns
        object.__setattr__(self, "helpers", self.auxiliaries | self.negations)
        object.__setattr__(self, "functional", opening)
        object.__setattr__(self, "nameless", self.openers | self.times | self.titles)
        capitals = [one for word in self.nameless if (one := word.capitalize()).lower() == word and word[-1] != "."]
        object.__setattr__(self, "opening", frozenset(capitals))
        object.__setattr__(self, "particles", self.particles | _PARTICLES)
        before = self.auxiliaries if self.inverted else frozenset({"has", "had", "as"})
        object.__setattr__(self, "before_inverted", before)


@cache
def lexicon(language: str | None) -> Lexicon | None:
    """The words of a language ("en", "en-GB"); None for one that nobody has told us of."""
    code = (language or "").partition("-")[0].lower()
    if code not in _KNOWN:
        return None
    words: Lexicon = import_module(f"newsexport.analysis.{_KNOWN[code]}").LEXICA[code]
    return words
