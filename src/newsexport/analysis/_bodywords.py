"""Words that make a name in capitals that of an organisation, and organisations everybody knows."""

from __future__ import annotations

# The last word of a name: Harbour Council, Vale University.
TAILS = frozenset(
    """University College Party Bank Council Commission Committee Agency Authority Group Ltd Limited Inc Corp Corporation Company Co plc PLC LLC GmbH AG SA
    Union Association Federation Confederation Court Institute Foundation Organisation Organization Office Bureau Airlines Airways Hospital Service Services
    Board Fund Network Society Trust Parliament Ministry Department Police Army Navy Treasury Church League Movement Club Academy Orchestra Alliance Coalition
    Holdings Industries Motors Technologies Pharmaceuticals Railways Broadcasting Newspapers Consortium Cooperative Secretariat Tribunal Inspectorate Constabulary
    Guard Brigade Battalion Taskforce Initiative Programme Observatory Museum Semiconductor Metals Petroleum Electric Insurance Securities
    Ombudsman Registry Laboratory Laboratories Chamber Congress Senate Assembly Cabinet Directorate""".split()
)
# The first word of a name that goes on with of or for: Ministry of Health.
HEADS = frozenset(
    """Ministry Department Bank University Institute Office Bureau Board Court House Organisation Organization Association Federation Council Commission Committee
    Agency Union Centre Center Academy Church College Chamber Society Fund Institution Inspectorate Directorate Secretariat League Confederation Campaign
    Alliance Network Foundation""".split()
)
KNOWN = {
    "UN": "United Nations", "U.N.": "United Nations", "EU": "European Union", "NATO": "Nato", "OTAN": "Nato", "ONU": "United Nations", "UE": "European Union",
    "AU": "African Union", "IMF": "International Monetary Fund", "FMI": "International Monetary Fund", "WHO": "World Health Organization", "WTO": "World Trade Organization",
    "ECB": "European Central Bank", "Fed": "Federal Reserve", "IAEA": "International Atomic Energy Agency", "ICC": "International Criminal Court",
    "OPEC": "Opec", "UNICEF": "Unicef", "UNESCO": "Unesco", "FBI": "FBI", "CIA": "CIA", "NSA": "NSA", "BBC": "BBC", "CNN": "CNN", "NHS": "NHS", "OECD": "OECD",
    "ASEAN": "Asean", "UNHCR": "UNHCR", "OSCE": "OSCE", "NASA": "Nasa", "EPA": "EPA", "FDA": "FDA", "IRA": "IRA",
}  # fmt: skip
WELL_KNOWN = frozenset(
    name.strip()
    for name in """United Nations, European Union, Nato, African Union, World Bank, Opec, Unicef, Unesco, Asean, Nasa, White House, Kremlin, Pentagon,
    Federal Reserve, European Central Bank, European Commission, European Parliament, European Council, Security Council, State Department, Downing Street,
    Supreme Court, House of Commons, House of Lords, House of Representatives, Knesset, Bundestag, Bundesrat, Duma, Hamas, Hezbollah, Taliban, Islamic State,
    Al Qaeda, al-Qaeda, Al-Qaeda, Red Cross, Red Crescent, Amnesty International, Human Rights Watch, Greenpeace, Oxfam, Reuters, Associated Press, Interpol, Europol,
    World Health Organization, World Health Organisation, World Trade Organization, World Trade Organisation, International Monetary Fund, Google, Microsoft,
    Facebook, Amazon.com, Twitter, Boeing, Airbus, Samsung, Toyota, Volkswagen, Gazprom""".split(",")
)
# Capitals that name no body.
NO_BODY = frozenset(
    """US USA UK UAE USSR GDP CEO CFO CTO COO TV PC AI IT ID OK DNA RNA HIV AIDS COVID SARS VAT GST DVD CD USB PDF FAQ GMT BST EST EDT PST PDT CET UTC AM PM ISBN
    MP MPS MEP MEPS PM VIP PR HR IQ NGO NGOS LGBT LGBTQ SUV SUVS ATM GPS SMS URL WWW HTML HTTP API IP II III IV VI VII VIII IX XI XII XIV DIY ETA RIP AKA
    USD EUR GBP CHF JPY AUD CAD PHD MBA BA MA JD MD RN ICU ER ADHD PTSD CCTV IED IEDS ICBM WMD PPE PCR LED LCD CPU GPU RAM ROM OS PS DJ MC RPG
    TBA TBC RSVP ASAP FYI NSW DC LA NY NYC SF EV EVS IPO ESG M&A GCSE SAT NEW THE AND FOR NOT YES ALL TOP LIVE ALSO READ MORE ADVERTISEMENT WATCH VIDEO PHOTO PHOTOS
    FILE UPDATE UPDATED BREAKING EXCLUSIVE OPINION ANALYSIS NEWS STORY BY ON IN TO OF AT UP BUT MEN WOMEN""".split()
)
ROOMS = frozenset({"Oval Office", "Box Office", "Post Office Box"})  # bodies by their last word only
