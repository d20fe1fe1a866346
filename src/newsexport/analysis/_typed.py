"""Text as a typewriter has it, for patterns that are faster where all is ASCII."""

from __future__ import annotations

# A sign for a sign of its kind, so that each character keeps its place: patterns of words find the same in both.
_SIGNS = (("’", "'"), ("‘", "^"), ("“", '"'), ("”", '"'), ("—", ";"), ("–", ";"), ("…", "!"), ("\u00a0", " "), ("£", "$"), ("€", "$"))  # fmt: skip


def typed(text: str) -> str:
    """The text with the signs of typesetters replaced, of the same length; as it is where it still would not be ASCII."""
    if text.isascii():
        return text
    plain = text
    for sign, ours in _SIGNS:
        plain = plain.replace(sign, ours)
    return plain if plain.isascii() else text
