"""Who says what in French, German, Spanish, Italian, Portuguese, Dutch and Swedish: the words of `_lexicon.Lexicon`.

To add a language, add its entry here (or a module of its own) and name it in `_lexicon._KNOWN`.
"""

from __future__ import annotations

from newsexport.analysis._lexicon import Lexicon


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FR = Lexicon(
    eliding=True,
    inverted=True,
    verbs=_words(
        "dit disait déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute ajoutait expliqué explique expliquait indiqué indique indiquait estimé"
        " estime estimait souligné souligne soulignait lancé lance assuré assure assurait précisé précise précisait rappelé rappelle répondu répond écrit"
        " écrivait raconté raconte racontait averti avertit prévenu prévient annoncé annonce dénoncé dénonce regretté regrette jugé juge noté note confié confie"
        " témoigné témoigne martelé martèle insisté insiste conclu conclut reconnu reconnaît réagi réagit commenté commente promis promet demandé demande"
        " plaidé plaide résumé résume poursuivi poursuit rapporté rapporte salué salue s'insurge tweeté constaté constate relevé relève observe observé"
        " admis admet avoué avoue confirmé confirme plaisanté ironise ironisé fustige fustigé qualifié qualifie évoqué appelé détaillé détaille"
    ),
    pronouns=_words("il elle ils elles on je nous"),
    possessives=_words("son sa ses leur leurs"),
    determiners=_words("le la les l' un une des du ce cet cette ces son sa ses leur leurs mon ma notre nos plusieurs certains deux trois"),
    joints=_words("de du des d' à au aux pour en dans chez sur"),
    particles=_words("de du des le la d' von van ben el al"),
    auxiliaries=_words("a ont avait avaient ai avons aurait aura va vont avoir se s' lui leur"),
    passives=_words("est sont été était fut être"),
    negations=_words("ne n' pas jamais"),
    adverbs=_words("également aussi ensuite encore toutefois alors notamment enfin déjà ainsi cependant ailleurs même"),
    stops=_words(
        "et ou mais que qu' qui dont quand lorsque si car donc où comme avec sans par après avant depuis pendant selon ne n' pas est sont était étaient"
        " a ont avait il elle ils elles on je nous y lors"
    ),
    boundaries=_words("et mais que qu' quand lorsque si car donc où comme ainsi puis alors"),
    relatives=_words("qui"),
    times=_words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier"
    ),
    titles=_words("m m. mm. mme mmes mlle dr maître me président présidente ministre général colonel roi reine prince princesse pape"),
    honorifics=_words("m m. mm. mme mmes mlle dr maître me"),
    roles=_words(
        "ministre président présidente porte-parole chef directeur directrice maire député députée sénateur sénatrice avocat avocate responsable secrétaire"
        " professeur chercheur chercheuse économiste expert experte fondateur fondatrice patron patronne journaliste analyste candidat candidate élu élue"
        " pdg général colonel préfet ambassadeur commissaire procureur juge médecin militant militante auteur autrice historien historienne sociologue"
    ),
    starters=_words("le la les un une il elle ils elles on mais et en dans ce cette pour selon après"),
    according=(("selon",), ("d'", "après"), ("pour",), ("aux", "yeux", "de")),
    conjunctions=_words("et"),
    agents=_words("par"),
    openers=_words("le la les l' un une des du ce cet cette ces son sa ses leur mais et en dans pour selon après avec sans si quand il elle ils elles on nous je"),
)  # fmt: skip

_DE = Lexicon(
    trades=("er", "in", "or", "ist", "ent", "ant", "chef", "mann", "frau"),
    offices=(
        "minister", "ministerin", "kanzler", "kanzlerin", "präsident", "präsidentin", "sprecher", "sprecherin", "chef", "chefin", "führer",
        "führerin", "anwalt", "anwältin", "meister", "meisterin", "sekretär", "sekretärin", "vorsitzende", "vorsitzender", "beauftragte",
        "beauftragter", "kommissar", "kommissarin", "direktor", "direktorin", "vertreter", "vertreterin", "politiker", "politikerin", "leiter", "leiterin", "richter",
        "richterin", "forscher", "forscherin", "experte", "expertin", "professor", "professorin", "general",
    ),
    inverted=True,
    verbs=_words(
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont schrieb schreibt meinte meint fügte ergänzte ergänzt antwortete fragte fragt"
        " kritisierte kritisiert warnte warnt forderte fordert berichtete berichtet erzählte erzählt teilte bestätigte bestätigt behauptete behauptet"
        " erläuterte erläutert urteilte urteilt mahnte mahnt twitterte äußerte lobte lobt bekräftigte bekräftigt versicherte versichert kommentierte"
        " kommentiert konstatierte konstatiert monierte argumentierte argumentiert bilanzierte resümierte verkündete verkündet rief so beklagte beklagt"
        " stellte unterstrich hob warf wirft sprach spricht beteuerte beteuert nannte nennt entgegnete entgegnet erwiderte erwidert bezeichnete bezeichnet"
        " räumte versprach verspricht bezweifelte bezweifelt schilderte schildert sieht sah"
    ),
    pronouns=_words("er sie wir ich"),
    possessives=_words("sein seine ihr ihre"),
    determiners=_words("der die das den dem des ein eine einer eines einem einen dieser diese dieses sein seine ihr ihre mehrere viele einige zwei drei"),
    plurals=_words("polizei experten kritiker ermittler"),
    joints=_words("von vom der des für im in aus beim bei am an zu zur"),
    particles=_words("von van der zu de al bin"),
    auxiliaries=_words("hat haben hatte hatten sich"),
    passives=_words("wird wurde wurden werden worden ist"),
    negations=_words("nicht nie kein keine"),
    adverbs=_words("auch dann noch später zudem außerdem dazu weiter wiederum jedoch aber dagegen daraufhin zuvor bereits heute gestern schon selbst dort hier"),
    stops=_words(
        "und oder aber denn dass weil wenn als ob wie wo wer was nach vor seit während mit ohne gegen über unter durch um er sie es wir ich ist sind war waren"
        " hat haben hatte wird wurde werden nicht gegenüber zu am"
    ),
    boundaries=_words("und aber denn dass weil wenn als ob wie doch"),
    relatives=_words("die der das"),
    times=_words(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli august september oktober november"
        " dezember heute gestern mittag abend morgen nacht"
    ),
    honorifics=_words("herr frau dr dr. prof prof. herrn"),
    starters=_words("der die das ein eine er sie es wir ich und aber in am im auf nach für dabei doch"),
    according=(("laut",), ("nach", "angaben", "von"), ("nach", "angaben"), ("zufolge",)),
    conjunctions=_words("und"),
    agents=_words("von"),
    openers=_words("der die das den dem des ein eine einer eines einem einen auch nun und aber in am im auf nach für dabei doch er sie es wir ich so bei mit von zu als wenn"),
)  # fmt: skip

_ES = Lexicon(
    inverted=True,
    verbs=_words(
        "dijo dice decía dicho afirmó afirma afirmado aseguró asegura asegurado señaló señala señalado explicó explica explicado explicaba añadió añade añadido"
        " agregó agrega declaró declara declarado respondió responde indicó indica indicado sostuvo sostiene manifestó manifiesta subrayó subraya advirtió advierte"
        " recordó recuerda denunció denuncia lamentó lamenta apuntó apunta insistió insiste reconoció reconoce comentó comenta contó cuenta relató relata escribió"
        " escribe preguntó pregunta expresó expresa destacó destaca precisó precisa prometió promete replicó replica tildó tilda habló habla reclamó reclama insinuó anunció anuncia admitió admite confesó exclamó concluyó concluye puntualizó"
        " expuso detalló detalla criticó critica reiteró reitera matizó zanjó opinó opina argumentó argumenta calificó califica aseveró recalcó"
    ),
    pronouns=_words("él ella ellos ellas yo nosotros"),
    possessives=_words("su sus"),
    determiners=_words("el la los las un una unos unas este esta estos estas ese esa su sus varios varias algunos dos tres otro otra"),
    joints=_words("de del en para por a al con"),
    particles=_words("de del la las los y von van"),
    auxiliaries=_words("ha han había habían he hemos se lo le les"),
    passives=_words("es son fue fueron sido ser era"),
    negations=_words("no nunca jamás tampoco"),
    adverbs=_words("también además después luego ayer hoy asimismo posteriormente entonces así ya"),
    stops=_words(
        "y e o pero que quien cuando si porque donde como mientras sin tras desde hasta durante según sobre entre ante contra no es son fue fueron era eran ha han"
        " había él ella ellos yo"
    ),
    boundaries=_words("y e pero que cuando si porque como mientras así"),
    relatives=_words("que quien"),
    times=_words(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy"
    ),
    titles=_words("sr sr. sra sra. señor señora don doña dr dr. presidente presidenta ministro ministra general papa rey reina"),
    honorifics=_words("sr sr. sra sra. señor señora don doña dr dr."),
    roles=_words(
        "ministro ministra presidente presidenta portavoz director directora alcalde alcaldesa diputado diputada senador senadora abogado abogada secretario"
        " secretaria jefe jefa líder profesor profesora economista analista experto experta fundador fundadora candidato candidata general juez jueza fiscal"
        " médico periodista vicepresidente consejero consejera responsable embajador"
    ),
    starters=_words("el la los las un una él ella pero y en para según tras"),
    according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de")),
    conjunctions=_words("y e"),
    agents=_words("por"),
    openers=_words("el la los las un una unos unas este esta estos estas su sus pero y en para por según tras con sin si cuando él ella ellos yo además así"),
)  # fmt: skip

_IT = Lexicon(
    eliding=True,
    inverted=True,
    verbs=_words(
        "detto dice disse diceva spiegato spiega spiegava affermato afferma affermava aggiunto aggiunge aggiungeva dichiarato dichiara sottolineato sottolinea"
        " scritto scrive commentato commenta raccontato racconta ricordato ricorda risposto risponde osservato osserva precisato precisa sostenuto sostiene"
        " ribadito ribadisce assicurato assicura ammesso ammette concluso conclude annunciato annuncia attaccato attacca replicato replica denunciato denuncia"
        " avvertito avverte chiesto chiede confermato conferma riferito riferisce"
    ),
    pronouns=_words("lui lei loro egli ella io noi"),
    determiners=_words("il lo la i gli le l' un uno una un' questo questa suo sua suoi sue loro"),
    joints=_words("di del dello della dell' dei degli delle d' per in nel nella dal dalla da a al"),
    particles=_words("di de del della dei da la"),
    auxiliaries=_words("ha hanno aveva avevano ho abbiamo si"),
    passives=_words("è sono stato stata era"),
    negations=_words("non mai"),
    adverbs=_words("anche poi ancora inoltre infine così già invece"),
    stops=_words("e o ma che chi quando se perché dove come mentre senza dopo prima durante secondo con su non è sono era ha hanno"),
    boundaries=_words("e ma che quando se perché come mentre"),
    times=_words("lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi"),
    starters=_words("il lo la i gli le un una ma e in per secondo"),
    according=(("secondo",), ("per",)),
    conjunctions=_words("e"),
    agents=_words("da dal dalla"),
    openers=_words("il lo la i gli le un una ma e in per secondo con se"),
)  # fmt: skip

_PT = Lexicon(
    inverted=True,
    verbs=_words(
        "disse diz dito dizia afirmou afirma afirmado explicou explica acrescentou acrescenta declarou declara ressaltou ressalta destacou destaca escreveu escreve"
        " contou conta respondeu responde comentou comenta avaliou avalia lembrou lembra criticou critica informou informa defendeu defende completou completa"
        " alertou alerta concluiu conclui apontou aponta anunciou anuncia garantiu garante sublinhou sublinha referiu refere considerou considera"
    ),
    pronouns=_words("ele ela eles elas eu nós"),
    determiners=_words("o a os as um uma uns umas este esta esse essa seu sua seus suas"),
    joints=_words("de do da dos das em no na para por"),
    particles=_words("de do da dos das e"),
    auxiliaries=_words("tem têm tinha havia se"),
    passives=_words("é são foi foram sido ser era"),
    negations=_words("não nunca jamais"),
    adverbs=_words("também ainda depois então já ontem hoje além"),
    stops=_words("e ou mas que quem quando se porque onde como enquanto sem após desde até durante segundo sobre entre não é são foi foram era tem"),
    boundaries=_words("e mas que quando se porque como enquanto"),
    times=_words("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje"),
    starters=_words("o a os as um uma mas e em para segundo"),
    according=(("segundo",), ("de", "acordo", "com"), ("para",)),
    conjunctions=_words("e"),
    agents=_words("por pelo pela"),
    openers=_words("o a os as um uma mas e em no na para por segundo com se"),
)  # fmt: skip

_NL = Lexicon(
    inverted=True,
    verbs=_words(
        "zei zegt zeiden zeggen vertelde vertelt stelde stelt aldus schreef schrijft meldde meldt verklaarde verklaart benadrukte benadrukt vindt vond antwoordde"
        " reageerde reageert waarschuwde waarschuwt vroeg vraagt legt voegde concludeert concludeerde twitterde"
    ),
    pronouns=_words("hij zij ze we wij ik"),
    determiners=_words("de het een deze die dit zijn haar hun"),
    joints=_words("van voor bij uit in"),
    particles=_words("van de der den ter ten"),
    auxiliaries=_words("heeft hebben had"),
    passives=_words("wordt werd werden is"),
    negations=_words("niet nooit"),
    adverbs=_words("ook dan nog later verder toen"),
    stops=_words("en of maar want dat omdat als wie wat waar hoe na voor sinds met zonder tegen over door is zijn was waren heeft niet tegen"),
    boundaries=_words("en maar want dat omdat als"),
    times=_words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag"),
    starters=_words("de het een hij zij ze we wij ik en maar in op"),
    according=(("volgens",),),
    conjunctions=_words("en"),
    agents=_words("door"),
    openers=_words("de het een en maar in op voor volgens met als"),
)  # fmt: skip

_SV = Lexicon(
    inverted=True,
    verbs=_words(
        "säger sade sa sagt skriver skrev berättar berättade menar menade förklarar förklarade tillägger tillade uppger uppgav svarar svarade konstaterar"
        " konstaterade understryker betonar varnar hävdar hävdade kommenterar sier sa skriver forteller mener siger sagde skriver fortæller"
    ),
    pronouns=_words("han hon de vi jag hun jeg"),
    determiners=_words("en ett den det de sin sitt sina et"),
    joints=_words("i på för av från hos"),
    particles=_words("von af av"),
    auxiliaries=_words("har hade"),
    passives=_words("är var blev"),
    negations=_words("inte aldrig ikke"),
    adverbs=_words("också sedan även senare vidare då"),
    stops=_words("och eller men att som när om därför där hur efter före sedan med utan mot över under till är var har inte og at"),
    boundaries=_words("och men att när om og at"),
    times=_words("måndag tisdag onsdag torsdag fredag lördag söndag igår idag"),
    starters=_words("en ett den det de han hon vi jag och men i på"),
    according=(("enligt",), ("ifølge",)),
    conjunctions=_words("och og"),
    agents=_words("av"),
    openers=_words("en ett den det de och men i på för enligt med när om"),
)  # fmt: skip

LEXICA = {"fr": _FR, "de": _DE, "es": _ES, "it": _IT, "pt": _PT, "nl": _NL, "sv": _SV, "da": _SV, "no": _SV, "nb": _SV}
