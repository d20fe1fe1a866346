"""Where sentences end, in many scripts."""

import pytest

from newsexport.analysis import _tokens
from newsexport.analysis._sentences import sentences
from newsexport.patterns import typed

CASES = {
    "en": "Mr. Roe met J. Smith of the U.S. Senate at 5 p.m.| The talks failed.| “Why?” Ms Roe asked.| “We stay,” she said.| It cost 3.5 euros.",
    "en-US": "Sens. Lopez and Roe left.| He turned 20.| Then he sold Vale Inc. to friends.| “Go!” she said.| (All of it.)| The end… and more.",
    "de": "Am 3. Mai kam Dr. Roe.| Er blieb z. B. lange.| Es kostet 3 Mio. Euro.",
    "fr": "« Nous irons. »| Mme Roe est partie.| M. Lopez aussi !| Pourquoi ?",
    "es": "¿Por qué?| Nadie lo sabe.| La Sra. Roe salió.",
    "ru": "Он родился в 1947 г. в Вале.| Мост открыт.",
    "zh": "他说：“我们走。”他走了。|我们留下！|为什么？",
    "ja": "彼は「行く。」と述べた。|終わり。",
    "ar": "هل يذهب؟| نعم.| لا.",
    "hi": "वह गया।| वह आया।",
    "ur": "وہ گیا۔| وہ آیا۔",
    "am": "እሱ ሄደ።| መጣ።",
    "hy": "Նա գնաց։| Նա եկավ։",
}


@pytest.mark.parametrize("language", CASES)
def test_each_sentence_ends_where_a_reader_would_end_it(language):
    text = CASES[language].replace("|", "")
    assert [text[start:end] for start, end in sentences(text, language[:2])] == [
        s.strip() for s in CASES[language].split("|")
    ]


def test_a_text_without_a_stop_is_one_sentence():
    assert list(sentences("Bridge opens", "en")) == [(0, 12)]
    assert list(sentences("  ", "en")) == []


def test_a_text_is_typed_sign_for_sign_or_not_at_all():
    assert typed("“It’s £3,” she said…") == '"It\'s $3," she said!'
    assert typed("“It’s Zoë’s,” she said…") == "“It’s Zoë’s,” she said…"


@pytest.mark.parametrize("text", ["“Don’t,” said O’Neill—‘twice’", "a\u00a0b – £3.5m or €4…", "Smith’s and-or’d…"])
def test_words_stand_at_the_same_places_in_a_typed_text(text):
    places = [found.span() for found in _tokens._TOKEN.finditer(text)]
    assert [found.span() for found in _tokens._PLAIN.finditer(typed(text))] == places
