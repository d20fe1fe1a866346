"""Who says what, in English: the words of `_lexicon.Lexicon`."""

from __future__ import annotations

from newsexport.analysis._lexicon import Lexicon


def _inflected(bases: str, cut: int, *ends: str) -> frozenset[str]:
    """Every form of regular verbs: the base without its last `cut` letters, and each of these ends."""
    return frozenset([base[: len(base) - cut] + end for base in bases.split() for end in ends])


# Regular verbs of saying by their base.
_REGULAR = """
add ask insist explain warn claim recall shout tweet retweet post remark respond comment assert contend maintain complain confirm suggest
predict vow mention boast caution repeat exclaim lament retort scoff yell reveal report inform remind ponder wonder fear answer interject
counter email e-mail text offer tout hint marvel bemoan rail thunder plead demand recommend reason proclaim scream whisper chant pray
volunteer echo recount correct protest object telegraph detail label brand blast condemn mock attack hail laud liken deem portray depict
refer defend thank lambast skewer hammer applaud bill question threaten instruct order mutter murmur growl bark snarl sigh laugh roar bellow
vent sob weep beam blurt huff rejoin demur crow shrug appeal convey summon
"""
_IN_E = """
note state announce argue joke continue conclude declare acknowledge allege promise pledge urge emphasize emphasise observe reiterate
concede muse opine speculate tease disclose advise assure believe hope elaborate theorize theorise summarize summarise indicate estimate
lecture grumble gripe implore propose quote fume surmise venture stipulate relate articulate intone inquire describe characterize
characterise denounce ridicule deride accuse blame praise criticize criticise chide chastise rebuke compare apologize apologise deplore
celebrate berate challenge mumble chuckle enthuse rage outline rule
"""
_IN_SIBILANT = "stress confess guess press profess preach express dismiss bash trash hiss gush"
_IN_Y = "reply testify imply cry clarify query decry parry"
_IN_EE = "agree disagree"
_DOUBLING = "quip snap signal deadpan brag concur dub slam rip pan submit"  # quipped
_IRREGULAR = """
say says said saying tell tells told telling write writes wrote written writing think thinks thought thinking feel feels felt feeling
deny denies denied denying reply replies replied replying cry cries cried crying call calls called calling
admit admits admitted admitting read reads begin begins began swear swears swore swearing know knows knew
hold holds held put puts speak speaks spoke speaking forecast forecasts find finds found finding tell understand go goes went going shot
fire fires fired hit hits chimed cut cuts piped butted jumped broke weighed pointed points pointing
""".split()
# What only together with the next word says something.
_PHRASAL = {
    "go": {"on"}, "goes": {"on"}, "went": {"on"}, "going": {"on"}, "shot": {"back"}, "fire": {"back"}, "fires": {"back"}, "fired": {"back"},
    "hit": {"back", "out"}, "hits": {"back", "out"}, "chimed": {"in"}, "weighed": {"in"}, "pointed": {"out"}, "points": {"out"},
    "pointing": {"out"}, "put": {"it"}, "puts": {"it"}, "spoke": {"of"}, "speaks": {"of"}, "speaking": {"of"}, "speak": {"of"},
    "cut": {"in", "off"}, "cuts": {"in", "off"}, "piped": {"up"}, "butted": {"in"}, "jumped": {"in"}, "broke": {"in"}, "refer": {"to"}, "refers": {"to"}, "referred": {"to"}, "referring": {"to"},
}  # fmt: skip


_BASES = frozenset(f"{_REGULAR} {_IN_E} {_IN_SIBILANT} {_IN_Y} {_IN_EE} {_DOUBLING}".split())
_VERBS = frozenset(_IRREGULAR).union(
    _inflected(_REGULAR, 0, "", "s", "ed", "ing"),
    _inflected(_IN_E, 1, "e", "es", "ed", "ing"),
    _inflected(_IN_SIBILANT, 0, "", "es", "ed", "ing"),
    _inflected(_IN_Y, 1, "y", "ies", "ied", "ying"),
    _inflected(_IN_EE, 0, "", "s", "d", "ing"),
    [form for base in _DOUBLING.split() for form in (base, f"{base}s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing")],
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EN = Lexicon(
    trades=("ist", "ian", "er", "or", "man", "woman", "ant", "ent", "ee", "eer", "person"),
    several=("ers", "ors", "ists", "ians", "ants", "eers", "ees"),
    verbs=_VERBS,
    bare=_BASES | _words("say tell write think feel deny call admit swear know hold speak understand find go begin"),
    objects=_words(
        "told tells tell called calls call described describes accused accuses blamed blames praised slammed blasted mocked dismissed"
        " denounced condemned labeled labelled branded dubbed criticized criticised informed assured reminded attacked reported"
    ),
    nouns=_words(
        "claim claims promise promises vow pledge pledges call calls comment comments remark remarks statement statements description"
        " assertion assertions words tweet tweets letter speech response warning warnings accusation accusations argument arguments"
        " allegation allegations contention suggestion insistence declaration announcement demand demands belief admission answer reply"
        " email post message memo slogan motto characterization question criticism complaint view opinion conclusion testimony"
        " denial quote line phrase boast prediction threat threats theory reference references"
    ),
    pronouns=_words("he she they i we it others some many"),
    possessives=_words("his her their its my our"),
    determiners=_words(
        "the a an this that these those one two three four five six seven eight nine ten several some many most another other no every"
        " each both few all any dozens hundreds thousands half his her their its my our whose"
    ),
    plurals=_words(
        "police officials critics sources supporters aides advisers advisors analysts experts lawmakers republicans democrats voters"
        " prosecutors investigators researchers lawyers attorneys opponents allies residents protesters protestors activists observers"
        " people reporters journalists senators members leaders scientists economists authorities organizers organisers officers"
        " conservatives liberals witnesses friends neighbors neighbours students teachers parents doctors diplomats insiders staffers"
        " operatives strategists campaigners demonstrators ministers firefighters rescuers campaign management court pollsters judges"
        " congressmen politicians executives spokesmen spokespeople employees workers unions groups historians academics campaigners"
    ),
    joints=_words("of for from in at with to on about near outside inside within by against behind under"),
    particles=_words("de la van der den von bin ibn al el da di du le y of ter ten dos del abu ben"),
    auxiliaries=_words(
        "has had have having did do does would will could can may might must should is are was were been be being 's 'd i've he'd she'd"
    ),
    passives=_words("is are was were been be being get got gets"),
    modals=_words("will would could can may might must should to"),
    negations=_words("not never n't didn't doesn't don't hasn't hadn't won't wouldn't couldn't can't cannot isn't wasn't declined refused refuses"),
    adverbs=_words(
        "also later then once often first even already again just now only still always soon earlier previously too himself herself"
        " themselves itself twice long ever further instead afterward afterwards eventually today yesterday recently both back in-turn"
        " perhaps simply rather quite nevertheless thus meanwhile immediately quickly angrily sometimes late early"
    ),
    stops=_words(
        "and or but nor yet so if when while whereas because since although though unless until as than that which who whom whose what"
        " where why how after before during by into onto over upon via per despite amid among between through across he she they we i it"
        " him them us me you is are was were be been being has had have do does did will would can could may might must should not never"
        " there here then"
    ),
    boundaries=_words(
        "and or but nor yet so if when while whereas because since although though unless until as than that which whom what where why how whose"
        " after before then meanwhile however also later still whose though therefore instead indeed moreover nevertheless whether once"
    ),
    relatives=_words("who that which"),
    times=_words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
        " november december today yesterday tonight jan feb mar apr jun jul aug sept sep oct nov dec morning afternoon evening night week weeks year years month months day days time hour hours decade season"
    ),
    honorifics=_words("mr mrs ms miss mx dr sir lord lady dame mr. mrs. ms. dr. mx. rev rev. hon. st. madam"),
    weak=_words(
        "think thinks thought thinking believe believes believed believing feel feels felt feeling know knows knew hope hopes hoped fear fears feared"
        " guess find finds found finding agree agrees agreed understand deem deems deemed consider considers considered hold holds held"
        " indicate indicates indicated suggest suggests suggested threaten threatens threatened attack attacks attacked refer oppose"
        " offer offers offered reason instruct order orders ordered demand demands demanded detail"
    ),
    openers=_words(
        "the a an and or but nor yet so if when while whereas because since although though unless until as than that this these those which who whom whose"
        " what where why how after before during by into onto over upon via per despite amid among between through across he she they we i it his her their"
        " its our my your you not never there here then of for from in at with to on about near outside inside within against behind under also later once"
        " often first even already again just now only still always soon earlier previously meanwhile however instead indeed moreover nevertheless"
        " another other no every each both few all any many most several some one two three four five six seven eight nine ten"
        " asked speaking according yes is are was were has had do does did will would can could may might must should let like unlike thanks"
        " hi hello happy whether be one-time updated read more watch see photo image credit source file dear new last next such still"
    ),
    titles=_words(
        "mr mrs ms miss mx dr sir lord lady dame mr. mrs. ms. dr. mx. rev rev. hon. madam president vice prime minister chancellor secretary senator sen. sens. rep. reps."
        " representative congressman congresswoman governor gov. mayor judge justice chief general gen. colonel col. captain capt. admiral adm. lieutenant lt. sergeant sgt."
        " major maj. corporal king queen prince princess pope cardinal bishop archbishop reverend father sister brother ambassador speaker chair"
        " chairman chairwoman chairperson director attorney deputy foreign councillor cllr councilman councilwoman commissioner inspector superintendent supt."
        " detective officer professor prof. prof doctor first former acting interim treasurer premier undersecretary congress party leader"
        " comptroller solicitor sheriff warden ayatollah imam rabbi sheikh baroness baron duke duchess earl emperor sultan crown rector dean"
        " coach agent constable brigadier commander cmdr. cmdr spokesman spokeswoman spokesperson sec. mp mep msp executive minority majority whip atty. envoy"
    ),
    roles=_words(
        "spokesman spokeswoman spokesperson president mayor adviser advisor analyst minister secretary senator governor chairman chairwoman chair chairperson director"
        " manager chief leader lawyer attorney professor economist historian strategist pollster consultant aide candidate nominee congressman congresswoman"
        " lawmaker member head founder co-founder executive officer author journalist reporter columnist editor commentator host anchor activist organizer organiser"
        " researcher scientist expert scholar fellow lecturer teacher student owner farmer resident voter supporter judge justice prosecutor sheriff"
        " commissioner ambassador diplomat envoy official representative operative coordinator deputy partner counsel surrogate donor veteran actor actress singer"
        " coach captain player striker manager boss ceo mp coordinator treasurer superintendent pastor bishop rabbi imam priest nurse doctor physician"
        " engineer driver worker businessman businesswoman billionaire mogul tycoon entrepreneur banker investor trader dealer broker detective inspector"
        " sergeant general colonel commander soldier minister premier chancellor king queen prince princess pope councillor councilman councilwoman campaigner"
        " staffer assistant specialist investigator negotiator lobbyist wife husband mother father son daughter brother sister widow friend neighbor neighbour"
        " blogger producer witness survivor victim writer novelist poet artist filmmaker photographer biographer chairmen lead principal dean rector vice-president"
    ),
    bodies=_words(
        "company agency ministry government department campaign court group union party committee council office police army board bank commission charity"
        " church university college administration firm newspaper paper network house embassy federation association foundation institute team club militia"
        " delegation panel jury congregation crowd couple family statement letter report"
    ),
    starters=_words("the a an he she they it we i but and in on at for that this these those his her their its there when after as if what while"),
    according=(("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("per",)),
    conjunctions=_words("and or &"),
    agents=_words("by"),
    sources=_words("from"),
    phrasal={verb: frozenset(words) for verb, words in _PHRASAL.items()},
)  # fmt: skip

LEXICA = {"en": _EN}
