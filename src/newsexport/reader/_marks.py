"""Recognisers of small print: one short line each, told by its own words. Add one: a function in `MARKS`, a fixture."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from newsexport.model import NoteKind
from newsexport.patterns import Headed, headed, lazy, opening
from newsexport.reader._buttons import sure_buttons
from newsexport.reader._lines import CAP, Chunk
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

LONGEST_RULE = 200
_DRAWN = "-=_*~#.·•—–─━═⁂+^<>◆■"  # the signs of a rule
_END = headed(
    "|end|0-|30|xxx|nnn|fin|reu|sch|انت|پای|完|끝",
    r"(?:\[?\(?\s?(?:ends?|-?30-?|###+|# # #|xxx+|-xxx-|nnnn|-ends?-|-0-|—ends?—|/?end/?|fin|ende|reuter|reuters|/ends/|\(ends\)|"
    r"end of (?:document|text|story|item)|انتهى|پایان|انتهای پیام/?|انتهای متن/?|\(schluss\)(?: [a-z]{2,4}(?:/[a-z]{2,4})*)?|\(完\)|（完）|完|\(끝\)|끝|//)\s?\)?\]?\.?)\Z",
    re.IGNORECASE,
)
_DESK_ENDS = lazy(r"\[?\(?\s?(?:\w{2,12}/fi[mn]|[a-z]{2,4} ?// ?[a-z]{2,4})\s?\)?\]?\.?\Z", re.IGNORECASE)
_MORE = headed(
    "zczc|more|mf|mehr)|take ",
    r"(?:zczc(?: .{0,12})?|\(more\)|-more-|more follows|mf|\(mf\)|\(mehr\)|take [0-9]{1,2})\Z",
    re.IGNORECASE,
)
_SIGNOFF = headed(
    "addit|furth|repor|edici|edite|editi|édi|writi|writt|compi|trans|graph|resea|photo|produ|bearb|redak|mit a|mit m|avec |a cur|with |责|責|校对|校對|审核",
    r"[(\[（]?\s?(?:(?:additional |further )?(?:reporting|editing|writing|compiled|translated|graphics?|research|photographs|"
    r"produced|reported|edited|written)(?: and (?:reporting|editing|writing|graphics|photography))? (?:by|from)\b|"
    r"(?:(?:责任编辑|責任編輯|责编|責編|校对|校對|审核)\s?[:：]|bearbeitet von|redaktion:|mit material (?:von|der)|mit agenturen|mit agenturmaterial|avec (?:l')?(?:afp|reuters|agences)|"
    r"edición de|édité par|a cura di|with (?:agencies|agency (?:inputs|reports)|inputs? from|reports? from|files from|additional reporting))\b)",
    re.IGNORECASE,
)
_CONTRIBUTED = lazy(
    r".{3,150}? contributed (?:to (?:this|the) (?:report|story|article)|reporting)(?: from [^.]{2,60})?\.?\Z",
    re.IGNORECASE,
)
_SOURCED = headed(
    "sou|que|fue|fon|ที่|منب|الم|来源|來源",
    r"[(\[]?(?:source|quelle|fuente|fonte|ที่มา|منبع|المصدر|来源|來源)\s?[:：]\s?(?P<value>.{2,300}?)[)\]]?\Z",
    re.IGNORECASE,
)
_SOURCE = lazy(r"SOURCE (?P<value>[A-Z0-9][^.!?]{1,100})\Z")
_RIGHTS = lazy(
    r"(?:©|\(c\) ?[12][0-9]{3}|copyright (?:\(c\)|©|[12][0-9]{3}|by\b)|all rights reserved|tous droits réservés|alle rechte vorbehalten|"
    r"todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|版权所有|無断転載)",
    re.IGNORECASE,
)
_RIGHTS_SIGNS = (
    "©",
    "(c)",
    "copyright",
    "rights",
    "droits",
    "rechte",
    "derechos",
    "direitos",
    "diritti",
    "права",
    "版权",
    "転載",
)
_CORRECTION = headed(
    "corre|clari|beric|korre|recti|fe de|errat|rette|rät|исп|an ea|this |in ",
    r"(?:correction|clarification|berichtigung|korrektur|rectificatif|corrección|fe de errores|errata|rettelse|rättelse|исправление)s?"
    r"(?: \(|\s?[:—–.-]|\Z| (?:to|appended)\b)"
    r"|(?:an earlier version of this|this) (?:article|story|report|post|piece) (?:has been |was )?(?:corrected|amended|incorrectly|misstated|gave|said)\b"
    r"|an earlier version of this\b|\(?in (?:an? |the )?.{3,40} (?:story|item|item of .{3,12}), corrects\b",
    re.IGNORECASE,
)
_UPDATE = headed("a ver|this |updat|add|recas|corre|refil|remov|repea|chang|rewri|relea", r"(?:a version of this (?:article|story|column) (?:appears?|appeared|was|ran)\b|this (?:article|story|post|report|piece) (?:has been|was|is being) (?:last )?updated|updates? (?:with|to add)|"
                     r"adds? (?:background|details?|quotes?|byline|comment)\b|"
                     r"\((?:adds?|updates?|recasts?|corrects?|refiles?|removes?|repeats?|changes|rewrites?|releads?)\b[^()]{3,160}\)\Z|this is a (?:developing|breaking))", re.IGNORECASE)  # fmt: skip
_EDITOR = headed("ed:|eds:|edito|nota |note |anm. |anmer|ndlr|hinwe|ред", r"[(\[*]{0,2}(?:eds?:|editors?[’']? notes?\b|editor['’]s note|note to editors?:|anm\. d\. red|anmerkung der redaktion|"
                     r"ndlr|nota del editor|nota de la redacción|nota da redação|hinweis:|редакция)", re.IGNORECASE)  # fmt: skip
_GENRE_HEADS = "joi|pre|med|new|com|not|per|leh|tie|kom|tis|saj|δελ|пре|bas|بيا|הוד|新闻|新聞|プレス|報道|보도|sia|thô"
_GENRES = (
    r"(?:joint )?(?:press|media|news) (?:release|statement|information|notice|note)|pressemitteilung|medienmitteilung|medieninformation|presseinformation|"
    r"communiqué(?: de presse)?|comunicado(?: de (?:prensa|imprensa))?|nota de prensa|nota à imprensa|comunicato stampa|persbericht|pressmeddelande|"
    r"pressemeddelelse|pressemelding|(?:lehdistö)?tiedote|komunikat prasowy|tisková zpráva|sajtóközlemény|comunicat de presă|δελτίο τύπου|пресс-релиз|"
    r"basın (?:bülteni|açıklaması)|بيان صحفي|הודעה לעיתונות|新闻稿|新聞稿|プレスリリース|報道発表|보도자료|siaran pers|thông cáo báo chí"
)
_EMBARGO = headed(f"stric|embar|sperr|not f|for i|for r|zur s|{_GENRE_HEADS}", r"(?:strictly )?embargo(?:ed)?\b.{0,12}(?:until|till|:|for)|sperrfrist|not for (?:publication|release) (?:before|until)|"
                      r"for (?:immediate )?release\b|zur sofortigen veröffentlichung|"
                      rf"(?:{_GENRES})(?: (?:nr\.?|no\.?|n[°º]|number|№)?\s?[\w./-]{{1,15}})?(?: (?:vom|of|du|del) .{{6,30}})?\Z", re.IGNORECASE)  # fmt: skip
_MINUTES = headed("0|1|2|3|4|5|6|7|8|9", r"[>»►▶→*•\s]{0,6}[0-9]{1,2}[ -]min(?:ute)?s?\.? read", re.IGNORECASE)
_PROMO = headed(
    "read |also |see a|relat|more |recom|don't|don’t|sign |subsc|follo|our s|links|top s|popul|lates|share|tiemp|temps|les|socia|join |click|conti|"
    "story|liste|watch|downl|most |trend|comme|show |lies |mehr |auch |das k|weite|ähn|schla|zum t|artic|artíc|notic|notíc|relac|ti po|à d|sur l|lees |"
    "gerel|по |пох|ilgil|موا|baca |xem t|tin l|ข่า|यह|ये|lire |à l|voir |lea t|lee t|leer |te pu|más|leggi|leia |veja |läs|læs|lue m|czyta|zobac|čtě|"
    "чит|ayric|اقر|קרא|相关|延伸|関連|あわせ|관련",
    r"(?:[>»►▶→*•\s]{0,6})(?:read (?:more|also|next|the full|here)\b|also read|see also\b|related(?: (?:articles?|stories|news|coverage|content|links?))?\s?(?::|\Z)|"
    r"more (?:from|on this|on:|stories|news|coverage|:)|recommended (?:for you|reading|stories)?\Z|recommended:|don['’]t miss|"
    r"(?:sign up|subscribe)\b.{0,80}(?:newsletter|for free|today|now|here|updates)|follow (?:us|@\w|.{2,40} on (?:twitter|x|facebook|instagram))|"
    r"our standards:|links\s?:?\Z|top stories\Z|popular (?:now|stories)\Z|latest (?:news|stories)\Z|share (?:this|on)\b|tiempo de lectura|temps de lecture|lesezeit|lesedauer|social sharing\Z|join (?:the conversation|our)|click here|continue reading|story continues|"
    r"(?:listen|watch)\s?:|download (?:our|the) app|most (?:read|popular)\b|trending(?: now)?\Z|comments?\Z|show comments|"
    r"lesen sie (?:auch|mehr)|mehr (?:zum thema|von|dazu|dazu:)|lies (?:auch|mehr)|das könnte sie|auch interessant|weitere (?:artikel|themen)|(?:mehr )?ähnliche (?:nachrichten|artikel)|schlagzeilen\Z|zum thema\Z|weiterführende|"
    r"artículos relacionados|noticias relacionadas|relacionad[oa]s\Z|articoli correlati|ti potrebbe(?:ro)? interessare|notícias relacionadas|à découvrir\Z|"
    r"sur le même thème|lees (?:meer|verder)|gerelateerd|relaterat|по теме\Z|похожие|ilgili haberler|مواضيع ذات صلة|baca juga|xem thêm|tin liên quan|ข่าวที่เกี่ยวข้อง|यह भी पढ़ें|ये भी पढ़ें|"
    r""
    r"lire (?:aussi|la suite|également)|à lire (?:aussi|également)|voir aussi|sur le même sujet|lea también|lee también|leer más|"
    r"te puede interesar|más información|leggi anche|leia (?:também|mais)|veja também|lees ook|läs (?:också|mer|även)|les også|læs også|"
    r"lue myös|czytaj (?:też|także|więcej)|zobacz też|čtěte také|читайте (?:также|ещё|еще)|читать также|ayrıca oku|اقرأ (?:أيضا|أيضاً|المزيد)|"
    r"קראו (?:עוד|גם)|相关(?:新闻|阅读|报道)|延伸阅读|関連記事|あわせて読みたい|관련\s?기사)",
    re.IGNORECASE,
)
_ADVERT = headed("adver|anzei|werbu|pubbl|publi|rekla|рек|広告|广告|adcho|ad ch|this |spons|promo", r"(?:advertise(?:ment|ments)?\b.{0,30}|anzeige|werbung|publicité|publicidad|pubblicità|reklam|реклама|広告|广告|ad ?choices|"
                     r"this advertisement has not loaded.{0,60}|sponsored(?: content)?|promoted)\Z", re.IGNORECASE)  # fmt: skip
_POSTED = lazy(r"[—–-]\s?.{2,60}\(@\w{1,30}\).{0,40}\Z", re.IGNORECASE)
_EMBED = headed("pic.|view |a pos|http|www|twitt|x.|insta|faceb|youtu", r"(?:pic\.[\w-]{2,20}\.com/\w+|view this post on \w+|a post shared by .{2,80}|"
                    r"(?:https?://)?(?:www\.)?(?:twitter|x|instagram|facebook|youtube|youtu)\.(?:com|be)/\S{1,200})\Z", re.IGNORECASE)  # fmt: skip
_EDITORS_NOTES = headed("note |notes|media|press|conta|for f|for m", r"(?:notes? (?:to|for) (?:the )?editors?\s?:?|media contacts?\s?:?|press contacts?\s?:?|contacts?\s?:|for (?:more|further) information,?(?: please)? contact.{0,80}|"
                            r"pressekontakt\s?:?|contact presse\s?:?|contactos? de prensa\s?:?)", re.IGNORECASE)  # fmt: skip
_ABOUT = headed(
    "abo|übe|à p|ace|sob", r"(?:about|über|à propos d[eu']|acerca de|sobre) (?:the )?[^.!?]{2,60}\Z", re.IGNORECASE
)
_COOKIES = headed(
    "we us|this |by co|accep|your ",
    r"(?:we use cookies|this (?:site|website) uses cookies|by continuing to (?:browse|use)|accept (?:all )?cookies|your privacy)",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """What a line of small print is: the role, the note's kind where it is a note, and how we know."""

    role: str
    reason: str
    kind: NoteKind = "other"
    confidence: float = 0.9
    value: str | None = None


LONGEST_HEADLESS = 300  # characters of small print that is told by other words than those it opens with
Recogniser: TypeAlias = Callable[[str], Mark | None]
"""What a text of small print is."""
_HEADS: dict[Recogniser, frozenset[str]] = {}
"""What small print opens with, by its recogniser, filled below."""
_ALL_HEADS: set[str] = set()
"""All of these: where a chunk opens otherwise, it is seldom small print."""


def _mark(pattern: re.Pattern[str], role: str, reason: str, *, kind: NoteKind = "other", longest: int = CAP,
          confidence: float = 0.9, needs: str = "") -> Recogniser:  # fmt: skip
    made = Mark(role, reason, kind, confidence)

    def recognise(text: str) -> Mark | None:
        if len(text) > longest or (needs and needs not in text.lower()):
            return None
        return made if pattern.match(text) else None

    if isinstance(pattern, Headed):
        _HEADS[recognise] = pattern.heads
        _ALL_HEADS.update(pattern.heads)
    return recognise


def rule(text: str) -> Mark | None:
    """A line drawn of one or two kinds of signs."""
    if (text[:1] not in _DRAWN and text[:1] != " ") or len(text) > 2 * LONGEST_RULE:
        return None
    bare = text.replace(" ", "")
    if not bare or len(bare) > LONGEST_RULE or len(set(bare)) > 2 or not all(char in _DRAWN for char in bare):
        return None
    return Mark("rule", "a line drawn of signs") if len(bare) >= 3 or bare in {"⁂", "*", "**", "—", "◆", "■"} else None


MARKS: tuple[Recogniser, ...] = (
    _mark(_END, "end mark", "the mark that ends a story", longest=30, confidence=0.95),
    _mark(_DESK_ENDS, "end mark", "the mark that ends a story", longest=30, confidence=0.95, needs="/"),
    _mark(_MORE, "more mark", "the mark that more follows", longest=20, confidence=0.95),
    rule,
    _mark(_SIGNOFF, "signoff", "says who reported, edited or compiled", longest=400),
    _mark(_CONTRIBUTED, "signoff", "says who contributed", longest=LONGEST_HEADLESS, needs=" contributed "),
    _mark(_EMBARGO, "note", "embargo or release line", kind="embargo", longest=160),
    _mark(_CORRECTION, "note", "says what was corrected", kind="correction", longest=600),
    _mark(_UPDATE, "note", "says that the story was updated", kind="update", longest=300),
    _mark(_EDITOR, "note", "a note of the editors", kind="editor", longest=1000),
    _mark(_ADVERT, "note", "advertisement", kind="advertisement", longest=110),
    _mark(_COOKIES, "note", "cookie line of a page", kind="advertisement", longest=400),
    _mark(_EMBED, "note", "embedded post", kind="embed", longest=260),
    _mark(_POSTED, "note", "embedded post", kind="embed", longest=260, needs="(@"),
    _mark(_PROMO, "note", "sends the reader to something else", kind="promo", longest=240),
    _mark(_MINUTES, "note", "sends the reader to something else", kind="promo", longest=240, needs="min"),
    _mark(_EDITORS_NOTES, "note", "notes to editors or a contact", kind="contact", longest=140),
)


BUTTON = Mark("note", "nothing but the words of a page's buttons", "promo", 0.85)


def small_print(chunk: Chunk) -> Mark | None:
    """What a chunk of small print is, None when it is text."""
    return None if len(chunk.text) > 1000 else _small_print(chunk.text)


@lru_cache(maxsize=512)
def _small_print(text: str) -> Mark | None:
    # Head, body and tail each ask the same of a line.
    first = opening(text)
    if not _ALL_HEADS.isdisjoint(first) or (
        len(text) <= LONGEST_HEADLESS and ("/" in text[:30] or "(@" in text or " contributed " in text.lower())
    ):
        asked = [one for one in MARKS if one not in _HEADS or not _HEADS[one].isdisjoint(first)]
        found = next((found for recognise in asked if (found := recognise(text))), None)
    else:
        found = rule(text)
    return found or (BUTTON if sure_buttons(text) else None)


def rights(text: str) -> bool:
    """Whether a line states the copyright."""
    return len(text) <= 400 and any(map(text.casefold().__contains__, _RIGHTS_SIGNS)) and bool(_RIGHTS.search(text))


def sourced(text: str) -> str | None:
    """The source that a line of the form "Source: X" names, or "SOURCE X" as press wires close with."""
    if len(text) > 300:
        return None
    found = _SOURCED.match(text) or (_SOURCE.match(text) if text.startswith("SOURCE ") else None)
    return found["value"].strip() if found else None


def about(text: str) -> bool:
    """Whether a line is the heading of a company's paragraph about itself."""
    return len(text) <= 80 and bool(_ABOUT.match(text))
