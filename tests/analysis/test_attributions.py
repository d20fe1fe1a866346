"""Who says what: each case of attributions.md, the names speakers go by, the people of an article, and linear time."""

import importlib.util
import time
from pathlib import Path

import pytest

from newsexport.analysis import facts, quotations
from newsexport.model import Article, Paragraph, PullQuote

HERE = Path(__file__).parent
CASES = (HERE / "attributions.md").read_text(encoding="utf-8").split("\n# ")[1:]
LANGUAGES = (HERE / "attributions_languages.md").read_text(encoding="utf-8").split("\n# ")[1:]
SPEECH = {"direct", "fragment", "dialogue"}


def article(*paragraphs: str, language: str = "en") -> Article:
    return Article(language=language, blocks=tuple(map(Paragraph, paragraphs)))


def speakers(case: str, language: str) -> tuple[list[str], list[str]]:
    """The speakers found in the paragraphs of a case, and those it expects."""
    lines = case.strip().split("\n")[1:]
    source = article(*(line for line in lines if not line.startswith("= ")), language=language)
    found = [quotation for quotation in quotations(source) if quotation.kind in SPEECH]
    return [quotation.speaker or "nobody" for quotation in found], [line[2:] for line in lines if line.startswith("= ")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_each_case_of_the_table(case):
    found, expected = speakers(case, "en")
    assert found == expected


@pytest.mark.parametrize("case", LANGUAGES, ids=lambda case: case.partition(":")[0])
def test_each_language_we_have_words_of(case):
    found, expected = speakers(case, case.partition(":")[0])
    assert found == expected


def scored(name: str) -> tuple[int, int, int, int]:
    """Of a labelled set: the stretches that somebody says, those found, those with a printed speaker, those with the right one."""
    place = Path(__file__).parents[2] / "benchmarks" / "attributions_score.py"
    spec = importlib.util.spec_from_file_location("attributions_score", place)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    every = list(scorer.stretches(HERE / name))
    printed = [one for one in every if one.printed]
    return len(every), sum(one.found is not None for one in every), len(printed), sum(one.right for one in printed)


@pytest.mark.parametrize(
    ("name", "least"),
    [("attributions_blind.md", (121, 121, 112, 108)), ("attributions_blind_languages.md", (77, 76, 72, 71))],
)
def test_a_set_labelled_before_it_was_run_is_read_as_well_as_ever(name, least):
    total, found, printed, right = scored(name)
    assert total == least[0]
    assert found >= least[1]
    assert right >= least[3]
    assert right / printed >= least[3] / least[2]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("de", "„Wir bauen die Brücke“, sagte Bundeskanzler Friedhelm Osterkamp.", "Friedhelm Osterkamp", "Bundeskanzler"),
        ("de", "„Wir bauen die Brücke“, sagte Auenministerin Anke Roth.", "Anke Roth", "Auenministerin"),
        ("de", "„Wir bauen die Brücke“, sagte Anna Meister.", "Anna Meister", None),
        ("de", "„Wir bauen die Brücke“, sagte ihr Sprecher Tom Roth.", "Tom Roth", "Sprecher"),
        ("de", "„Wir bauen die Brücke“, sagte der Präsident Auens.", "der Präsident Auens", None),
        ("el", "«Χτίζουμε τη γέφυρα», είπε ο πρόεδρος Άρης Ροδίτης.", "Άρης Ροδίτης", "πρόεδρος"),
    ],
)  # fmt: skip
def test_a_title_is_no_part_of_a_name(language, text, name, role):
    said = quotations(article(text, language=language))[0].attribution
    assert (said.name, said.role) == (name, role)


def test_a_segment_is_where_the_speaker_stands():
    source = article("It rained. “We will build it,” said Ana Roe, the mayor.")
    said = quotations(source)[0].attribution
    block, start, end = said.segment
    assert source.blocks[block].text[start:end] == "Ana Roe"
    assert (said.cue, said.rule, 0.9 <= said.confidence <= 1) == ("said", "verb, then speaker, after", True)


@pytest.mark.parametrize(
    ("paragraphs", "name", "role"),
    [
        (("Antony Roe, the minister of roads, left.", "“We will stay here,” Mr Roe said."), "Antony Roe", "minister of roads"),
        (("Foreign Secretary Ana Roe left.", "“We will stay here,” Roe said."), "Ana Roe", "Foreign Secretary"),
        (("“We will stay here,” Quint campaign spokesman Peter Lomax said.",), "Peter Lomax", "Quint campaign spokesman"),
        (("Secretary of State Ana Roe left.", "“We will stay here,” Roe said."), "Ana Roe", "Secretary of State"),
        (("Sir Keith Roe left.", "“We will stay here,” Sir Keith said."), "Keith Roe", None),
        (("Anna Roe and Tom Roe left.", "“We will stay here,” Roe said."), "Roe", None),
        (("“We will stay here,” the State Department said.",), "the State Department", None),
    ],
)  # fmt: skip
def test_a_speaker_goes_by_the_longest_name_in_the_article(paragraphs, name, role):
    said = quotations(article(*paragraphs))[-1].attribution
    assert (said.name, said.role) == (name, role)


def test_a_pronoun_is_resolved_where_one_person_fits():
    one = article("Mr Tom Doe met the board.", "“We will build it,” he said.")
    two = article("Mr Tom Doe met Mrs Ana Roe.", "“We will build it,” she said.")
    both = article("Mr Tom Doe met Mr Carl Poe.", "“We will build it,” he said.")
    assert [quotations(source)[0].speaker for source in (one, two, both)] == ["he", "she", "he"]
    assert [quotations(source)[0].attribution.name for source in (one, two, both)] == ["Tom Doe", "Ana Roe", None]
    assert quotations(both)[0].attribution.candidate == "Carl Poe"


def test_people_are_counted_by_every_form_of_their_name():
    source = article(
        "Antony Roe, the minister of roads, met Tom Doe in Vale City.",
        "“We will build it,” Mr Roe said. Roe’s staff had met the Harbour Board.",
    )
    found = facts(source).people
    assert [(person.name, person.role, person.count) for person in found] == [
        ("Antony Roe", "minister of roads", 3),
        ("Tom Doe", None, 1),
    ]
    assert [source.blocks[block].text[start:end] for block, start, end in found[0].segments] == [
        "Antony Roe",
        "Mr Roe",
        "Roe",
    ]


def test_what_is_nobody_is_not_among_the_people():
    source = article(
        "Vale Motors, General Holdings and the New Harbour Times met on Monday at Long Bridge.", "Long Bridge is old."
    )
    assert facts(source).people == ()


def test_a_pull_quote_is_said_by_whom_its_line_names():
    source = Article(language="en", blocks=(PullQuote("We will build it here", attribution="Ana Roe, minister"),))
    assert [quotation.speaker for quotation in quotations(source)] == ["Ana Roe"]
    assert quotations(Article(language="en", blocks=(PullQuote("We will build it here"),)))[0].speaker is None


def test_a_language_without_words_has_no_speakers():
    assert quotations(article("“Aaa bbb ccc ddd,” Ana Roe said.", language="xx"))[0].speaker is None
    assert facts(article("Ana Roe, the mayor, left.", language="xx")).people == ()


WORST = [
    "“We go,” he said. ", "“a b c d,” ", "said ", "Roe said ", "Roe, ", "(", "() ", "Roe and ", "A ", "said A ", "only ", "of the ", "“We go” of ", "who said “We go” ",
    "he said that “we go” and ", "Mr Roe ", "He said he ", "“Why?” ", ", Roe, ", "'s ", "a-", "a.", "A.",
]  # fmt: skip


@pytest.mark.parametrize("piece", WORST)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        source = article((piece * size)[:size], "“We go,” " + (piece * size)[:size])
        start = time.process_time()
        facts(source)
        return time.process_time() - start

    large = seconds(32_000)
    assert large < 1 or large < 100 * min(seconds(2_000), seconds(2_000))
