"""What agencies and editing systems really send, beside what the standards say; each habit with its smallest example."""

from __future__ import annotations

import pytest

from newsexport.model import Article, Author, Dateline, Note, Paragraph, Separator, Subheading
from newsexport.reader import formats


def nitf(head: str, content: str, top: str = "") -> Article:
    data = f"<nitf baselang='en'><head>{top}</head><body><body.head>{head}</body.head><body.content>{content}</body.content></body></nitf>"
    return formats.load("nitf").parse(data.encode(), name=None, language=None)[0]


def g2(content: str, meta: str = "") -> Article:
    data = f"<newsItem><contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    return formats.load("newsml-g2").parse(data.encode(), name=None, language=None)[0]


def rss(item: str) -> Article:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://example.org/excerpt/"'
    data = f'<rss version="2.0" {spaces}><channel><title>Courier</title><item>{item}</item></channel></rss>'
    return formats.load("feed").parse(data.encode(), name=None, language=None)[0]


def test_a_title_glued_to_the_name_in_a_byline_is_the_authors_role() -> None:
    article = nitf("<byline>By ORLA FINCH<byttl>Brae Canals Writer</byttl></byline>", "<p>The gates held.</p>")
    assert article.byline is not None
    assert article.byline.raw == "By ORLA FINCH Brae Canals Writer"
    assert article.byline.authors == (Author("Orla Finch", "Brae Canals Writer"),)


def test_a_second_headline_line_that_repeats_the_first_is_no_standfirst() -> None:
    article = nitf("<hedline><hl1>Gates hold</hl1><hl2>Gates hold</hl2></hedline>", "<p>They held.</p>")
    assert (article.headline, article.standfirst, article.unparsed) == ("Gates hold", None, ())


def test_a_dateline_in_the_metadata_and_again_in_the_first_sentence_is_one_dateline() -> None:
    head = "<dateline><location>BRAE</location></dateline>"
    article = nitf(head, '<p>BRAE (Wire) — The gates <a href="https://canal.example/">held</a> for nine hours.</p>')
    assert article.dateline == Dateline("BRAE (Wire) —", ("Brae",), "Wire")
    (block,) = article.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "The gates held for nine hours."
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["held"]


def test_a_paragraph_above_the_one_that_the_dateline_opens_is_the_standfirst() -> None:
    article = nitf(
        "", "<p>Nine hours, dry feet.</p><p>BRAE (Wire) — The gates held for nine hours.</p><p>They are new.</p>"
    )
    assert article.standfirst == "Nine hours, dry feet."
    assert article.blocks == (Paragraph("The gates held for nine hours."), Paragraph("They are new."))


def test_another_place_in_the_first_sentence_stays_there() -> None:
    article = nitf("<dateline>OSLO</dateline>", "<p>BRAE (Wire) — The gates held for nine hours.</p>")
    assert article.dateline is not None
    assert article.dateline.raw == "OSLO"
    assert article.blocks == (Paragraph("BRAE (Wire) — The gates held for nine hours."),)


def test_rules_end_marks_and_sign_offs_among_paragraphs_are_recognised() -> None:
    story = (
        "<p>The gates held for nine hours.</p><p>___</p><p>Reporting by Orla Finch; editing by Tom Reed</p><p>ENDS</p>"
    )
    article = nitf("", story)
    assert article.blocks == (Paragraph("The gates held for nine hours."), Separator("___"))
    assert article.signoff == "Reporting by Orla Finch; editing by Tom Reed"
    assert ("end mark", "ENDS") in [(entry.role, entry.raw) for entry in article.provenance.trace]


def test_small_print_among_paragraphs_is_a_note() -> None:
    article = nitf(
        "", "<p>The gates held.</p><p>Correction: an earlier version gave a wrong width.</p><p>They are new.</p>"
    )
    assert [type(block) for block in article.blocks] == [Paragraph, Note, Paragraph]


def test_an_abstract_that_the_body_opens_with_is_no_standfirst() -> None:
    article = nitf("<abstract><p>THE GATES HELD.</p></abstract>", "<p>THE GATES HELD.</p><p>Nine hours passed.</p>")
    assert article.standfirst is None
    assert article.blocks[0] == Paragraph("THE GATES HELD.")


def test_an_abstract_leaves_the_second_line_of_the_headline_above_the_body() -> None:
    article = nitf(
        "<hedline><hl1>Gates</hl1><hl2>They hold</hl2></hedline><abstract><p>Nine hours.</p></abstract>", "<p>Yes.</p>"
    )
    assert (article.standfirst, article.blocks[0]) == ("Nine hours.", Subheading("They hold"))


def test_the_language_of_a_whole_document_may_stand_in_baselang() -> None:
    assert nitf("", "<p>a</p>").language == "en"


def test_one_paragraph_element_round_a_plain_text_hides_no_paragraphs() -> None:
    text = "&lt;p&gt;\nThe gates of the canal held the water for nine long hours.\n\nDivers look at the hinges next.&lt;/p&gt;"
    article = g2(f'<inlineData contenttype="text/plain">{text}</inlineData>')
    assert [block.text for block in article.blocks] == [
        "The gates of the canal held the water for nine long hours.",
        "Divers look at the hinges next.",
    ]


def test_references_escaped_twice_are_read() -> None:
    article = g2(
        "<inlineXML><html><body><p>Four o&amp;#39;clock &amp;quot;sharp&amp;quot;, &amp;lt;p&amp;gt;.</p></body></html></inlineXML>"
    )
    assert article.blocks == (Paragraph('Four o\'clock "sharp", &lt;p&gt;.'),)


def test_an_element_in_capitals_is_html() -> None:
    article = g2("<inlineXML><BODY><P>One.</P><P>Two.</P></BODY></inlineXML>")
    assert article.blocks == (Paragraph("One."), Paragraph("Two."))


def test_blank_lines_part_paragraphs_where_a_weblog_stores_no_elements() -> None:
    article = rss(
        "<content:encoded>The &lt;b&gt;gates&lt;/b&gt; held.\n\nDivers look.</content:encoded><excerpt:encoded>Short.</excerpt:encoded>"
    )
    assert [block.text for block in article.blocks] == ["The gates held.", "Divers look."]
    assert article.standfirst == "Short."


def test_a_summary_cut_from_the_body_is_no_standfirst() -> None:
    article = rss(
        "<description>The gates held for...</description><content:encoded>&lt;p&gt;The gates held for nine hours.&lt;/p&gt;</content:encoded>"
    )
    assert article.standfirst is None


def test_the_address_of_an_author_is_not_the_name() -> None:
    article = rss("<author>desk@courier.example (Tom Reed)</author><description>The gates held.</description>")
    assert article.byline is not None
    assert article.byline.raw == "Tom Reed"


def test_the_provider_of_newsml_is_the_party_rather_than_its_domain() -> None:
    data = (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId></NewsIdentifier></Identification>"
        '<NewsComponent><AdministrativeMetadata><Provider><Party FormalName="BRAE WIRE"/></Provider></AdministrativeMetadata>'
        "<ContentItem><DataContent><p>The gates held.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    assert formats.load("newsml").parse(data.encode(), name=None, language=None)[0].source == "BRAE WIRE"


def test_a_ninjs_composite_is_the_stories_it_holds() -> None:
    data = b"""{"type": "composite", "headline": "Briefing", "associations": {
        "a": {"type": "text", "headline": "One", "body_text": "The gates held."},
        "b": {"type": "text", "headline": "Two", "body_html": "<p>Divers look.</p>"}}}"""
    articles = formats.load("ninjs").parse(data, name=None, language=None)
    assert [(article.headline, article.blocks[0]) for article in articles] == [
        ("One", Paragraph("The gates held.")),
        ("Two", Paragraph("Divers look.")),
    ]
    assert ("collection", "Briefing") in [(entry.role, entry.raw) for entry in articles[0].provenance.trace]


def test_a_long_text_under_a_key_that_ninjs_does_not_know_is_left_over() -> None:
    data = f'{{"headline": "Gates", "body_text": "They held.", "articleBody": "{"word " * 50}", "desk": "night"}}'
    (article,) = formats.load("ninjs").parse(data.encode(), name=None, language=None)
    assert [left.reason for left in article.unparsed] == ["'articleBody' names no field of ninjs"]
    assert ("metadata", "night") in [(entry.role, entry.raw) for entry in article.provenance.trace]


def test_a_message_in_an_unknown_character_set_is_detected_with_a_warning() -> None:
    data = b"Message-ID: <1@x>\nSubject: Gates\nContent-Type: text/plain; charset=x-brae\n\nThe caf\xc3\xa9 by the gates is open.\n"
    (article,) = formats.load("email").parse(data, name=None, language=None)
    assert [block.text for block in article.blocks] == ["The café by the gates is open."]
    assert article.provenance.warnings == ("the text is not in the character set it states (x-brae)",)


def test_the_author_whom_the_text_names_wins_over_the_sender() -> None:
    text = "By Orla Finch\n\nBRAE (Wire) - The gates held for nine hours, and the whole town came to see it on Thursday.\n\nThey are new.\n"
    data = f"Message-ID: <1@x>\nFrom: Press Desk <desk@canal.example>\nSubject: Lock gates pass their test\n\n{text}"
    (article,) = formats.load("email").parse(data.encode(), name=None, language=None)
    assert article.headline == "Lock gates pass their test"
    assert article.byline is not None
    assert article.byline.authors == (Author("Orla Finch"),)
    assert article.dateline is not None
    assert article.dateline.agency == "Wire"
    assert [block.text for block in article.blocks] == [
        "The gates held for nine hours, and the whole town came to see it on Thursday.",
        "They are new.",
    ]


def test_blank_lines_before_the_first_header_hide_no_header() -> None:
    data = b"\xef\xbb\xbf\r\n  \r\nMessage-ID: <1@x>\r\nSubject: Gates\r\n\r\nThe gates held for nine hours.\r\n"
    assert formats.pick(data) == "email"
    assert formats.load("email").parse(data, name=None, language=None)[0].headline == "Gates"


def test_a_few_words_do_not_show_their_language() -> None:
    assert rss("<title>Gates</title><description>this is a test</description>").language is None


def test_a_message_saved_from_a_mailbox_begins_with_its_from_line() -> None:
    data = b"From orla@canal.example Thu Mar  6 09:15:00 2025\nMessage-ID: <1@x>\nSubject: Gates\n\nThe gates held for nine hours.\n"
    assert formats.pick(data) == "email"
    assert formats.load("email").parse(data, name=None, language=None)[0].headline == "Gates"


def page(head: str, body: str) -> Article:
    pytest.importorskip("trafilatura")
    data = f"<!doctype html><html lang='de'><head><title>Tore</title>{head}</head><body>{body}</body></html>"
    return formats.load("html").parse(data.encode("cp1252"), name=None, language=None)[0]


STORY = "<article><h1>Die Tore halten dicht</h1>{}<p>Die neuen Tore der Schleuse haben am Donnerstag neun Stunden lang das Wasser gehalten.</p><p>Danach gingen alle frühstücken, und die Taucher sahen sich die Angeln an, die aus Eisen sind.</p></article>"


def test_the_date_of_a_page_is_the_printed_one_with_the_machines_value() -> None:
    article = page(
        "<meta charset=windows-1252>", STORY.format('<time datetime="2025-03-06T08:15:00+01:00">6. März 2025</time>')
    )
    assert article.published is not None
    assert (article.published.raw, article.published.value) == ("6. März 2025", "2025-03-06T08:15+01:00")


def test_the_stated_date_of_a_page_wins_over_any_other_on_it() -> None:
    head = '<meta charset=windows-1252><script type="application/ld+json">{"datePublished": "2025-03-06T08:15:00Z"}</script>'
    article = page(head, STORY.format('<time datetime="2019-01-01">2019</time>'))
    assert article.published is not None
    assert article.published.value == "2025-03-06T08:15Z"


def test_comments_and_related_stories_of_a_page_are_furniture_and_recorded() -> None:
    said = "Das wurde auch Zeit, ich warte seit sechs Jahren auf mein Boot und bin sehr, sehr froh über diese Tore."
    article = page("<meta charset=windows-1252>", STORY.format("") + f'<div id="comments"><p>{said}</p></div>')
    assert article.unparsed == ()
    assert ("page furniture", said) in [(entry.role, entry.raw) for entry in article.provenance.trace]
