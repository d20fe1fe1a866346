"""First names that tell whether a person is `he` or `she`: the commonest ones only, none that both may bear."""

from __future__ import annotations

_HE = """
aaron abdul abdullah adam ahmed alan albert alexander alexei alfred ali amir andre andreas andrew andy angus anthony antonio antony arthur barack barry
ben benjamin bernard bernie bill bob boris brad brandon brendan brian bruce callum carl carlos charles chris christopher chuck claude colin craig
damian daniel dave david dennis dick dimitri dmitry dominic donald doug douglas duncan ed eddie edward edwin elliott emmanuel eric ernest
ethan eugene evan fernando francis francisco frank franklin fred frederick gareth gary gavin geoffrey george gerald gerard giles glenn gordon graham
greg gregory guy hamza harold harry harvey hassan henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jake james jamie
jared jason javier jean-claude jeb jeff jeffrey jeremy jerry jim jimmy joe joel john johnny jonathan jorge jose joseph josh joshua juan julian julius
karl keir keith ken kenneth kevin khalid kurt lance larry laurence lawrence len leo leonard liam lloyd luis luke manuel marc marco marcus mario mark
martin mathieu matt matthew maurice max michael miguel mike mikhail miles mitch mitt mohamed mohammad mohammed muhammad nathan neil newt nicholas nick
nicolas nigel noah norman oliver omar oscar owen pablo patrick paul pedro pete peter phil philip phillip pierre rafael ralph ramon raymond richard
rick ricardo robby robert roberto rodney roger roland ron ronald rory ross roy rudy rupert russell saeed salman samuel saul sean sebastian sergei sergey
seth simon stanley stephen steve steven stewart stuart ted terrence theodore thomas tim timothy toby todd tom tommy tony trevor tyler
victor vincent vladimir volodymyr walt walter warren wayne wilfred will william winston xavier yusuf zachary
"""
_SHE = """
abigail ada agnes aisha alexandra alice alicia alison alma amanda amelia amy ana andrea-maria angela angelina anita ann anna anne annie barbara beatrice becky
bella bernadette beth betty beverly bianca brenda bridget camilla carla carmen carol caroline carolyn catherine cathy charlotte cheryl chloe christina
christine cindy clara clare claudia condoleezza cynthia daisy dana-marie daphne deborah debbie denise diana diane dolores donna doris dorothy edith eileen elaine eleanor
elena elise elizabeth ella ellen emily emma erica erin esther eva eve evelyn faith fatima felicity fiona florence frances gabriela gabrielle gail
georgia georgina geraldine gina gloria grace greta gwen hannah harriet heather heidi helen helena hilary hillary holly huma irene isabel isabella isla ivana ivanka
jacqueline jane janet janice jean-marie jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce judith julia juliana julie karen kate
katherine kathleen kathryn kathy katie kayla keisha kellyanne kirsten kristin kristina laura lauren leila lena lillian linda lisa liz loretta lorraine louisa louise lucia lucy
lydia lynn lynne madeleine maggie mandy margaret maria marian marie marilyn marjorie marta martha mary maureen megan meghan melania melanie melinda melissa
mercedes michelle miranda molly monica nadia nancy naomi natalie natasha nicola nicole nikki nina nora norma olga olivia pamela patricia paula pauline
penelope penny phyllis priya priti rachel rebecca regina rhonda rita roberta rosa rose rosemary roxana ruth sally samantha sandra sara sarah selina sharon sheila
shirley silvia simone sofia sonia sophia sophie stella stephanie susan susanna susannah suzanne sylvia tamara tanya tara teresa theresa tiffany tina ursula
valentina valerie vanessa vera veronica victoria violet virginia vivian wanda wendy whitney winifred yvette yvonne zoe
"""
HE = frozenset(_HE.split())
SHE = frozenset(_SHE.split())
