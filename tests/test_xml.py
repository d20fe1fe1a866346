"""What DOCX and EPUB share at the border of XML."""

from newsexport.exporters._xml import encoded, legal


def test_bytes_tell_the_same_characters_from_those_of_xml_as_text_does():
    for code in (*range(0x3000), *range(0xD700, 0x1_0100), 0x1_FFFE, 0x10_FFFF):
        text = f"a{chr(code)}b"
        assert encoded(text) == (text.encode() if legal(text) == text else None)
