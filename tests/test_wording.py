"""Our own words in every language, and numbers and dates as its newspapers print them."""

import subprocess
import sys
from string import Formatter

import pytest
from babel import Locale

from newsexport.wording import date, is_rtl, number, reading, words
from tests import renew_catalogues

LANGUAGES = sorted(path.stem for path in renew_catalogues.CATALOGUES.glob("*.po"))
WANTED = "ar de el es fa fr he hi it ja ko nl pl pt ru th tr uk zh zh_Hant".split()


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_languages_of_the_catalogues():
    assert set(WANTED) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_everything_with_the_same_gaps(language):
    catalogue = renew_catalogues.loaded(renew_catalogues.CATALOGUES / f"{language}.po")
    known = {message.id: message for message in catalogue if message.id}
    assert set(known) == {message.id for message in renew_catalogues.template() if message.id}
    for message in known.values():
        translations = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(translations), message.id
        source = message.id[0] if isinstance(message.id, tuple) else message.id
        gaps = [placeholders(text) for text in translations]
        # A language may say "one minute" in words.
        assert all(gap == placeholders(source) or isinstance(message.id, tuple) for gap in gaps), message.id
        assert placeholders(source) in gaps


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_is_what_translators_wrote(language):
    path = renew_catalogues.CATALOGUES / f"{language}.po"
    catalogue = renew_catalogues.loaded(path)
    assert renew_catalogues.text(catalogue) == path.read_bytes()
    assert renew_catalogues.compiled(catalogue) == path.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize(
    ("language", "contents"),
    [
        ("en", "Contents"),
        ("en-GB", "Contents"),
        ("fr-CA", "Sommaire"),
        ("zh-Hans-CN", "目录"),
        ("zh-TW", "目錄"),
        ("zh-Hant-HK", "目錄"),
        ("sv", "Contents"),
        ("../../etc/passwd", "Contents"),
        (None, "Contents"),
    ],
)
def test_words_in_a_language_or_in_english(language, contents):
    assert words(language).contents == contents


@pytest.mark.parametrize(
    ("language", "minutes", "said"),
    [
        ("en", 1, "1 min read"),
        ("ru", 1, "1 минута чтения"),
        ("ru", 3, "3 минуты чтения"),
        ("ru", 11, "11 минут чтения"),
        ("ar", 2, "قراءة في دقيقتين"),
        ("ar", 5, "قراءة في 5 دقائق"),
        ("ar-EG", 5, "قراءة في ٥ دقائق"),
        ("he", 1, "דקת קריאה אחת"),
        ("ja", 5, "読了 5 分"),
    ],
)
def test_minutes_in_the_plural_of_the_language(language, minutes, said):
    assert reading(language, minutes) == said


@pytest.mark.parametrize(
    "language", [*WANTED, "ar_EG", "ar_MA", "ar_AE", "bn", "ur", "ur_IN", "mr", "ne", "my", "ckb", "ps"]
)
def test_digits_are_those_of_the_cldr(language):
    locale = Locale.parse(language)
    zero = {"arab": "٠", "arabext": "۰", "deva": "०", "beng": "০", "mymr": "၀", "latn": "0"}
    assert number(0, language.replace("_", "-")) == zero[locale.default_numbering_system]


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("2024-06-18T14:30Z", "en", "18 June 2024, 14:30 UTC"),
        ("2024-06-18T14:30:05.120+02:00", "fr", "18 juin 2024, 14:30 +02:00"),
        ("2024-06-18", "en-US", "June 18, 2024"),
        ("2024-06-18", "ar", "18 يونيو 2024"),
        ("2024-06-18", "ar-EG", "١٨ يونيو ٢٠٢٤"),
        ("2024-06-18", "fa", "۱۸ ژوئن ۲۰۲۴"),
        ("2024-06-18", "ja", "2024年6月18日"),
        ("2024-06-18T14:30", None, "2024-06-18 14:30"),
        ("2024-06-18", "xx", "2024-06-18"),
        ("2024-13-40", "en", "2024-13-40"),
        ("18 June 2024, 14:30", "fr", "18 June 2024, 14:30"),
        ("", "en", ""),
    ],
)
def test_only_a_machines_date_is_put_in_words(text, language, shown):
    assert date(text, language) == shown


def test_english_reads_no_catalogue_and_loads_no_babel():
    script = (
        "import sys; from newsexport.wording import date, reading, words\n"
        "words('en').contents, reading('en', 3), date('18 June 2024', 'en')\n"
        "sys.exit(bool({'gettext', 'babel'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_which_way_a_language_runs():
    assert [is_rtl(language) for language in ("ar", "he-IL", "pa-Arab", "en", None)] == [True, True, True, False, False]
