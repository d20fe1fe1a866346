"""Who says what in languages whose names or roles no article and no capital shows: Arabic and Russian.

Only what stands at once after the verb of saying counts there, up to a sign or one of `stops`.
"""

from __future__ import annotations

from newsexport.analysis._lexicon import Lexicon


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AR = Lexicon(
    loose=True,
    inverted=True,
    verbs=_words(
        "قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت صرح صرحت وصرح أعلن أعلنت وأعلن كتب كتبت وكتب أوضح أوضحت وأوضح وأوضحت ذكر ذكرت وذكر وذكرت"
        " أشار أشارت وأشار تابع تابعت وتابع وتابعت شدد شددت وشدد وشددت اعتبر اعتبرت واعتبر يقول تقول ويقول وتقول نقل ونقلت حذر حذرت وحذر"
    ),
    stops=_words(
        "إن أن بأن إنه أنه أنها إنها إنهم أنهم انه ان على في من عن إلى خلال مع بعد قبل عبر أمام لدى حول ضد بين منذ حيث كما التي الذي الذين وأن فيما أثناء ردا لـ اليوم أمس يوم"
        " له لها لهم هذا هذه"
    ),
    according=(("وفقا", "لـ"), ("بحسب",), ("وبحسب",), ("حسب",)),
)  # fmt: skip

_RU = Lexicon(
    loose=True,
    inverted=True,
    verbs=_words(
        "сказал сказала сказали заявил заявила заявили отметил отметила сообщил сообщила сообщили добавил добавила пояснил пояснила подчеркнул подчеркнула"
        " рассказал рассказала написал написала уточнил уточнила считает говорит говорится утверждает объяснил объяснила напомнил напомнила признал признала"
        " ответил ответила пишет подтвердил подтвердила"
    ),
    pronouns=_words("он она они"),
    stops=_words(
        "что и а но или когда если потому где как чтобы в на по с со из к о об от до для при через после перед во время не это его её их журналистам агентству"
        " тасс риа интерфаксу"
    ),
    boundaries=_words("что и а но когда если"),
    according=(("по", "словам"), ("по", "мнению"), ("по", "данным")),
)  # fmt: skip

LEXICA = {"ar": _AR, "ru": _RU}
