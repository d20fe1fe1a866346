"""Who says what, in English: the words of `_lexicon.Lexicon`."""

from __future__ import annotations

from newsexport.analysis._lexicon import Lexicon

# Regular verbs of saying by their base; `+` doubles the last letter.
_REGULAR = """
add note ask reply state announce insist explain argue warn claim recall quip+ shout joke continue conclude tweet
retweet post remark declare respond comment testify acknowledge assert contend maintain allege complain confirm suggest
predict promise vow pledge urge stress emphasize emphasise observe mention boast caution reiterate repeat concede
confess exclaim lament muse opine retort scoff speculate yell tease reveal report disclose inform advise assure remind
ponder wonder believe hope guess fear agree answer interject counter declare elaborate email e-mail text snap+ offer
theorize theorise tout summarize summarise hint imply signal+ indicate estimate lecture marvel grumble gripe bemoan rail
thunder implore plead press demand propose recommend remark reason deadpan+ muse proclaim profess quote cry scream
whisper chant preach pray brag+ fume volunteer surmise venture echo clarify stipulate recount relate warn correct
express articulate intone inquire query protest object concur+ telegraph detail describe characterize characterise
label dub+ brand blast slam+ denounce decry condemn dismiss mock ridicule deride accuse blame attack hail laud praise
criticize criticise chide chastise rebuke liken compare deem portray depict refer defend bash thank apologize apologise
rip+ deplore lambast skewer hammer applaud celebrate pan+ trash
bill berate question challenge threaten instruct order mutter mumble murmur growl bark snarl sigh laugh chuckle hiss roar bellow gush enthuse rage vent sob weep beam blurt huff rejoin parry demur crow shrug disagree appeal convey outline submit+ rule conclude summon argue
""".split()
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


def _forms(verb: str) -> tuple[str, str, str, str]:
    base = verb.rstrip("+")
    stem = base + base[-1] if verb != base else base.removesuffix("e")
    third = (
        base[:-1] + "ies"
        if base[-1] == "y" and base[-2] not in "aeiou"
        else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    )
    past = base[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    return base, third, past, (stem if base[-2:] not in {"ee", "ye"} else base) + "ing"


_BASES = frozenset(verb.rstrip("+") for verb in _REGULAR)
_VERBS = frozenset(form for verb in _REGULAR for form in _forms(verb)) | frozenset(_IRREGULAR)


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
