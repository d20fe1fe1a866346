"""What the scripts of some languages ask of a style sheet."""

from __future__ import annotations

from newsexport.looks import squared
from newsexport.style import Style

_UPRIGHT = ("ar", "fa", "ur", "he", "zh", "ja", "ko", "th", "hi")  # languages of scripts without an italic


def upright() -> str:
    """Weight in the place of slant: a slanted ideograph or Arabic letter is a fault, not emphasis."""
    every, stressed = (", ".join(f"{name}:lang({tag})" for tag in _UPRIGHT) for name in ("", "em"))
    return f"{every} {{ font-style: normal; }}\n{stressed} {{ font-weight: bold; }}"


def square(style: Style) -> str:
    """Even sides of running text in Chinese and Japanese; "" where the style says another."""
    looks = {".body": style.body, ".list li": style.list}
    even = [f"{name}:lang({tag})" for name, look in looks.items() for tag in ("zh", "ja") if squared(look, tag)]
    return f"{', '.join(even)} {{ text-align: justify; }}" if even else ""
