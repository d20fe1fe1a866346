"""Words that make a sentence lean on the one before it, by language, and small words that say nothing of a subject."""

from __future__ import annotations

# Pronouns and connectives; "it" and "there" too: what they mean stands before or is nothing.
_DANGLING = {
    "en": """he she it they we i you him her his hers its their theirs them our my your this that these those such one both neither either another
    others and but or nor so yet then also however meanwhile instead moreover furthermore besides therefore thus hence still otherwise
    likewise nevertheless nonetheless there here who which what why how because although yes no example please""",
    "fr": """il elle ils elles on ce cet cette ces cela ceci celui celle c'est leur leurs son sa ses nous je et mais ou donc or ni car puis ainsi
    toutefois cependant là y en lui""",
    "de": """er sie es wir ihr ihre ihm ihnen sein seine dies diese dieser dieses diesen das jene ich und aber oder doch denn auch zudem außerdem
    dennoch dabei damit dort dann dazu deshalb daher""",
    "es": """él ella ellos ellas esto esta este estas estos eso esa ese su sus y pero o ni también sin además allí así nosotros yo lo""",
    "it": """lui lei loro questo questa questi queste ciò suo sua suoi sue e ma o né anche inoltre tuttavia egli essa noi io così poi lì""",
    "pt": """ele ela eles elas isto isso este esta esse essa seu sua seus suas mas também além e ou nem assim nós eu""",
    "ru": """он она оно они это этот эта эти его её ее их и но или а также однако тем поэтому там я мы так затем""",
    "ar": """هو هي هم هذا هذه ذلك تلك وهو وهي كما لكن ثم""",
    "fa": """او آنها این آن اما و همچنین وی ما من""",
    "nl": """hij zij ze het dit dat deze die maar en of ook hun zijn wij ik""",
    "sv": """han hon de det den denna detta men och eller också vi jag""",
    "da": """han hun de det den denne dette men og eller også vi jeg""",
    "no": """han hun de det den denne dette men og eller også vi jeg""",
    "fi": """hän he se ne tämä tuo nämä mutta ja sekä myös me minä""",
    "pl": """on ona ono oni one to ten ta te ale i lub także jednak my ja""",
    "cs": """on ona ono oni to ten ta ti ale a nebo také však my já""",
    "tr": """o onlar bu şu ama ve fakat ancak biz ben""",
    "he": """הוא היא הם הן זה זו אלה אבל גם אך""",
}


def dangling(language: str) -> frozenset[str]:
    """The words of a language that a sentence cannot begin with where it stands alone."""
    return frozenset(_DANGLING.get(language, "").split())


DANGLING_DENSE = ("他", "她", "它", "这", "這", "那", "此", "但", "而", "彼", "これ", "それ", "この", "その", "しかし", "また", "そして", "一方", "그", "이는", "하지만", "그러나")  # fmt: skip
# What a page says to its reader, not the story: a sentence that holds one of these is no key point.
OFFERS = tuple(
    """sign in to |sign up for |sign up to |log in to |create an account|create your account|your free account|register for free|registering for free|
    subscribe to |become a subscriber|our newsletter|free newsletter|enjoy the latest|get the latest|breaking news and |join the conversation|join the discussion|follow us on|
    download our app|download the app|click here|read more about|is a registered trademark|all rights reserved|our privacy policy|accept cookies|
    support our journalism|jetzt registrieren|jetzt abonnieren|newsletter abonnieren|melden sie sich an|kostenlos registrieren|
    lesen sie auch|lesen sie mehr|abonnez-vous|inscrivez-vous|connectez-vous|notre newsletter|à suivre ici|lire aussi|
    suscríbete|suscríbase|regístrate|inicia sesión|síguenos|boletín gratuito|iscriviti|abbonati|accedi per|assine |inscreva-se|
    cadastre-se|подпишитесь|подписывайтесь|войдите, чтобы|читайте также|zapisz się do|zaloguj się|abone ol|اشترك في|سجّل الدخول|הירשמו|
    扫码关注|点击查看|登录后|会員登録|ログインして|구독하기|로그인 후""".replace("\n    ", "").split("|")
)
SMALL = frozenset(
    """the and for with from that this have has had was were are been will would its his her their they them she who which when while than
    into over after before since until under about said says also not but all any can could may might more most other some such only very just out off
    une des les est pour dans par sur qui que avec aux der die das und den dem des ein eine ist von mit für auf sich auch nicht
    los las una del por con para que como más uno gli della delle che per con una sono dos das uma para com não mais как что это""".split()
)
