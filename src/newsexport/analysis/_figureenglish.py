"""The words of figures in English: what is counted, what is no figure, what rises and falls."""

from __future__ import annotations

from newsexport.analysis._figurewords import Lexicon

# What is counted whatever the number; these also follow numbers spelt out.
_NOUNS = frozenset(
    """people persons men women children girls boys babies students pupils teachers soldiers troops officers civilians migrants refugees
    passengers workers employees staff residents inhabitants families households homes houses buildings apartments deaths cases injuries casualties
    fatalities victims jobs seats votes voters countries nations states provinces cities towns villages municipalities lawmakers mps deputies
    senators ministers judges jurors suspects prisoners inmates hostages protesters demonstrators police policemen firefighters rescuers survivors
    bodies patients doctors nurses schools hospitals clinics ships boats vessels ferries planes aircraft jets helicopters tanks missiles rockets
    drones vehicles cars trucks lorries buses trains companies firms businesses banks stores shops factories plants animals cattle
    sheep trees dead killed injured wounded missing arrested hurt others employers members delegates candidates experts scientists
    fighters militants gunmen militiamen insurgents rebels terrorists medics sailors crew farmers fishermen miners drivers tourists visitors spectators
    attacks strikes airstrikes explosions arrests settlements camps shelters tents bridges dams airports ports stations reactors mines
    customers users subscribers shareholders investors peacekeepers reservists recruits conscripts personnel veterans journalists activists
    immigrants asylum-seekers pensioners adults teenagers youths infants individuals citizens communities districts counties signatures complaints""".split()
)
_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = (
    {word: float(number) for number, word in enumerate(_UNITS.split(), 2)}
    | {word: float(10 * number) for number, word in enumerate(_TENS.split(), 2)}
    | {"one": 1.0, "a": 1.0, "an": 1.0}
)
TENS = frozenset(_TENS.split())
SPELT = frozenset(WORDS) - {"one", "a", "an"} | {"hundred", "thousand", "million", "billion", "trillion", "dozen"}
PLURALS = frozenset(
    "people men women children police troops cattle sheep aircraft staff personnel crew species spacecraft fishermen firemen dead".split()
)
# Nouns in -s after a number that make no key figure: durations, ages, sport, parts of a text.
NOT_COUNTED = frozenset(
    """days weeks months years hours minutes seconds decades centuries nights evenings mornings fortnights weekends quarters times
    points goals runs wickets kills catches penalties turnovers passes interceptions fouls corners shots saves tackles carries receptions innings
    strikeouts homers hits stories yards scores titles medals appearances sets wins games matches laps holes overs strokes frames tries caps assists rebounds yards touchdowns
    pages chapters verses paragraphs lines words characters letters episodes seasons rounds legs stages steps parts things ways sides reasons
    degrees stars cents pence pounds dollars hours' days' years' months' weeks' years-old year-olds ones moves tracks songs albums minutes' questions
    is was has does its this his us as yes plus versus series news always perhaps across towards besides sometimes
    goes says takes makes comes gets gives shows means remains includes seems begins starts opens stands says lies runs ends""".split()
)
# Words before a number that make it a name or a place in a row.
LABELS = frozenset(
    """article section page pages chapter resolution number no nos room flight route highway motorway junction interstate platform gate floor level
    phase stage step grade year years age aged version type model size channel category item point paragraph clause rule question game match round lap
    minute day week season episode volume vol issue bus tram line train terminal district ward zone area unit block building apartment flat lot figure
    table box tier group class division title act part scene seed row seat pier berth exit lane studio form schedule annex appendix prisoner inmate
    patient catalogue lot slide verse formula apollo boeing airbus windows iphone covid prime amendment proposition sector pier post box first
    last past next top previous final latest under-""".split()
)
DATES = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# After these a number of four digits is a year.
BEFORE_YEARS = frozenset(
    "in the since of by from until till for during after before mid late early between and to through a this his her its their our".split()
)
# Function words: no noun comes past them.
STOPS = frozenset(
    """a an the of in on at by to for from with without and or but nor as than then that which who whom whose when where while if is are was were be
    been being has have had do does did will would can could may might must shall should not no so he she it they we you i his her its their our
    my your this these those there here into onto over under after before since until during between among about against per up down off out away
    back more less most least also only just even still again now today yesterday tomorrow ago later earlier said says say told because both each
    every either neither via within across along around behind beyond near toward towards upon like unlike despite except plus minus times old""".split()
)
STATES = frozenset(
    "killed dead injured wounded hurt arrested detained missing displaced evacuated hospitalised hospitalized homeless rescued infected charged".split()
)
_QUALIFIERS = (
    "about|around|approximately|roughly|nearly|almost|more than|well over|just over|over|at least|at most|up to|as many as|as much as|as few as|some|fewer than|"
    "less than|just under|under|only|just|an estimated|close to|no more than|no fewer than|no less than|upwards of|in excess of"
)
_UP = """rose rise rises rising risen grew grow grows growing grown climbed climb climbs climbing jumped jump jumps surged surge surges soared soar soars
    increased increase increases increasing gained gain gains advanced added up expanded expansion growth rallied rally rebounded raised raise raises hike
    hiked hikes higher ticked edged swelled widened strengthened upped"""
_DOWN = """fell fall falls falling fallen dropped drop drops dropping declined decline declines declining slipped slip slid slide slides sank plunged
    plunge plunges plummeted tumbled dipped dip decreased decrease decreases shrank shrink shrunk contracted contraction shed down lost loss cut cuts
    reduced reduction reductions slashed lowered lower narrowed eased weakened slumped slump dived cutback retreated"""
# These need "by", or a share after them: one also raises money and loses tanks.
TAKES_OBJECT = frozenset(
    "gained gain gains added raised raise raises hiked lost loss cut cuts reduced slashed lowered shed up down upped advanced lower higher".split()
)
PHRASAL = frozenset(
    """made make makes making took take takes taking taken set sets setting picked pick picks gave give given gives bought buy used use break broke put puts
    add adds adding sum build built wake woke turned turn turns show shown showed grown grew speak""".split()
)
LEXICON = Lexicon(
    nouns=_NOUNS,
    words=WORDS,
    qualifiers=tuple(_QUALIFIERS.split("|")),
    signs=dict.fromkeys(_UP.split(), 1)
    | dict.fromkeys(_DOWN.split(), -1)
    | dict.fromkeys("changed revised moved went".split(), 0),
    frm="from",
    till="to",
    links=frozenset({"of"}),
    votes=frozenset(
        "votes to|to|votes against|in favour and|in favor and|for and|in favour|in favour,|in favor|in favor,|for|for,".split(
            "|"
        )
    ),
    comma=False,
)
