"""The words of figures: scales, currencies, measures, nouns and verbs of change, by language; only what is sure."""

from __future__ import annotations

from functools import cache

from newsexport.records import Record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Unit: TypeAlias = tuple[str, str | None]  # the kind of figure, and the unit as we print it


def _table(rows: str) -> dict[str, str]:
    """`value: word, word; …` as a mapping from each word to its value."""
    pairs = (row.partition(":") for row in rows.replace("\n", " ").split(";") if row.strip())
    return {word.strip(): value.strip() for value, _, words in pairs for word in words.split(",")}


SCALES = {
    word: float(value)
    for word, value in _table("""
1e2: hundred; 12: dozen; 1e3: k, thousand, tausend, tsd, mil, mille, mila, тыс, тысяч, тысячи, тысяча, ألف, آلاف, الف;
1e5: lakh, lakhs; 1e7: crore, crores;
1e6: m, mn, mln, million, millions, mio, millionen, million, millón, millon, millones, milione, milioni, milhão, milhões, млн,
 миллион, миллиона, миллионов, مليون, ملايين, miljoen, miljoner, millioner;
1e9: bn, bln, billion, billions, mrd, mds, mld, milliard, milliards, milliarde, milliarden, miliardo, miliardi, bilhão, bilhões,
 млрд, миллиард, миллиарда, миллиардов, مليار, مليارات, بليون, miljard, miljarder, milliarder;
1e12: tn, trn, trillion, trillions, трлн, триллион, триллиона, триллионов, تريليون, trilhão, trilhões
""").items()
}
# They count only before a scale: "a million".
ONES = frozenset("a an one un une una eine ein einer uno um uma один одна".split())
# A billion is a million million where a milliard comes before it.
LONG_BILLION = dict.fromkeys("billion billions billionen billón billones bilione bilioni".split(), 1000000000000.0)
LONG = frozenset("de fr es it nl da sv no fi pl".split())

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "₽": "RUB", "₹": "INR", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN",
         "฿": "THB", "₫": "VND", "￥": "JPY", "¥": "JPY", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
         "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Rs": "", "Rs.": "", "RMB": "CNY", "Tk": "BDT", "$A": "AUD", "$US": "USD", "$NZ": "NZD"}  # fmt: skip
DOLLARS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
CODES = frozenset(
    "USD GBP EUR CHF JPY CNY RUB INR AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY ZAR BRL MXN KRW SGD HKD ILS UAH RON BGN AED SAR "
    "EGP NGN KES PKR IDR THB VND MYR ISK".split()
)
_MONEY = _table("""
USD: dollar, dollars, us dollar, us dollars, american dollars, dollari, dólares, dólar, доллар, доллара, долларов, دولار, دولارات, دولارا,
 us-dollar;
AUD: australian dollars; CAD: canadian dollars; NZD: new zealand dollars; HKD: hong kong dollars; SGD: singapore dollars;
EUR: euro, euros, eur, евро, يورو; GBP: pounds, pounds sterling, pfund, livres sterling, libras esterlinas, sterline,
 фунтов стерлингов, جنيه إسترليني; CHF: swiss franc, swiss francs, schweizer franken, franken, francs suisses;
JPY: yen, иен; CNY: yuan, юаней; RUB: rouble, roubles, ruble, rubles, rubel, rublos, рубль, рубля, рублей, руб; INR: indian rupees;
KRW: won; PLN: zloty, zlotys; HUF: forints, forint; TRY: lira, liras; ILS: shekel, shekels; ZAR: rand; NGN: naira;
THB: baht; BRL: reais; UAH: hryvnia, hryvnias, гривен; MYR: ringgit; IDR: rupiah; BDT: taka; CZK: czech crowns, czech koruna;
SEK: swedish kronor, swedish crowns, kronor; NOK: norwegian kroner, norwegian crowns; DKK: danish kroner, danish crowns;
SAR: saudi riyals, riyals, ريال سعودي; AED: dirhams, درهم إماراتي; EGP: egyptian pounds, جنيه مصري; MXN: mexican pesos;
ARS: argentine pesos; PKR: pakistani rupees; : rupees, pesos, francs, crowns, kroner, dinars, shillings, dinar
""")
_SHARES = _table("""
%: %, ٪, ％, percent, per cent, pct, pc, prozent, pour cent, por ciento, per cento, por cento, процент, процента, процентов,
 في المئة, في المائة, بالمئة, بالمائة, procent, prosent
""")
_POINTS = _table("""
pp: percentage point, percentage points, prozentpunkt, prozentpunkte, prozentpunkten, points de pourcentage,
 puntos porcentuales, punti percentuali, pontos percentuais, процентных пункта, процентных пунктов, نقطة مئوية, %포인트, %ポイント;
bp: basis point, basis points, basispunkte, points de base, puntos básicos, punti base, pontos base, базисных пунктов
""")
_MEASURES = _table("""
km: km, kilometre, kilometres, kilometer, kilometers, kilometern, kilomètres, kilomètre, kilómetros, chilometri, quilômetros, quilómetros, км,
 километра, километров, كيلومترا, كيلومتر;
m: metre, metres, meter, meters, metern, mètres, metros, metri, метра, метров; cm: cm, centimetre, centimetres, centimeters, zentimeter, centimètres,
 centímetros, centimetri; mm: mm, millimetre, millimetres, millimeters; mi: mile, miles; ft: ft, feet; in: inch, inches;
ha: ha, hectare, hectares, hektar, ettari, hectáreas, гектара, гектаров, هكتار; ac: acre, acres;
km²: sq km, square kilometre, square kilometres, square kilometer, square kilometers, quadratkilometer, kilomètres carrés, km2, km²,
 kilómetros cuadrados, chilometri quadrati;
mi²: square mile, square miles, sq miles; m²: square metre, square metres, square meters, quadratmeter, mètres carrés, metros cuadrados, metri quadrati,
 m2, m²; ft²: square feet, sq ft; m³: cubic metres, cubic meters, kubikmeter, mètres cubes, metros cúbicos;
t: tonne, tonnes, ton, tons, tonnen, toneladas, tonnellate, тонн, тонны, طن; kg: kg, kilogram, kilograms, kilo, kilos, kilogramm, kilogrammes, кг,
 килограммов; lb: lb, lbs; oz: ounces; kt: kilotonnes, kilotons; Mt: megatonnes;
L: litre, litres, liter, liters, litros, litri, литров; gal: gallons; bbl: barrel, barrels, baril, barils, barriles, barili, barris, баррелей, برميل;
kW: kw, kilowatts; MW: mw, megawatt, megawatts, мвт; GW: gw, gigawatt, gigawatts; kWh: kwh, kilowatt hours; MWh: mwh, megawatt hours; GWh: gwh,
 gigawatt hours; TWh: twh, terawatt hours;
mph: mph, miles an hour, miles per hour; km/h: km/h, kph, kmh, kilometres an hour, kilometres per hour, kilometers per hour; kn: knots;
°C: °c, ° c, degrees celsius, celsius, degrees c, grad celsius, градусов; °F: °f, ° f, degrees fahrenheit, fahrenheit, degrees f; nmi: nautical mile, nautical miles;
magnitude: magnitude
""")
UNITS: dict[str, Unit] = {
    **{word: ("money", unit or None) for word, unit in _MONEY.items()},
    **{word: ("percent", unit) for word, unit in _SHARES.items()},
    **{word: ("points", unit) for word, unit in _POINTS.items()},
    **{word: ("measure", unit) for word, unit in _MEASURES.items()},
}
EAST_SCALES = {"十": 10.0, "百": 100.0, "千": 1e3, "천": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4, "亿": 1e8, "億": 1e8, "억": 1e8, "兆": 1e12, "조": 1e12}  # fmt: skip
EAST_UNITS: dict[str, Unit] = {
    "美元": ("money", "USD"), "欧元": ("money", "EUR"), "歐元": ("money", "EUR"), "英镑": ("money", "GBP"), "日元": ("money", "JPY"),
    "人民币": ("money", "CNY"), "港元": ("money", "HKD"), "元": ("money", "CNY"), "円": ("money", "JPY"), "ドル": ("money", "USD"),
    "ユーロ": ("money", "EUR"), "원": ("money", "KRW"), "달러": ("money", "USD"), "유로": ("money", "EUR"),
    "%": ("percent", "%"), "％": ("percent", "%"), "퍼센트": ("percent", "%"), "パーセント": ("percent", "%"),
    "个百分点": ("points", "pp"), "個百分點": ("points", "pp"), "ポイント": ("points", "pp"), "%포인트": ("points", "pp"),
    "平方公里": ("measure", "km²"), "平方米": ("measure", "m²"), "公里": ("measure", "km"), "千米": ("measure", "km"), "公斤": ("measure", "kg"),
    "吨": ("measure", "t"), "噸": ("measure", "t"), "トン": ("measure", "t"), "キロ": ("measure", "km"), "ヘクタール": ("measure", "ha"),
    "公顷": ("measure", "ha"),
    "人": ("count", "人"), "名": ("count", "名"), "户": ("count", "户"), "例": ("count", "例"), "棟": ("count", "棟"), "戸": ("count", "戸"),
    "명": ("count", "명"),
}  # fmt: skip


class Lexicon(Record):
    """What a language calls things; empty where we are not sure."""

    nouns: frozenset[str] = frozenset()
    words: dict[str, float] | None = None  # numbers spelt out
    qualifiers: tuple[str, ...] = ()  # before a number: "more than"
    signs: dict[str, int] | None = None  # verbs and nouns of change: 1 up, -1 down, 0 either
    frm: str = ""  # the word between a change and its first value
    till: str = ""
    links: frozenset[str] = frozenset()
    votes: frozenset[str] = frozenset()  # what stands between the two numbers of a vote
    comma: bool = True  # the comma is the decimal sign
    triggers: frozenset[str] = frozenset()  # words without which no number is spelt out


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split())


def _phrases(row: str) -> tuple[str, ...]:
    return tuple(row.split("|"))


def _numbers(row: str, first: int) -> dict[str, float]:
    return {word: float(number) for number, words in enumerate(row.split(), first) for word in words.split("/")}


def _signs(up: str, down: str, either: str = "") -> dict[str, int]:
    return dict.fromkeys(up.split(), 1) | dict.fromkeys(down.split(), -1) | dict.fromkeys(either.split(), 0)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, by its ISO 639 code; of one not known, only how it writes decimals."""
    made = _LEXICA.get(language)
    found = _english() if language == "en" else made() if made else Lexicon(comma=language not in _POINT)
    plain = frozenset(found.words or ()) - ONES | SCALES.keys()
    return replace(found, triggers=plain.union(map(str.capitalize, plain), map(str.upper, plain)))


def _english() -> Lexicon:
    from newsexport.analysis import _figureenglish as english

    return english.LEXICON


_POINT = frozenset("en zh ja ko th he hi ur bn ne my sw zu xh ta te ml kn mr pa si am ms fil".split())
_LEXICA = {
    "de": lambda: Lexicon(
        nouns=_words("menschen personen tote toten verletzte verletzten opfer soldaten polizisten einwohner flüchtlinge migranten kinder frauen männer "
                     "schüler arbeiter beschäftigte mitarbeiter arbeitsplätze stellen jobs wohnungen häuser haushalte fälle stimmen sitze länder "
                     "staaten gemeinden unternehmen firmen schulen fahrzeuge autos züge flugzeuge schiffe passagiere demonstranten festnahmen"),
        words=_numbers("eine/ein/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 1),
        qualifiers=_phrases("rund|etwa|ungefähr|circa|ca.|knapp|fast|mehr als|über|mindestens|bis zu|gut|weniger als|höchstens"),
        signs=_signs("stieg steigt stiegen gestiegen wuchs gewachsen kletterte anstieg zunahme plus erhöht",
                     "fiel fielen sank sanken gesunken schrumpfte rückgang minus ging gesenkt"),
        frm="von", till="auf|bis", votes=frozenset(_phrases("zu|gegen"))),
    "fr": lambda: Lexicon(
        nouns=_words("personnes morts blessés victimes soldats policiers habitants migrants réfugiés enfants femmes hommes élèves salariés employés "
                     "emplois postes logements maisons foyers familles cas voix sièges pays communes entreprises écoles véhicules voitures trains avions "
                     "navires passagers manifestants disparus civils militaires"),
        words=_numbers("un/une deux trois quatre cinq six sept huit neuf dix onze douze", 1),
        qualifiers=_phrases("plus de|près de|environ|quelque|au moins|moins de|presque|jusqu'à|jusqu’à|autour de"),
        signs=_signs("augmenté augmente grimpé progressé bondi hausse progression augmentation crû",
                     "baissé baisse chuté reculé recul chute diminué diminution repli"),
        frm="de|du", till="à", links=_words("de d"), votes=frozenset(_phrases("voix contre|contre"))),
    "es": lambda: Lexicon(
        nouns=_words("personas muertos heridos víctimas soldados policías habitantes migrantes refugiados niños mujeres hombres alumnos trabajadores "
                     "empleados empleos puestos viviendas casas hogares familias casos votos escaños países municipios empresas escuelas vehículos "
                     "coches trenes aviones barcos pasajeros manifestantes desaparecidos detenidos civiles militares"),
        words=_numbers("un/una dos tres cuatro cinco seis siete ocho nueve diez once doce", 1),
        qualifiers=_phrases("más de|cerca de|unos|unas|alrededor de|al menos|casi|menos de|hasta|aproximadamente"),
        signs=_signs("subió sube aumentó creció crecieron subieron aumentaron alza aumento subida incremento",
                     "bajó cayó cayeron disminuyó descendió caída descenso bajada reducción"),
        frm="de|del", till="a|al", links=_words("de"), votes=frozenset(_phrases("votos contra|contra|votos a favor y"))),
    "it": lambda: Lexicon(
        nouns=_words("persone morti feriti vittime soldati agenti abitanti migranti rifugiati bambini donne uomini studenti lavoratori dipendenti posti "
                     "case famiglie casi voti seggi paesi comuni imprese aziende scuole veicoli auto treni aerei navi passeggeri manifestanti dispersi civili"),
        words=_numbers("un/una due tre quattro cinque sei sette otto nove dieci undici dodici", 1),
        qualifiers=_phrases("oltre|più di|circa|quasi|almeno|meno di|fino a"),
        signs=_signs("salito salita cresciuto cresciuta aumentato aumento crescita rialzo", "sceso scesa calato calo diminuito diminuzione ribasso"),
        frm="da|dal|dall", till="a|al", links=_words("di d"), votes=frozenset(_phrases("voti contro|voti a favore e"))),
    "pt": lambda: Lexicon(
        nouns=_words("pessoas mortos feridos vítimas soldados policiais habitantes migrantes refugiados crianças mulheres homens alunos trabalhadores "
                     "funcionários empregos vagas casas famílias casos votos países municípios empresas escolas veículos carros aviões navios passageiros "
                     "manifestantes desaparecidos civis"),
        words=_numbers("um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze", 1),
        qualifiers=_phrases("mais de|cerca de|quase|ao menos|pelo menos|menos de|até|aproximadamente"),
        signs=_signs("subiu cresceu aumentou alta aumento crescimento", "caiu recuou diminuiu queda redução recuo"),
        frm="de", till="para|a", links=_words("de"), votes=frozenset(_phrases("votos a favor e|votos contra|votos a"))),
    "ru": lambda: Lexicon(
        nouns=_words("человек человека людей погибших раненых жертв солдат военных военнослужащих полицейских жителей мигрантов беженцев детей женщин "
                     "мужчин школьников рабочих сотрудников домов квартир семей случаев голосов мест стран компаний школ автомобилей машин поездов "
                     "самолетов самолётов судов пассажиров"),
        words=_numbers("один/одна два/две/двух три/трое/трех/трёх четыре пять шесть семь восемь девять десять", 1),
        qualifiers=_phrases("более|около|почти|не менее|не более|свыше|менее|порядка|примерно|до"),
        signs=_signs("вырос выросла выросло выросли увеличился увеличилась рост увеличение", "упал упала упало упали снизился снизилась снизилось снижение падение"),
        frm="с|со", till="до"),
    "ar": lambda: Lexicon(
        nouns=_words("شخص شخصا أشخاص قتيل قتيلا قتلى جريح جريحا جرحى جندي جنديا جنود مدنيا مدنيين لاجئ لاجئا لاجئين طفل طفلا أطفال امرأة منزل منزلا منازل "
                     "صوت صوتا مقعد مقعدا دولة شركة مدرسة حالة وظيفة عائلة أسرة"),
        qualifiers=_phrases("أكثر من|نحو|حوالي|قرابة|ما لا يقل عن|أقل من|زهاء"), comma=False),
    "zh": lambda: Lexicon(qualifiers=_phrases("超过|超過|约|約|近|逾|至少|大约|接近"), comma=False),
    "ja": lambda: Lexicon(qualifiers=_phrases("約|およそ|少なくとも|最大|ほぼ"), comma=False),
    "ko": lambda: Lexicon(qualifiers=_phrases("약|최소|최대|거의"), comma=False),
}  # fmt: skip
