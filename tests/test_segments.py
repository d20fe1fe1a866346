"""Where lines may end in scripts that write without spaces between words."""

import itertools
import sys
import time

import pytest

from newsexport import segments

SENTENCE = "เรือข้ามฟากกลับมาที่ท่าเรือเมื่อวันอังคาร"


@pytest.fixture
def without_budoux(monkeypatch):
    monkeypatch.setitem(sys.modules, "budoux", None)
    for known in (segments._words, segments._phrases):
        known.cache_clear()
    yield
    for known in (segments._words, segments._phrases):
        known.cache_clear()


def pieces(text):
    edges = [0, *segments.cuts(text), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(edges)]


def test_thai_breaks_between_words():
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    found = pieces(SENTENCE)
    assert {"เรือ", "กลับ", "เมื่อ"} <= set(found)
    assert len(found) > 8


def test_a_single_letter_never_stands_alone():
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    assert all(len(piece) > 1 for piece in pieces("ผู้ดูแลท่าเรือกล่าวเมื่อวันอังคาร"))


def test_without_a_segmenter_thai_breaks_at_sure_vowels(without_budoux):
    found = pieces(SENTENCE)
    assert len(found) > 1
    assert all(piece[0] not in "ะาำ็่้๊๋์ิีึืุูัๆ" for piece in found)


@pytest.mark.parametrize("text", ["ເຮືອກັບມາແລ້ວ", "เรือ ship เรือ", "", "plain words", "ก"])
def test_the_pieces_are_the_text(text):
    assert "".join(pieces(text)) == text


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("zh", "港口|委员会|决定|重建东部|码头"),
        ("zh-Hans-CN", "港口|委员会|决定|重建东部|码头"),
        ("zh-TW", "港口|委員會|決定|重建|東部|碼頭"),
        ("ja", "港の|防波堤を|二年で|建て|直す"),
    ],
)
def test_a_headline_parts_between_phrases(language, shown):
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    text = shown.replace("|", "")
    found = segments.phrases(text, language)
    edges = [0, *sorted(found), len(text)]
    assert "|".join(text[start:end] for start, end in itertools.pairwise(edges)) == shown


@pytest.mark.parametrize(("text", "language"), [("港口", None), ("港口", "ko"), ("Harbour", "zh"), ("", "ja")])
def test_nothing_is_told_of_phrases_in_other_text(text, language):
    assert segments.phrases(text, language) is None


def test_without_a_segmenter_nothing_is_told_of_phrases(without_budoux):
    assert segments.phrases("港口委员会", "zh") is None


@pytest.mark.parametrize("told", [segments.cuts, lambda text: segments.phrases(text.translate({0xE40: "港"}), "zh")])
def test_time_is_linear(told):
    def spent(text):
        start = time.process_time()
        told(text)
        return time.process_time() - start

    spent(SENTENCE)
    assert spent(SENTENCE * 2000) < 60 * max(spent(SENTENCE * 100), 0.001)
