"""The words of a page's buttons, by language: a line of nothing but such words is no part of the story."""

from __future__ import annotations

from newsexport.patterns import lazy

LONGEST = 90  # characters
_BULLETS = frozenset("•·*-–—")
_MOST_WORDS = 8  # of one button
_APART = lazy(r"\s?[|·,/:>]\s?|\s{2,}|^[+\s]+")
_BARS = str.maketrans("•▶►", "|||")
_COUNT = lazy(r"\d{1,6} ?(?=[^\W\d])")
_SURE = frozenset(
    # English and the names of services
    "share|share full article|share this article|share article|share this|share this story|share this page|share options|save for later|"
    "save article|save story|print this article|print article|print this page|email this|email this article|copy link|link copied|"
    "link copied!|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|messenger|facebook messenger|instagram|bluesky|flipboard|"
    "xing|kakaotalk|gift article|gift this article|listen to article|listen to this article|font size|text size|normal text size|"
    "larger text size|very large text size|skip to content|skip to main content|skip advertisement|skip advert|view comments|"
    "leave a comment|why you can trust us|add as preferred source on google|social sharing|article information|download|transcript|"
    "log in, register or subscribe to save articles for later|register or subscribe to save articles for later|"
    # German, Dutch, Nordic
    "teilen|merken|drucken|vorlesen|link kopieren|artikel teilen|artikel merken|artikel drucken|artikel anhören|per e-mail teilen|"
    "per e-mail versenden|auf facebook teilen|auf x teilen|auf twitter teilen|per whatsapp teilen|zur startseite|kommentare|"
    "zu den kommentaren springen|schriftgröße anpassen|schriftgröße|externer inhalt|twittern|mailen|flippen|"
    "delen|deel dit artikel|bewaren|afdrukken|kopieer link|dela|dela artikel|dela artikeln|kopiera länk|kopier lenke|del artikel|"
    "kopiér link|jaa artikkeli|tallenna|"
    # French, Spanish, Italian, Portuguese, Romanian
    "partager|partager l’article|partager l'article|partager sur facebook|copier le lien|lien copié|imprimer|réagir|commenter|"
    "écouter l’article|écouter l'article|écouter cet article|passer la publicité|offrir l’article|offrir l'article|"
    "compartir|comparte|comentarios|comenta|copiar enlace|tamaño de letra|color de fondo|enviar por correo|compartir en facebook|"
    "condividi|stampa|commenta|copia link|compartilhar|compartilhe|comentários|copiar link|copiar o link|distribuie|"
    # Slavic, Greek, Hungarian, Turkish
    "udostępnij|drukuj|kopiuj link|skomentuj|sdílet|sdílejte|tisknout|поделиться|распечатать|комментарии|скопировать ссылку|"
    "копировать ссылку|поширити|поділитися|κοινοποίηση|εκτύπωση|megosztás|paylaş|yazdır|yorumlar|abone ol|"
    # Arabic, Hebrew, Persian
    "مشاركة|شارك|طباعة|نسخ الرابط|שתף|שתפו|הדפסה|תגובות|اشتراک گذاری|اشتراک‌گذاری|چاپ|"
    # East, South and South-East Asia
    "分享|分享到|分享让更多人看到|分享讓更多人看到|收藏|打印|列印|小字号|大字号|字号|シェア|シェアする|ツイート|有料記事|有料会員記事|"
    "無料会員記事|有料会員限定|공유|공유하기|프린트|스크랩|글자크기|지면보기|구독|기자 구독|글자 크기|글씨크기|แชร์|แบ่งปัน|พิมพ์|พิมพ์หน้านี้|साझा करें|शेयर करें|chia sẻ|bagikan".split(
        "|"
    )
)
# Words that a story may use as a heading: buttons only among others, or in the head.
_WEAK = frozenset(
    "save|print|email|e-mail|mail|x|threads|pocket|line|follow|following|bookmark|gift|like|tweet|post|listen|sign in|log in|login|"
    "subscribe|register|menu|search|home|close|comments|comment|view all|view gallery|open gallery|sujets|enregistrer|sauvegarder|"
    "guardar|escuchar|salva|ascolta|salvar|ouvir|kopieren|spara|del|lytt|gem|jaa|zapisz|uložit|сохранить|kaydet|dinle|حفظ|اشتراك|评论|保存|印刷|メール|"
    "コメント|인쇄|댓글|simpan|berbagi|commenti|abonnieren|s’abonner|s'abonner|inhalt".split("|")
)


def sure_buttons(text: str) -> bool:
    """Whether a line is nothing but words that only a page's buttons say: Share, Copy link."""
    return _said(text, weak=False)


def buttons(text: str) -> bool:
    """Whether a line is nothing but words of a page's buttons; asked of the lines of a head, where a story says no such word."""
    return _said(text, weak=True)


def _said(text: str, *, weak: bool) -> bool:
    if len(text) > LONGEST or text[:1] in _BULLETS or not _may_end(text):
        return False
    line = text.casefold()
    if _is_button(line, weak):
        return True
    pieces = [piece.strip(" .!") for piece in _APART.split(line.translate(_BARS))]
    pieces = [_COUNT.sub("", piece) for piece in pieces if piece]
    return bool(pieces) and all(_is_row(piece, weak) for piece in pieces)


_PARTING = frozenset("|•·,/:>▶►+0123456789")  # what may part a button from the one before it, or from a count
_WORDS = frozenset(" ".join(_SURE | _WEAK).replace("!", "").split())


def _may_end(text: str) -> bool:
    """Whether a line's last word is one of a button's: a glance that tells nearly every sentence from buttons."""
    last = text.rsplit(None, 1)[-1].strip(" .!").casefold() if text.strip() else ""
    return not last or last in _WORDS or not (last.isalpha() or last.isdecimal() or _PARTING.isdisjoint(last))


def _is_button(words: str, weak: bool) -> bool:
    return words in _SURE or (weak and words in _WEAK)


def _is_row(piece: str, weak: bool) -> bool:
    """Whether a piece is one button's words, or several buttons' with single spaces between."""
    words = piece.split(" ")
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _MOST_WORDS), at, -1)
        end = next((end for end in ends if _is_button(" ".join(words[at:end]), weak)), None)
        if end is None:
            return False
        at = end
    return True
