"""The words of the trade, by language: labels, prepositions of bylines, months of work such as "Analysis"."""

from __future__ import annotations

import re

from newsexport.patterns import headed, lazy

LABELS: dict[str, str] = {
    word: role
    for role, words in {
        "headline": "headline|title|hed|titel|überschrift|schlagzeile|titre|título|titular|titulo|titolo|titolo articolo|"
        "kop|rubrik|overskrift|otsikko|tytuł|titul|nadpis|cím|заголовок|название|başlık|العنوان|عنوان|כותרת|标题|標題|タイトル|見出し|제목|τίτλος|หัวข้อ|शीर्षक|titolo",
        "byline": "by|byline|author|authors|author of the article|writer|written by|words by|reporter|autor|autoren|autorin|"
        "verfasser|von|auteur|auteurs|par|autores|autora|por|autore|autori|di|door|author(s)|skribent|forfatter|kirjoittaja|"
        "автор|авторы|текст|автори|penulis|โดย|ผู้เขียน|ผู้สื่อข่าว|撰文|reporter|haber|muhabir|yazan|teksti|írta|szerző|autorstwo|tác giả|yazar|الكاتب|كتب|بقلم|המחבר|מאת|作者|记者|記者|執筆者|기자|글|συντάκτης|συγγραφέας|گزارش از|به قلم|लेखक|नویسنده|نویسنده",
        "published": "date|published|publish date|publication date|publishdate|pubdate|posted|posted on|published on|published at|issued|"
        "date published|datum|stand|veröffentlicht|veröffentlicht am|erstellt|publié|publié le|date de publication|fecha|publicado|"
        "fecha de publicación|data|pubblicato|publicado em|gepubliceerd|publicerad|publisert|udgivet|julkaistu|data publikacji|"
        "opublikowano|дата|дата публикации|опубликовано|tarih|yayınlanma|التاريخ|تاريخ النشر|נشر|תאריך|פורסם|تاریخ|日期|发布时间|"
        "時間|时间|公開日|日付|날짜|입력|등록|ημερομηνία|วันที่|เผยแพร่|เผยแพร่เมื่อ|出版|發佈|发布|發布|刊登|发表|發表|公開日時|掲載|입력일|등록일|तारीख|प्रकाशित|प्रकाश|প্রকাশ|প্রকাশিত|giriş|yayın tarihi|dodano|publikováno|publicat|publikálva|megjelent|опубліковано|дата публікації|تاریخ انتشار|זמן פרסום|diterbitkan|release date|date of release",
        "updated": "updated|last updated|update|modified|last modified|aktualisiert|zuletzt aktualisiert|mis à jour|mis à jour le|"
        "actualizado|aggiornato|atualizado|atualizado em|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|обновлено|"
        "güncelleme|son güncelleme|aktualizacja|zaktualizowano|aktualizováno|actualizat|frissítve|оновлено|ενημερώθηκε|diperbarui|cập nhật|अपडेट|আপডেট|به‌روزرسانی|ปรับปรุง|อัปเดต|อัพเดท|تحديث|آخر تحديث|עודכן|更新|更新时间|更新日|수정",
        "source": "source|sources|quelle|quellen|fuente|fonte|bron|källa|kilde|lähde|źródło|источник|kaynak|المصدر|מקור|منبع|来源|來源|出典|출처|πηγή|ที่มา|स्रोत|"
        "publication|publication title|publisher|newspaper|outlet|agency|news provided by",
        "url": "url|link|permalink|web address|source url|original url|canonical|adresse",
        "section": "section|category|categories|desk|rubrique|sección|sezione|seção|ressort|rubriek|kategorie|kategori|раздел|рубрика|"
        "bölüm|القسم|分类|栏目|カテゴリ|분야|หมวด",
        "keywords": "keywords|keyword|tags|tag|topics|topic|subject|subjects|schlagwörter|schlagworte|stichwörter|mots-clés|mots clés|etiquetas|"
        "palabras clave|parole chiave|palavras-chave|trefwoorden|taggar|теги|ключевые слова|etiketler|关键词|标签|タグ|キーワード|태그",
        "language": "language|lang|sprache|langue|idioma|lingua|taal|språk|язык|dil|语言|言語|언어",
        "rights": "copyright|rights|licence|license|©",
        "standfirst": "standfirst|summary|abstract|subtitle|sub-title|subhead|subheadline|deck|dek|description|teaser|lead|intro|excerpt|strapline|"
        "untertitel|utl.|utl|vorspann|chapeau|chapô|sous-titre|entradilla|subtítulo|sommario|occhiello|ingress|подзаголовок|摘要|summary of the article",
        "dateline": "dateline|place|location|city|lieu|ort|lugar|luogo",
        "slug": "slug|slugline",
        "kicker": "kicker|eyebrow|overline|dachzeile|surtitre|antetítulo",
    }.items()
    for word in words.split("|")
}

# Labels of vendors that say something about the copy in their archive, not about the article.
ADMIN = frozenset(
    [
        "length",
        "länge",
        "longueur",
        "longitud",
        "lunghezza",
        "lengte",
        "publication-type",
        "publication_type",
        "document-type",
        "journal-code",
        "word-count",
        "words",
        "wordcount",
        "load-date",
        "load_date",
        "loaded",
        "layout",
        "draft",
        "edition",
        "graphic",
        "page",
        "pages",
        "type",
        "status",
        "id",
        "guid",
        "priority",
        "urgency",
        "version",
    ]
)

BY_HEADS = (
    "by|wri|wor|tex|sto|rep|pos|an |exc|int|ana|com|von|par|por|di|doo|av|af|tes|aut|авт|тек|от|prz|opr|tek|pen|írt|hab|sze|tác|skr|esc|red|réd|pro|"
    "بقل|كتب|گزا|به |מאת|نوی|গ্র|muh|yaz|ราย|เรื|โดย|रिप|लेख|τησ|του|των"
)
_BY = (
    "by|written by|words by|text by|story by|reported by|report by|posted by|an interview by|exclusive interview by|interview by|analysis by|compiled by|von|par|por|di|door|av|af|text|texte|"
    "texto|testo|autor|autorin|автор|текст|от|przez|oprac.|oprac|tekst|teksti|penulis|írta|haber|szerző|tác giả|skriven av|skrevet av|escrito por|redigé par|rédigé par|"
    "propos recueillis par|بقلم|كتب|كتبت|گزارش از|به قلم|מאת|نویسنده|গ্রন্থনা|haber|muhabir|yazan|รายงานโดย|เรื่องโดย|โดย|रिपोर्ट|लेखक|της|του|των"
)
BY = f"(?:{_BY})".replace(".", r"\.")
BY_WORDS = frozenset(_BY.casefold().split("|"))
# Scripts without capitals mark a reporter with a word.
REPORTERS = tuple(
    (tuple(signs.split()), lazy(pattern))
    for signs, pattern in (
        (
            "者 员 員 辑 輯 文",
            "(?:[\u4e00-\u9fff]{2,8}[记記]者(?=[ :：])|(?:本报|本報|本网|本網)?(?:实习|實習)?[记記]者|通讯员|通訊員|作者|编辑|編輯|撰文|文)[ :：/／|｜]{0,2}(?P<zh>[\u4e00-\u9fff·、 ]{2,40})\\Z",
        ),
        (
            "者",
            "(?:本报|本報)?[记記]者 ?(?P<tw>[\u4e00-\u9fff·、]{2,14}?)[／/ ][\u4e00-\u9fff]{2,6}[报報]导?導?\\Z",
        ),
        (
            "기자 특파원 논설위원",
            "(?P<ko>[\uac00-\ud7af]{2,5}(?:[ ,·]{1,2}[\uac00-\ud7af]{2,5}){0,3}) ?(?:기자|특파원|논설위원)(?: ?=)?(?: [\\w.+-]{1,40}@[\\w.-]{1,60})?\\Z",
        ),
        (
            "文 取材 執筆",
            "(?:文|取材|執筆)[・:：／/= ]{1,2}(?P<ja>[\u3040-\u30ff\u4e00-\u9fff々 ]{2,20})\\Z",
        ),
        (
            "【",
            "【(?P<jb>[\u3040-\u30ff\u4e00-\u9fff々・、 ]{2,30})】\\Z",
        ),
    )
)
"""Of Chinese, Taiwanese, Korean and Japanese papers: signs of which such a byline has one, and the byline."""

AND = lazy(
    r"( ?[,;、·•&] ?| (?:and|und|et|y|e|en|och|og|ja|и|i|ve|و|ו|及|和) )",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "der",
        "den",
        "dos",
        "das",
        "do",
        "da",
        "di",
        "du",
        "van",
        "von",
        "zu",
        "zum",
        "zur",
        "la",
        "le",
        "los",
        "las",
        "el",
        "al",
        "bin",
        "ibn",
        "abu",
        "ben",
        "bint",
        "e",
        "y",
        "ter",
        "ten",
        "af",
        "av",
        "st.",
        "mac",
        "o'",
    ]
)
ROLES = lazy(
    r"\b(?:editor|correspondent|reporter|writer|chief|staff|columnist|analyst|producer|critic|bureau|journalist|"
    r"fellow|professor|director|contributor|redakteur|redakteurin|korrespondent|korrespondentin|journaliste|"
    r"correspondant|correspondante|envoyé|envoyée|corresponsal|redactor|redactora|corrispondente|inviato|inviata|"
    r"correspondente|корреспондент|обозреватель|muhabir|muhabiri|reportero|reportera|periodista|giornalista|jornalista|repórter|"
    r"journalistin|reporterin|autorin|verslaggever|correspondente|redacteur|rédacteur|rédactrice|toimittaja|dziennikarz|dziennikarka|"
    r"redaktor|novinář|novinářka|újságíró|журналист|журналистка|συντάκτης|wartawan|jurnalis|kontributor)\b",
    re.IGNORECASE,
)
NOBODY = headed(
    "sta|fro|our|age|new|web|the|edi|a c|red|la |ред|ano|spe|নিজ|हमा|本报|本報|наш|соб",
    r"(?:staff (?:reporters?|writers?|correspondents?|report)|(?:from )?our (?:own )?(?:correspondent|reporter|staff)s?|agenc(?:y|ies)|"
    r"news ?desk|web desk|newsroom|(?:the )?editorial board|our foreign staff|a correspondent|redaktion|la rédaction|redacción|"
    r"redazione|redação|редакция|anonymous|special correspondent|নিজস্ব প্রতিবেদক|हमारे संवाददाता|本报记者|本報記者|нашият кореспондент|собинф)\Z",
    re.IGNORECASE,
)

KICKER = headed(
    "ana|exc|opi|com|exp|fac|fea|int|bre|edi|foc|ins|liv|new|obi|per|pre|pro|rev|spe|tim|urg|vid|wat|wra|vie|col|upd|ref|cor|adv|ale|fla|rpt|kom|"
    "glo|lei|exk|por|rep|tri|enq|déc|réc|ent|inf|tém|édi|chr|en |le |l'e|l’e|ce |vra|aná|ent|мне|ана|экс|инт",
    r"(?P<kicker>(?:analysis|exclusive|opinion|comment|commentary|explainer|factbox|feature|features|interview|breaking|"
    r"breaking news|editorial|fact check|fact-check|focus|insight|live|news analysis|obituary|perspective|preview|profile|"
    r"review|special report|timeline|urgent|video|watch|wrapup|wrap|viewpoint|column|update|updated|refile|corrected|"
    r"advisory|alert|flash|rpt|kommentar|analyse|interview|glosse|leitartikel|exklusiv|porträt|reportage|tribune|enquête|décryptage|récit|portrait|entretien|infographie|"
    r"témoignages?|éditorial|chronique|en direct|vidéo|le point(?: sur la situation)?|l['’]essentiel|ce que l['’]on sait|vrai ou faux|"
    r"análisis|opinión|entrevista|reportaje|analisi|opinione|intervista|análise|opinião|мнение|анализ|эксклюзив|интервью)"
    r"(?: ?[0-9]{1,2})?)(?P<mark> ?[:|–—] ?| - |-(?=[A-Z“\"‘]))(?=\S)",
    re.IGNORECASE,
)
NOT_PLACES = frozenset(
    [
        "décryptage",
        "récit",
        "enquête",
        "portrait",
        "entretien",
        "infographie",
        "témoignage",
        "témoignages",
        "éditorial",
        "chronique",
        "en direct",
        "vidéo",
        "le point",
        "reportage",
        "tribune",
        "kommentar",
        "interview",
        "analyse",
        "exklusiv",
        "hintergrund",
        "análisis",
        "opinión",
        "entrevista",
        "опрос",
        "обзор",
        "мнение",
        "анализ",
        "analysis",
        "exclusive",
        "opinion",
        "comment",
        "commentary",
        "explainer",
        "factbox",
        "feature",
        "interview",
        "breaking",
        "editorial",
        "focus",
        "insight",
        "live",
        "update",
        "updated",
        "refile",
        "corrected",
        "urgent",
        "advisory",
        "alert",
        "flash",
        "video",
        "watch",
        "note",
        "notes",
        "nato",
        "un",
        "us",
        "u.s.",
        "uk",
        "u.k.",
        "eu",
        "who",
        "by",
        "photo",
        "photos",
        "image",
        "file",
        "correction",
        "editor",
        "editors",
        "advertisement",
        "background",
        "more",
        "embargoed",
        "q",
        "a",
    ]
)
