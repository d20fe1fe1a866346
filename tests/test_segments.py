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
    segments._words.cache_clear()
    yield
    segments._words.cache_clear()


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


def test_time_is_linear():
    def spent(text):
        start = time.process_time()
        segments.cuts(text)
        return time.process_time() - start

    spent(SENTENCE)
    assert spent(SENTENCE * 2000) < 60 * max(spent(SENTENCE * 100), 0.001)
