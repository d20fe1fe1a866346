"""The people of an article: their longest names, roles and mentions, and whom a pronoun may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newsexport.analysis._facts import Mention, Segment
from newsexport.analysis._first_names import HE, SHE
from newsexport.analysis._lexicon import Lexicon
from newsexport.analysis._names import Name, Single, named, names
from newsexport.analysis._roles import office, role
from newsexport.model import Block, whole
from newsexport.patterns import lazy
from newsexport.records import Record, field

_MALE = frozenset(
    "mr mr. sir lord king prince father brother chairman congressman spokesman duke councilman businessman".split()
)
_FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame madam queen princess sister congresswoman chairwoman spokeswoman duchess baroness councilwoman".split()
)
_LEAD = 90  # characters from the beginning of a sentence to a name that opens it
_FIRST = lazy(r"(?:\A|[.!?…:]\s|[.!?…,]?[\"”’»]\s|\n)(?:[\w’'.-]{1,25}\s){0,5}\Z")
_AGED = lazy(r",\s\d{1,3},")
_CLAUSED = lazy(r",\swho(?:se)?\s")
_WORD = lazy(r"[^\W\d_]+")
_FIRST_NAMED = frozenset({"sir", "dame", "lord", "lady"})
_ALIKE = 20  # people of one surname who are told apart
_SAID = frozenset(
    "said says told tells added asked wrote writes tweeted replied argued testified recalled explained warned insisted".split()
)
_ARTICLE = lazy(r"\b[Tt]he\s\Z")
# Titles that as often are part of another name: `General Motors`, `First Avenue`.
_UNCLEAR = frozenset(
    "general first state party congress minority majority executive director foreign prime deputy acting crown chief speaker leader chair".split()
)
_MANY = 4  # words of a name that is rather several things in a row
_FAR = 40  # names before a pronoun that are looked at
_NEAR = 1  # paragraphs before a pronoun in which whom it means is named


class Person(Record, frozen=False):
    """One person: every name in the article that is theirs."""

    words: tuple[str, ...]
    named: list[Name] = field(default_factory=list)
    role: str | None = None
    sure: bool = False
    sexes: set[str] = field(default_factory=set)

    @property
    def full(self) -> str:
        """The longest form of the name."""
        return " ".join(self.words)

    def fits(self, pronoun: str) -> bool:
        """Whether nothing known of the person speaks against a pronoun."""
        other = {"he": "she", "his": "she", "she": "he", "her": "he"}.get(pronoun.lower())
        return other not in self.sexes


class People:
    """The people that the blocks of an article name."""

    def __init__(self, blocks: tuple[Block, ...], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.texts = [whole(block) for block in blocks]
        singles: list[Single] = []
        every = [name for block, text in enumerate(self.texts) for name in names(text, block, lexicon, singles)]
        surnames = {name.surname for name in every if name.title or len(name.words) > 1}
        kept = [name for name in every if len(name.words) > 1 or name.title or name.surname in surnames]
        self.found = sorted([*kept, *[named(single) for single in singles if single[0] in surnames]])
        self.alone = {single[0] for single in singles} | {name.surname for name in every if len(name.words) == 1}
        self.persons: list[Person] = []
        self.surnames: dict[str, list[Person]] = {}
        self.owners: dict[tuple[int, int], Person] = {}
        for name in self.found:
            if len(name.words) > 1:
                self._full(name)
        for name in self.found:
            if len(name.words) == 1:
                self._short(name)
        for person in self.persons:
            person.named.sort()
        self.hidden: set[int] = set()
        self.places = [(name.block, name.start) for name in self.found]

    def _full(self, name: Name) -> None:
        for person in self.surnames.get(name.surname, [])[-_ALIKE:]:
            if _same(person.words, name.words):
                person.words = max(person.words, name.words, key=len)
                self._add(person, name)
                return
        self._new(name)

    def _short(self, name: Name) -> None:
        known = self._known(name)
        sex = self._sex(name)
        fitting = [person for person in known[-_ALIKE:] if not sex or not person.sexes or sex in person.sexes]
        if len(fitting) == 1:
            self._add(fitting[0], name)
        elif not known and name.title:
            self._new(name)

    def _new(self, name: Name) -> None:
        person = Person(name.words)
        self.persons.append(person)
        self.surnames.setdefault(name.surname, []).append(person)
        self._add(person, name)

    def _add(self, person: Person, name: Name) -> None:
        person.named.append(name)
        self.owners[name.block, name.start] = person
        if sex := self._sex(name):
            person.sexes.add(sex)
        if not person.role:
            person.role = role(self.texts[name.block], name, self.lexicon)
        person.sure = person.sure or self._sure(person, name)

    def _sure(self, person: Person, name: Name) -> bool:
        """Whether a name is a person's by a title, a first name, a role, an age, `who`, or what it says."""
        text, lexicon = self.texts[name.block], self.lexicon
        if name.title:
            last = name.title.rpartition(" ")[2].lower()
            clear = last in lexicon.titles and last not in _UNCLEAR
            return clear and (len(name.words) > 1 or " of " not in f"{name.title} ")
        if len(name.words) == 1:
            return False
        if len(name.words) < _MANY and (person.role or person.sexes):
            return True
        short = len(name.words) < _MANY
        if short and (_AGED.match(text, name.end) or _CLAUSED.match(text, name.end)):
            return True
        if not short or name.surname not in self.alone:
            return False
        after = _WORD.match(text, name.end + 1)
        acts = after is not None and after[0].lower() in _SAID
        return acts and not _ARTICLE.search(text, max(0, name.start - 5), name.start)

    def _sex(self, name: Name) -> str | None:
        if name.title:
            title = name.title.rpartition(" ")[2].lower()
            if title in _MALE or title in _FEMALE:
                return "he" if title in _MALE else "she"
        first = name.words[0].lower() if len(name.words) > 1 else ""
        return "he" if first in HE else "she" if first in SHE else None

    # ---------------------------------------------------------------- asked for

    def of(self, name: Name) -> Person | None:
        """Whose name it is; None where it is nobody's or several people's."""
        known = [person for person in self._known(name) if len(name.words) == 1 or _same(person.words, name.words)]
        return known[0] if len(known) == 1 else None

    def office(self, name: Name) -> str | None:
        """What a name's title says beside the honorific."""
        return office(name, self.lexicon)

    def _known(self, name: Name) -> list[Person]:
        known = self.surnames.get(name.surname, [])
        if not known and name.title.lower() in _FIRST_NAMED:
            return [person for person in self.persons if person.words[0] == name.words[0]]
        return known

    def hide(self, quoted: Iterable[Segment]) -> None:
        """Let the names in quotations stand for nobody that a pronoun outside could mean."""
        for block, start, end in quoted:
            low, high = bisect_left(self.places, (block, start)), bisect_left(self.places, (block, end))
            self.hidden.update(range(low, high))

    def meant(self, pronoun: str, place: Segment) -> tuple[Person | None, Person | None]:
        """The one person near before a pronoun whom it fits and of whom a sentence there tells, and the one named last."""
        near: list[Person] = []
        told = False
        block, start, _ = place
        at = bisect_left(self.places, (block, start)) - 1
        last = max(-1, at - _FAR)
        while at > last and self.places[at][0] >= block - _NEAR:
            person = self.owners.get(self.places[at])
            if person and person.sure and person.fits(pronoun) and at not in self.hidden:
                near += [person] if person not in near else []
                told = told or self._told_of(self.found[at])
            at -= 1
        return (near[0] if told and len(near) == 1 else None), (near[0] if near else None)

    def _told_of(self, name: Name) -> bool:
        """Whether a name may be the subject of its sentence: it opens it, or a verb of saying follows."""
        text = self.texts[name.block]
        after = _WORD.match(text, name.end + 1)
        if after and after[0].lower() in self.lexicon.verbs:
            return True
        return bool(_FIRST.search(text, max(0, name.start - _LEAD), name.start))

    def mentions(self) -> tuple[Mention, ...]:
        """The people of whom the text leaves no doubt, as first named."""
        sure = [person for person in self.persons if person.sure and person.named]
        sure.sort(key=lambda person: person.named[0][:2])
        return tuple(
            Mention(
                name=person.full,
                role=person.role,
                count=len(person.named),
                segments=tuple((name.block, name.start, name.end) for name in person.named),
            )
            for person in sure
        )


def _same(known: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names with the same surname may be one person's: one is part of the other, or initials agree."""
    short, long = sorted((known, other), key=len)
    return set(short) <= set(long) or (
        short[0][0] == long[0][0] and (len(short[0].rstrip(".")) == 1 or len(long[0].rstrip(".")) == 1)
    )
