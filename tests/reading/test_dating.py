"""The date a line states is found in any language, and what is not certain is not decided."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.reader._calendars import jalali
from newsexport.reader._dates import FoundDate, find_date, is_date_line
from newsexport.reader._days import gregorian, weekday_of

# What the line says, its date in its own words (None: the whole line), its value.
ENGLISH = [
    ("| 21 April 2024, Sunday |", "21 April 2024, Sunday", "2024-04-21"),
    ("21 April 2024", None, "2024-04-21"),
    ("21 Apr 2024", None, "2024-04-21"),
    ("21 APRIL 2024", None, "2024-04-21"),
    ("Sunday, April 21, 2024", None, "2024-04-21"),
    ("April 21st, 2024", None, "2024-04-21"),
    ("21st of April 2024", None, "2024-04-21"),
    ("Sept. 3, 2024", None, "2024-09-03"),
    ("21-Apr-2024", None, "2024-04-21"),
    ("21-Apr-24", None, "2024-04-21"),
    ("April 21, 2024 Sunday", None, "2024-04-21"),
    ("April 21, 2024 Sunday 4:35 PM GMT", None, "2024-04-21T16:35Z"),
    ("Sun, 21 Apr 2024 09:30:00 +0200", None, "2024-04-21T09:30:00+02:00"),
    ("Published: 12 May 2023 09:30 GMT", "12 May 2023 09:30 GMT", "2023-05-12T09:30Z"),
    ("Published 12 May 2023 at 9.30am BST", "12 May 2023 at 9.30am BST", "2023-05-12T09:30"),
    ("Last updated on April 21, 2024 at 12:05 a.m.", "April 21, 2024 at 12:05 a.m.", "2024-04-21T00:05"),
    ("Posted: April 21, 2024 4:00 AM EST", "April 21, 2024 4:00 AM EST", "2024-04-21T04:00"),
    ("10:30 GMT, 21 April 2024", None, "2024-04-21T10:30Z"),
    ("21 April 2024 0930 GMT", None, "2024-04-21T09:30Z"),
    ("21 April 2024 09:30 UTC+2", None, "2024-04-21T09:30+02:00"),
    ("21 April 2024 • 3 min read", "21 April 2024", "2024-04-21"),
    ("[21 April 2024]", "21 April 2024", "2024-04-21"),
    ("**Published:** 2024-04-21", "2024-04-21", "2024-04-21"),
    ("Date: Sunday 21 April, 2024", "Sunday 21 April, 2024", "2024-04-21"),
]
NUMBERS = [
    ("2024-04-21", None, "2024-04-21"),
    ("2024/4/21", None, "2024-04-21"),
    ("2024.4.21", None, "2024-04-21"),
    ("2024. 4. 21.", "2024. 4. 21", "2024-04-21"),
    ("21.04.2024", None, "2024-04-21"),
    ("21. 4. 2024", None, "2024-04-21"),
    ("03.04.2024", None, "2024-04-03"),
    ("21/04/2024", None, "2024-04-21"),
    ("04/21/2024", None, "2024-04-21"),
    ("04/04/2024", None, "2024-04-04"),
    ("27.04.24", None, "2024-04-27"),
    ("(28/11/2025)", "28/11/2025", "2025-11-28"),
    ("20240421", None, "2024-04-21"),
    ("20240421T0930Z", None, "2024-04-21T09:30Z"),
    ("2024-04-21T09:30", None, "2024-04-21T09:30"),
    ("2024-04-21T09:30Z", None, "2024-04-21T09:30Z"),
    ("2024-04-21T09:30:15.123+02:00", None, "2024-04-21T09:30:15+02:00"),
    ("2024-04-21 09:30:15 +0530", None, "2024-04-21T09:30:15+05:30"),
    ("22.11.2024 07.57", None, "2024-11-22T07:57"),
]
LANGUAGES = [
    ("fr", "Publié le dimanche 21 avril 2024 à 09h30", "dimanche 21 avril 2024 à 09h30", "2024-04-21T09:30"),
    ("fr", "le 1er mai 2024", "1er mai 2024", "2024-05-01"),
    ("fr", "15 FÉVR. 2024", None, "2024-02-15"),
    ("fr", "15 FEVRIER 2024", None, "2024-02-15"),
    ("de", "Veröffentlicht am 21. April 2024 um 7:39 Uhr", "21. April 2024 um 7:39 Uhr", "2024-04-21T07:39"),
    ("de", "Sonntag, den 3. März 2024", None, "2024-03-03"),
    ("de", "Stand: 08.07.2026 05:00 Uhr", "08.07.2026 05:00 Uhr", "2026-07-08T05:00"),
    ("de", "So, 21.04.2024", None, "2024-04-21"),
    ("de", "Publiziert6. November 2025, 12:26", "6. November 2025, 12:26", "2025-11-06T12:26"),
    ("de", "21. Jänner 2024", None, "2024-01-21"),
    ("es", "Actualizado el 21 de abril de 2024 16:51 h", "21 de abril de 2024 16:51 h", "2024-04-21T16:51"),
    ("es", "3 de setiembre de 2024", None, "2024-09-03"),
    ("it", "domenica 21 aprile 2024 alle ore 9:30", None, "2024-04-21T09:30"),
    ("pt", "domingo, 21 de abril de 2024 às 09h30", None, "2024-04-21T09:30"),
    ("pt", "20 out 2024", None, "2024-10-20"),
    ("nl", "Gepubliceerd op zondag 21 april 2024", "zondag 21 april 2024", "2024-04-21"),
    ("da", "søndag den 21. april 2024 kl. 09.30", None, "2024-04-21T09:30"),
    ("sv", "Publicerad 21 maj 2024 kl 09.30", "21 maj 2024 kl 09.30", "2024-05-21T09:30"),
    ("no", "Oppdatert søndag 21. april 2024", "søndag 21. april 2024", "2024-04-21"),
    ("fi", "sunnuntaina 21. huhtikuuta 2024 klo 9.30", None, "2024-04-21T09:30"),
    ("is", "21. apríl 2024", None, "2024-04-21"),
    ("pl", "niedziela, 21 kwietnia 2024 r., godz. 9:30", None, "2024-04-21T09:30"),
    ("cs", "neděle 21. dubna 2024", None, "2024-04-21"),
    ("hu", "2024. április 21., vasárnap", None, "2024-04-21"),
    ("ro", "duminică, 21 aprilie 2024", None, "2024-04-21"),
    ("lv", "svētdiena, 2024. gada 21. aprīlis", None, "2024-04-21"),
    ("ru", "Опубликовано 21 апреля 2024 года, 09:30", "21 апреля 2024 года, 09:30", "2024-04-21T09:30"),
    ("uk", "неділя, 21 квітня 2024 р.", None, "2024-04-21"),
    ("bg", "21 април 2024 г.", None, "2024-04-21"),
    ("el", "Κυριακή 21 Απριλίου 2024, ώρα 9:30", None, "2024-04-21T09:30"),
    ("el", "1η Μαΐου 2024", None, "2024-05-01"),
    ("lt", "2024 m. balandžio 21 d.", "2024 m. balandžio 21", "2024-04-21"),
    ("el", "ΚΥΡΙΑΚΗ 21 ΑΠΡΙΛΙΟΥ 2024", None, "2024-04-21"),
    ("tr", "21 Nisan 2024 Pazar", None, "2024-04-21"),
    ("tr", "Güncelleme: 15 KASIM 2024", "15 KASIM 2024", "2024-11-15"),
    ("ar", "الأحد 21 أبريل 2024", None, "2024-04-21"),
    ("ar", "٢١ أبريل ٢٠٢٤", None, "2024-04-21"),
    ("ar", "21 نيسان 2024", None, "2024-04-21"),
    ("ar", "21 نيسان/أبريل 2024", None, "2024-04-21"),
    ("ar", "21 تشرين الأول 2024", None, "2024-10-21"),
    ("ar", "21 أفريل 2024", None, "2024-04-21"),
    ("ar", "21 غشت 2024", None, "2024-08-21"),
    ("fa", "یکشنبه ۲ اردیبهشت ۱۴۰۳", None, "2024-04-21"),
    ("fa", "سه شنبه ۴ اردیبهشت ۱۴۰۳", None, "2024-04-23"),
    ("fa", "۱۴۰۳/۰۲/۰۲", None, "2024-04-21"),
    ("ur", "اتوار 21 اپریل 2024ء", None, "2024-04-21"),
    ("he", "יום ראשון, 21 באפריל 2024", None, "2024-04-21"),
    ("he", "ראשון 21 באפריל 2024, 09:30", None, "2024-04-21T09:30"),
    ("hi", "रविवार, २१ अप्रैल २०२४", None, "2024-04-21"),
    ("ne", "२१ अप्रिल २०२४", None, "2024-04-21"),
    ("bn", "রবিবার ২১ এপ্রিল ২০২৪", None, "2024-04-21"),
    ("th", "วันอังคารที่ 12 สิงหาคม 2568", None, "2025-08-12"),
    ("th", "๑๒ สิงหาคม ๒๕๖๘", None, "2025-08-12"),
    ("th", "12 ส.ค. 68", None, "2025-08-12"),
    ("zh", "2024年4月21日", None, "2024-04-21"),
    ("zh", "发布时间：2024年4月21日 星期日 下午3时05分", "2024年4月21日 星期日 下午3时05分", "2024-04-21T15:05"),
    ("zh", "二〇二四年四月二十一日", None, "2024-04-21"),
    ("zh-TW", "民國113年4月21日", None, "2024-04-21"),
    ("ja", "２０２４年４月２１日", None, "2024-04-21"),
    ("ja", "2024年4月21日（日）13時05分", None, "2024-04-21T13:05"),
    ("ja", "令和6年4月21日", None, "2024-04-21"),
    ("ja", "令和元年5月1日", None, "2019-05-01"),
    ("ja", "2024年（令和6年）4月21日", None, "2024-04-21"),
    ("ko", "입력 2024년 4월 21일 일요일 오후 3시", "2024년 4월 21일 일요일 오후 3시", "2024-04-21T15:00"),
    ("ko", "2024. 04. 21. 09:30", None, "2024-04-21T09:30"),
    ("id", "Minggu, 21 Mei 2023", None, "2023-05-21"),
    ("sw", "21 Aprili 2024", None, "2024-04-21"),
    ("eo", "la 21-an de aprilo 2024", None, "2024-04-21"),
    ("zu", "21 Ephreli 2024", None, "2024-04-21"),
    ("my", "၂၀၂၄ ခုနှစ်၊ ဧပြီ ၂၁", None, "2024-04-21"),
    ("vi", "ngày 21 tháng 4 năm 2024", None, "2024-04-21"),
]


@pytest.mark.parametrize(("line", "raw", "value"), ENGLISH + NUMBERS)
@pytest.mark.parametrize("ask", [find_date, is_date_line])
def test_a_date_line_is_understood(ask, line: str, raw: str | None, value: str) -> None:
    found = ask(line)
    assert found is not None
    assert (found.raw, found.value, found.warnings) == (raw or line, value, ())
    assert line[found.start : found.end] == found.raw


@pytest.mark.parametrize(("language", "line", "raw", "value"), LANGUAGES)
def test_a_date_is_understood_in_its_language(language: str, line: str, raw: str | None, value: str) -> None:
    found = is_date_line(line, language)
    assert found is not None
    assert found.value == value
    assert found.raw in {raw or line, (raw or line).removeprefix("la ").removeprefix("ngày ")}
    assert found.warnings == ()
    assert find_date(line, language) == found


@pytest.mark.parametrize(("language", "line", "raw", "value"), [case for case in LANGUAGES if case[0] != "fa"])
def test_no_language_need_be_told(language: str, line: str, raw: str | None, value: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "line",
    [
        "Page 4 of 12",
        "May the force be with you",
        "In May",
        "1984",
        "31 February 2024",
        "February 30, 2024",
        "2024-13-01",
        "2023-02-29",
        "32.01.2024",
        "By John March",
        "John March, 21",
        "20 out of 2024 people",
        "Vale 3-2 Harbour",
        "Tel. 020 7946 0958",
        "+44 20 2024 0421",
        "ISBN 978-3-16-148410-0",
        "10.04.2024.17",
        "Version 10.4.21",
        "£21.04.2024",
        "Vol. 12, May 2024",
        "Room 21",
        "He paid 1,021 marks",
        "",
        " ",
    ],
)
def test_what_is_no_date_is_none(line: str) -> None:
    assert find_date(line) is None
    assert is_date_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "London, 21 April 2024",
        "VALE, April 21 (Agency) - Ministers met.",
        "The harbour reopened on 21 April 2024.",
        "Ana Lopez | 21 April 2024",
        "21 April 2024: a day to remember",
        "Updated rules for 2024",
        "Yesterday's news",
        "Today in history",
        "Published",
        "12:01",
    ],
)
def test_a_line_that_says_more_is_no_date_line(line: str) -> None:
    assert is_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "raw", "value"),
    [
        ("London, 21 April 2024", "21 April 2024", "2024-04-21"),
        ("VALE, April 21 (Agency) - Ministers met.", "April 21", None),
        ("Ana Lopez · Vale News · Posted: Aug 08, 2024 4:00 AM EDT", "Aug 08, 2024 4:00 AM EDT", "2024-08-08T04:00"),
        ("Since March 3 it was 21 April 2024 that", "21 April 2024", "2024-04-21"),
        ("谷社北京4月24日电", "4月24日", None),
    ],
)
def test_the_best_date_of_a_line_is_found(line: str, raw: str, value: str | None) -> None:
    found = find_date(line)
    assert found is not None
    assert (found.raw, found.value) == (raw, value)


@pytest.mark.parametrize(
    ("line", "raw"),
    [
        ("21 April", "21 April"),
        ("April 21", "April 21"),
        ("Sunday, 21 April", "Sunday, 21 April"),
        ("Sep 19 4 mins read", "Sep 19"),
        ("4月21日", "4月21日"),
        ("3 hours ago", "3 hours ago"),
        ("Published 3 seconds ago", "3 seconds ago"),
        ("Last updated an hour ago", "an hour ago"),
        ("yesterday", "yesterday"),
        ("Today", "Today"),
        ("vor 3 Stunden", "vor 3 Stunden"),
        ("Publié il y a 3 heures, mis à jour à 09h42", "il y a 3 heures"),
        ("hace 2 días", "hace 2 días"),
        ("3小时前", "3小时前"),
        ("Updated 12:01 GMT", "12:01 GMT"),
    ],
)
def test_a_date_that_the_line_leaves_open_is_kept_as_printed(line: str, raw: str) -> None:
    found = is_date_line(line)
    assert found is not None
    assert (found.raw, found.value) == (raw, None)


@pytest.mark.parametrize(
    ("language", "value"),
    [
        (None, None),
        ("en", None),
        ("en-US", "2024-03-04"),
        ("en-GB", "2024-04-03"),
        ("fr", "2024-04-03"),
        ("es-MX", "2024-04-03"),
    ],
)
def test_only_the_language_decides_between_two_readings(language: str | None, value: str | None) -> None:
    found = find_date("03/04/2024", language)
    assert found is not None
    assert found.value == value
    assert found.warnings == (() if value else ("03/04/2024 is ambiguous: 2024-04-03 or 2024-03-04",))


@pytest.mark.parametrize(
    ("line", "language", "value", "warning"),
    [
        ("Monday, 21 April 2024", None, "2024-04-21", "the weekday is Monday, but 2024-04-21 is a Sunday"),
        ("Tue, 21 Apr 2024", None, "2024-04-21", "the weekday is Tuesday, but 2024-04-21 is a Sunday"),
        ("lundi 21 avril 2024", "fr", "2024-04-21", "the weekday is Monday, but 2024-04-21 is a Sunday"),
        ("12/08/2568", None, "2025-08-12", "year 2568 is read as the Buddhist era: 2025"),
        ("1403/02/02", None, None, "1403/02/02 is of the Persian or the Islamic calendar"),
        ("3 listopada 2024", None, None, "listopada is the name of different months in different languages"),
        ("3 listopada 2024", "pl", "2024-11-03", None),
        ("3. listopada 2024.", "hr", "2024-10-03", None),
        ("21-22 April 2024", None, None, "a range of days"),
        ("April 21-22, 2024", None, None, "a range of days"),
        ("30 April - 2 May 2024", None, None, "a range of days"),
        ("30 April 2024 to 2 May 2024", None, None, "a range of days"),
        ("2024年4月30日～5月2日", "ja", None, "a range of days"),
    ],
)
def test_what_is_odd_is_said(line: str, language: str | None, value: str | None, warning: str | None) -> None:
    found = is_date_line(line, language)
    assert found is not None
    assert (found.value, found.warnings) == (value, (warning,) if warning else ())


def test_a_found_date_is_a_plain_value() -> None:
    assert find_date("on 21 April 2024") == FoundDate("21 April 2024", "2024-04-21", 3, 16)


# Noruz, as published by the calendar centre of the University of Tehran.
@pytest.mark.parametrize(
    ("year", "noruz"),
    [
        (1357, (1978, 3, 21)),
        (1375, (1996, 3, 20)),
        (1399, (2020, 3, 20)),
        (1403, (2024, 3, 20)),
        (1404, (2025, 3, 21)),
        (1408, (2029, 3, 20)),
    ],
)
def test_the_persian_year_begins_on_the_right_day(year: int, noruz: tuple[int, int, int]) -> None:
    assert jalali(year, 1, 1) == date(*noruz).isoformat()


def test_the_persian_calendar_has_no_gap_and_no_day_twice() -> None:
    days = [
        day
        for year in range(1300, 1498)
        for month in range(1, 13)
        for number in range(1, 32)
        if (day := jalali(year, month, number)) is not None
    ]
    first = date.fromisoformat(days[0])
    assert days == [(first + timedelta(step)).isoformat() for step in range(len(days))]


@given(st.integers(-1, 10_001), st.integers(-1, 14), st.integers(-1, 33))
def test_a_day_and_its_weekday_are_the_library_s(year: int, month: int, day: int) -> None:
    try:
        known = date(year, month, day)
    except ValueError:
        assert gregorian(year, month, day) is None
    else:
        assert gregorian(year, month, day) == known.isoformat()
        assert weekday_of(known.isoformat()) == known.weekday()


def test_a_day_that_does_not_exist_is_none() -> None:
    assert gregorian(2024, 2, 31) is None
    assert jalali(1403, 7, 31) is None
    assert jalali(1404, 12, 30) is None


@given(
    st.dates(date(1800, 1, 1), date(2399, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y年%m月%d日", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y"]),
)
def test_every_day_is_found_in_every_common_form(day: date, form: str) -> None:
    found = is_date_line(day.strftime(form))
    assert found is not None
    assert (found.value, found.warnings) == (day.isoformat(), ())


@given(
    st.text(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("0123456789 .:/-年月日May,")), max_size=250
    )
)
def test_any_line_is_survived_and_spans_fit(line: str) -> None:
    for found in (find_date(line), is_date_line(line, "en")):
        assert found is None or (line[found.start : found.end] == found.raw and found.raw)


@pytest.mark.parametrize(
    "piece", ["1", "1:", "21 April ", "1.", "a ", "년 1", "1-1-", "vor 1 ", "May ", " ", "(", "１", "一月", "ก."]
)
def test_the_time_does_not_depend_on_the_length(piece: str) -> None:
    began = time.process_time()
    for _ in range(20):
        find_date(piece * 100_000)
        is_date_line(piece * (200 // len(piece)))
    assert time.process_time() - began < 3
