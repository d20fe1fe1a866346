"""Web and mail addresses in a text, as link marks."""

from __future__ import annotations

import re
from itertools import chain

from newsexport.model import Link
from newsexport.patterns import lazy

_WEB = lazy(r"https?://[^\s<>\"'“”‘’«»|\\^`{}]{4,2000}", re.IGNORECASE)
_MAIL = lazy(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}+@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){1,8}+(?![\w@])")
_TAIL = ".,;:!?…。，、"
_PAIRS = {")": "(", "]": "["}


def links(text: str) -> tuple[Link, ...]:
    """The marks of every http, https and mail address in a text; a sentence's punctuation is not the address's."""
    if "://" not in text and "@" not in text:
        return ()
    found: list[Link] = []
    web = ((hit.start(), _trimmed(hit.group()), "") for hit in _WEB.finditer(text))
    mail = ((hit.start(), hit.group(), "mailto:") for hit in _MAIL.finditer(text))
    for start, shown, scheme in sorted(chain(web, mail)):
        url = safe_url(scheme + shown)
        if url and (not found or start >= found[-1].end):
            found.append(Link(start, start + len(shown), url))
    return tuple(found)


def safe_url(url: str) -> str | None:
    """The address if it is one a reader may be sent to: http, https or mailto, a plain host, no password (CWE-79)."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        _ = parts.port
        if parts.scheme != "mailto" and (not parts.hostname or "@" in parts.netloc):
            return None
        parts.netloc.encode("ascii") if parts.netloc.isascii() else parts.netloc.encode("idna")
        return Link(0, 0, url).url
    except (ValueError, UnicodeError):
        return None


def _trimmed(url: str) -> str:
    while url and (url[-1] in _TAIL or (url[-1] in _PAIRS and url.count(_PAIRS[url[-1]]) < url.count(url[-1]))):
        url = url[:-1]
    return url
