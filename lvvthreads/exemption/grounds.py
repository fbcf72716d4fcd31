"""The legal grounds a redaction can name, as one table.

A ground is written in one normal spelling (``10.2.e``, ``5.1.2.e``, ``b6``, ``s40.2``, ``eu4.1.b``, ``ifg5.1``), whatever the censor's stamp or the OCR made of it.
The meanings are short paraphrases in Dutch and English, for people who read a release; they are not the statutes' words.

Dutch requests of before 1 May 2022 were decided under the Wet openbaarheid van bestuur (Wob), later ones under the Wet open overheid (Woo).
The American grounds are the nine exemptions of the Freedom of Information Act, 5 U.S.C. 552(b); the British ones sections of the act of 2000 of that name.
The institutions of the European Union decide by article 4 of Regulation (EC) No 1049/2001, German federal authorities by the Informationsfreiheitsgesetz (IFG).

A ground is absolute if what it protects is withheld whatever the public's interest in it, relative if the two are weighed.
Where a law makes no such difference, or a ground is of neither kind, nothing is claimed:

- Personal policy views (Wob 11.1 and 11.2, Woo 5.2.1 and 5.2.2) are not weighed against anything, yet a body may always give them without names.
  In formal decision-making and about the environment (Woo 5.2.3 and 5.2.4) the law does weigh.
- The American exemptions allow an agency to withhold; which of them are weighed, and against what, was left to the courts.
- A German authority ought to refuse what would defeat a decision still to come (IFG 4), and may depart from that.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen(kw_only=True)
class Ground:
    """One reason in law to withhold a passage."""

    #: The normal spelling: ``"10.2.e"``, ``"5.2.1"``, ``"b7c"``.
    code: str
    #: The law it stands in, by a key of :data:`LAWS`: ``"Wob"``, ``"FOIA"``.
    law: str
    #: Where in that law, as lawyers cite it.
    article: str
    #: What it protects, in Dutch.
    dutch: str
    #: What it protects, in English.
    english: str
    #: Whether it holds whatever the public's interest (True) or is weighed against that (False); None where the law makes no such difference.
    absolute: bool | None


#: The laws by the names used here, with their full titles.
LAWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Wob": "Wet openbaarheid van bestuur (Netherlands, until 2022)",
        "Woo": "Wet open overheid (Netherlands, since 2022)",
        "FOIA": "Freedom of Information Act (United States)",
        "FOIA 2000": "Freedom of Information Act 2000 (United Kingdom)",
        "EU": "Regulation (EC) No 1049/2001 (European Union)",
        "IFG": "Informationsfreiheitsgesetz (Germany)",
    }
)

# fmt: off
_TABLE: Final = (
    # code       law           article                                       Dutch                                                     English                                                absolute
    # Wob, article 10, first paragraph: absolute; second paragraph: weighed against the interest of the public; article 11: policy views.
    ("10.1.a",    "Wob",        "art. 10 lid 1 sub a Wob",                    "eenheid van de Kroon",                                   "unity of the Crown",                                  True),
    ("10.1.b",    "Wob",        "art. 10 lid 1 sub b Wob",                    "veiligheid van de Staat",                                "security of the State",                               True),
    ("10.1.c",    "Wob",        "art. 10 lid 1 sub c Wob",                    "vertrouwelijk meegedeelde bedrijfsgegevens",             "business facts given in confidence",                  True),
    ("10.1.d",    "Wob",        "art. 10 lid 1 sub d Wob",                    "bijzondere persoonsgegevens",                            "special categories of personal data",                 True),
    ("10.2.a",    "Wob",        "art. 10 lid 2 sub a Wob",                    "betrekkingen met andere staten en organisaties",         "relations with other states and bodies",              False),
    ("10.2.b",    "Wob",        "art. 10 lid 2 sub b Wob",                    "economische of financiële belangen van de overheid",     "economic or financial interests of the State",        False),
    ("10.2.c",    "Wob",        "art. 10 lid 2 sub c Wob",                    "opsporing en vervolging van strafbare feiten",           "investigation and prosecution of offences",           False),
    ("10.2.d",    "Wob",        "art. 10 lid 2 sub d Wob",                    "inspectie, controle en toezicht",                        "inspection, control and supervision",                 False),
    ("10.2.e",    "Wob",        "art. 10 lid 2 sub e Wob",                    "persoonlijke levenssfeer",                               "personal privacy",                                    False),
    ("10.2.f",    "Wob",        "art. 10 lid 2 sub f Wob",                    "belang van de geadresseerde bij eerste kennisneming",    "the addressee's interest in knowing first",           False),
    ("10.2.g",    "Wob",        "art. 10 lid 2 sub g Wob",                    "onevenredige bevoordeling of benadeling",                "disproportionate advantage or harm",                  False),
    ("11.1",      "Wob",        "art. 11 lid 1 Wob",                          "persoonlijke beleidsopvattingen in intern beraad",       "personal policy views in internal deliberation",      None),
    ("11.2",      "Wob",        "art. 11 lid 2 Wob",                          "beleidsopvattingen, niet tot personen herleidbaar",      "policy views, given without names",                   None),
    # Woo, article 5.1: paragraph 1 absolute, paragraph 2 weighed, 4 and 5 for a time or in exceptional cases; article 5.2: policy views.
    ("5.1.1.a",   "Woo",        "art. 5.1 lid 1 sub a Woo",                   "eenheid van de Kroon",                                   "unity of the Crown",                                  True),
    ("5.1.1.b",   "Woo",        "art. 5.1 lid 1 sub b Woo",                   "veiligheid van de Staat",                                "security of the State",                               True),
    ("5.1.1.c",   "Woo",        "art. 5.1 lid 1 sub c Woo",                   "vertrouwelijk meegedeelde bedrijfsgegevens",             "business facts given in confidence",                  True),
    ("5.1.1.d",   "Woo",        "art. 5.1 lid 1 sub d Woo",                   "bijzondere en strafrechtelijke persoonsgegevens",        "special and criminal personal data",                  True),
    ("5.1.1.e",   "Woo",        "art. 5.1 lid 1 sub e Woo",                   "nationale identificatienummers",                         "national identification numbers",                     True),
    ("5.1.2.a",   "Woo",        "art. 5.1 lid 2 sub a Woo",                   "betrekkingen met andere staten en organisaties",         "relations with other states and bodies",              False),
    ("5.1.2.b",   "Woo",        "art. 5.1 lid 2 sub b Woo",                   "economische of financiële belangen van de overheid",     "economic or financial interests of the State",        False),
    ("5.1.2.c",   "Woo",        "art. 5.1 lid 2 sub c Woo",                   "opsporing en vervolging van strafbare feiten",           "investigation and prosecution of offences",           False),
    ("5.1.2.d",   "Woo",        "art. 5.1 lid 2 sub d Woo",                   "inspectie, controle en toezicht",                        "inspection, control and supervision",                 False),
    ("5.1.2.e",   "Woo",        "art. 5.1 lid 2 sub e Woo",                   "persoonlijke levenssfeer",                               "personal privacy",                                    False),
    ("5.1.2.f",   "Woo",        "art. 5.1 lid 2 sub f Woo",                   "andere concurrentiegevoelige bedrijfsgegevens",          "other competitive business facts",                    False),
    ("5.1.2.g",   "Woo",        "art. 5.1 lid 2 sub g Woo",                   "bescherming van het milieu",                             "protection of the environment",                       False),
    ("5.1.2.h",   "Woo",        "art. 5.1 lid 2 sub h Woo",                   "beveiliging van personen en bedrijven",                  "safety of persons and firms, prevention of sabotage", False),
    ("5.1.2.i",   "Woo",        "art. 5.1 lid 2 sub i Woo",                   "goed functioneren van de overheid",                      "proper functioning of public bodies",                 False),
    ("5.1.4",     "Woo",        "art. 5.1 lid 4 Woo",                         "belang van de geadresseerde bij eerste kennisneming",    "the addressee's interest in knowing first",           False),
    ("5.1.5",     "Woo",        "art. 5.1 lid 5 Woo",                         "onevenredige benadeling, in uitzonderlijke gevallen",    "disproportionate harm, in exceptional cases",         False),
    ("5.2.1",     "Woo",        "art. 5.2 lid 1 Woo",                         "persoonlijke beleidsopvattingen in intern beraad",       "personal policy views in internal deliberation",      None),
    ("5.2.2",     "Woo",        "art. 5.2 lid 2 Woo",                         "beleidsopvattingen, niet tot personen herleidbaar",      "policy views, given without names",                   None),
    ("5.2.3",     "Woo",        "art. 5.2 lid 3 Woo",                         "beleidsopvattingen bij formele bestuurlijke besluitvorming","policy views in formal decision-making",              False),
    ("5.2.4",     "Woo",        "art. 5.2 lid 4 Woo",                         "milieu-informatie met beleidsopvattingen",               "environmental facts with policy views",               False),
    # FOIA, 5 U.S.C. 552(b).
    ("b1",        "FOIA",       "5 U.S.C. 552(b)(1)",                         "staatsgeheimen",                                         "classified national defence or foreign policy",       None),
    ("b2",        "FOIA",       "5 U.S.C. 552(b)(2)",                         "interne personeelsregels",                               "internal personnel rules and practices",              None),
    ("b3",        "FOIA",       "5 U.S.C. 552(b)(3)",                         "geheimhouding volgens een andere wet",                   "withheld by another statute",                         None),
    ("b4",        "FOIA",       "5 U.S.C. 552(b)(4)",                         "bedrijfsgeheimen",                                       "trade secrets, confidential business facts",          None),
    ("b5",        "FOIA",       "5 U.S.C. 552(b)(5)",                         "intern beraad en verschoningsrecht",                     "internal deliberation and privilege",                 None),
    ("b6",        "FOIA",       "5 U.S.C. 552(b)(6)",                         "persoonlijke levenssfeer",                               "personal privacy",                                    None),
    ("b7",        "FOIA",       "5 U.S.C. 552(b)(7)",                         "opsporingsgegevens",                                     "law enforcement records",                             None),
    ("b7a",       "FOIA",       "5 U.S.C. 552(b)(7)(A)",                      "lopend onderzoek",                                       "interference with enforcement proceedings",           None),
    ("b7b",       "FOIA",       "5 U.S.C. 552(b)(7)(B)",                      "eerlijk proces",                                         "fair trial",                                          None),
    ("b7c",       "FOIA",       "5 U.S.C. 552(b)(7)(C)",                      "persoonlijke levenssfeer bij opsporing",                 "personal privacy in enforcement records",             None),
    ("b7d",       "FOIA",       "5 U.S.C. 552(b)(7)(D)",                      "vertrouwelijke bronnen",                                 "confidential sources",                                None),
    ("b7e",       "FOIA",       "5 U.S.C. 552(b)(7)(E)",                      "opsporingstechnieken",                                   "investigative techniques and guidelines",             None),
    ("b7f",       "FOIA",       "5 U.S.C. 552(b)(7)(F)",                      "leven en veiligheid van personen",                       "life or physical safety of a person",                 None),
    ("b8",        "FOIA",       "5 U.S.C. 552(b)(8)",                         "toezicht op financiële instellingen",                    "supervision of financial institutions",               None),
    ("b9",        "FOIA",       "5 U.S.C. 552(b)(9)",                         "geologische gegevens over putten",                       "geological facts about wells",                        None),
    # FOIA 2000, part II: the sections, and the subsections that are stamped on releases.
    # Section 36 is absolute for the Houses of Parliament alone, section 37 for letters with the sovereign and heirs.
    ("s21",       "FOIA 2000",  "s. 21 FOIA 2000",                            "langs andere weg verkrijgbaar",                          "obtainable by other means",                           True),
    ("s22",       "FOIA 2000",  "s. 22 FOIA 2000",                            "bestemd voor latere publicatie",                         "meant to be published later",                         False),
    ("s22A",      "FOIA 2000",  "s. 22A FOIA 2000",                           "lopend wetenschappelijk onderzoek",                      "research that still goes on",                         False),
    ("s23",       "FOIA 2000",  "s. 23 FOIA 2000",                            "afkomstig van of over veiligheidsdiensten",              "from or about the security bodies",                   True),
    ("s23.1",     "FOIA 2000",  "s. 23(1) FOIA 2000",                         "afkomstig van of over veiligheidsdiensten",              "from or about the security bodies",                   True),
    ("s24",       "FOIA 2000",  "s. 24 FOIA 2000",                            "nationale veiligheid",                                   "national security",                                   False),
    ("s24.1",     "FOIA 2000",  "s. 24(1) FOIA 2000",                         "nationale veiligheid",                                   "national security",                                   False),
    ("s26",       "FOIA 2000",  "s. 26 FOIA 2000",                            "defensie",                                               "defence",                                             False),
    ("s26.1",     "FOIA 2000",  "s. 26(1) FOIA 2000",                         "defensie",                                               "defence",                                             False),
    ("s27",       "FOIA 2000",  "s. 27 FOIA 2000",                            "internationale betrekkingen",                            "international relations",                             False),
    ("s27.1",     "FOIA 2000",  "s. 27(1) FOIA 2000",                         "schade aan internationale betrekkingen",                 "harm to international relations",                     False),
    ("s27.1.a",   "FOIA 2000",  "s. 27(1)(a) FOIA 2000",                      "betrekkingen met een andere staat",                      "relations with another state",                        False),
    ("s27.1.b",   "FOIA 2000",  "s. 27(1)(b) FOIA 2000",                      "betrekkingen met internationale organisaties",           "relations with international bodies",                 False),
    ("s27.1.c",   "FOIA 2000",  "s. 27(1)(c) FOIA 2000",                      "belangen van het land in het buitenland",                "the country's interests abroad",                      False),
    ("s27.1.d",   "FOIA 2000",  "s. 27(1)(d) FOIA 2000",                      "behartiging van die belangen",                           "pursuit of those interests",                          False),
    ("s27.2",     "FOIA 2000",  "s. 27(2) FOIA 2000",                         "vertrouwelijk van een andere staat verkregen",           "given in confidence by another state",                False),
    ("s28",       "FOIA 2000",  "s. 28 FOIA 2000",                            "betrekkingen tussen de landsdelen",                      "relations between the parts of the kingdom",          False),
    ("s28.1",     "FOIA 2000",  "s. 28(1) FOIA 2000",                         "betrekkingen tussen de landsdelen",                      "relations between the parts of the kingdom",          False),
    ("s29",       "FOIA 2000",  "s. 29 FOIA 2000",                            "economische en financiële belangen",                     "economic and financial interests",                    False),
    ("s29.1",     "FOIA 2000",  "s. 29(1) FOIA 2000",                         "economische en financiële belangen",                     "economic and financial interests",                    False),
    ("s29.1.a",   "FOIA 2000",  "s. 29(1)(a) FOIA 2000",                      "economische belangen van het land",                      "economic interests of the country",                   False),
    ("s29.1.b",   "FOIA 2000",  "s. 29(1)(b) FOIA 2000",                      "financiële belangen van een regering",                   "financial interests of a government",                 False),
    ("s30",       "FOIA 2000",  "s. 30 FOIA 2000",                            "strafrechtelijk onderzoek",                              "criminal investigations",                             False),
    ("s30.1",     "FOIA 2000",  "s. 30(1) FOIA 2000",                         "strafrechtelijk onderzoek",                              "criminal investigations",                             False),
    ("s30.2",     "FOIA 2000",  "s. 30(2) FOIA 2000",                         "vertrouwelijke bronnen van een onderzoek",               "confidential sources of an investigation",            False),
    ("s31",       "FOIA 2000",  "s. 31 FOIA 2000",                            "rechtshandhaving",                                       "law enforcement",                                     False),
    ("s31.1",     "FOIA 2000",  "s. 31(1) FOIA 2000",                         "rechtshandhaving",                                       "law enforcement",                                     False),
    ("s31.1.a",   "FOIA 2000",  "s. 31(1)(a) FOIA 2000",                      "voorkomen en opsporen van misdrijven",                   "prevention and detection of crime",                   False),
    ("s31.1.b",   "FOIA 2000",  "s. 31(1)(b) FOIA 2000",                      "aanhouding en vervolging van daders",                    "arrest and prosecution of offenders",                 False),
    ("s31.1.c",   "FOIA 2000",  "s. 31(1)(c) FOIA 2000",                      "rechtspleging",                                          "administration of justice",                           False),
    ("s31.1.d",   "FOIA 2000",  "s. 31(1)(d) FOIA 2000",                      "heffing van belastingen",                                "assessment and collection of taxes",                  False),
    ("s31.1.e",   "FOIA 2000",  "s. 31(1)(e) FOIA 2000",                      "toezicht op immigratie",                                 "immigration controls",                                False),
    ("s31.1.f",   "FOIA 2000",  "s. 31(1)(f) FOIA 2000",                      "orde en veiligheid in gevangenissen",                    "order and security in prisons",                       False),
    ("s31.1.g",   "FOIA 2000",  "s. 31(1)(g) FOIA 2000",                      "taken van toezichthouders",                              "duties of supervising bodies",                        False),
    ("s32",       "FOIA 2000",  "s. 32 FOIA 2000",                            "gerechtelijke stukken",                                  "court records",                                       True),
    ("s33",       "FOIA 2000",  "s. 33 FOIA 2000",                            "controle van overheidsuitgaven",                         "audit of public bodies",                              False),
    ("s34",       "FOIA 2000",  "s. 34 FOIA 2000",                            "voorrechten van het parlement",                          "privilege of Parliament",                             True),
    ("s35",       "FOIA 2000",  "s. 35 FOIA 2000",                            "vorming van regeringsbeleid",                            "making of government policy",                         False),
    ("s35.1",     "FOIA 2000",  "s. 35(1) FOIA 2000",                         "vorming van regeringsbeleid",                            "making of government policy",                         False),
    ("s35.1.a",   "FOIA 2000",  "s. 35(1)(a) FOIA 2000",                      "vorming en ontwikkeling van regeringsbeleid",            "making and development of government policy",         False),
    ("s35.1.b",   "FOIA 2000",  "s. 35(1)(b) FOIA 2000",                      "berichten tussen ministers",                             "messages between ministers",                          False),
    ("s35.1.c",   "FOIA 2000",  "s. 35(1)(c) FOIA 2000",                      "advies van de juridische adviseurs van de regering",     "advice of the government's law officers",             False),
    ("s35.1.d",   "FOIA 2000",  "s. 35(1)(d) FOIA 2000",                      "werking van een bureau van een minister",                "working of a minister's private office",              False),
    ("s36",       "FOIA 2000",  "s. 36 FOIA 2000",                            "behoorlijk bestuur",                                     "effective conduct of public affairs",                 False),
    ("s36.2",     "FOIA 2000",  "s. 36(2) FOIA 2000",                         "behoorlijk bestuur",                                     "effective conduct of public affairs",                 False),
    ("s36.2.a",   "FOIA 2000",  "s. 36(2)(a) FOIA 2000",                      "gezamenlijke verantwoordelijkheid van ministers",        "ministers' joint responsibility",                     False),
    ("s36.2.b",   "FOIA 2000",  "s. 36(2)(b) FOIA 2000",                      "vrij advies en vrije beraadslaging",                     "free advice and deliberation",                        False),
    ("s36.2.b.i", "FOIA 2000",  "s. 36(2)(b)(i) FOIA 2000",                    "vrij advies",                                            "free advice",                                         False),
    ("s36.2.b.ii","FOIA 2000",  "s. 36(2)(b)(ii) FOIA 2000",                   "vrije beraadslaging",                                    "free deliberation",                                   False),
    ("s36.2.c",   "FOIA 2000",  "s. 36(2)(c) FOIA 2000",                      "behoorlijk bestuur op andere wijze",                     "effective conduct of public affairs otherwise",       False),
    ("s37",       "FOIA 2000",  "s. 37 FOIA 2000",                            "koninklijk huis en onderscheidingen",                    "royal household and honours",                         None),
    ("s37.1",     "FOIA 2000",  "s. 37(1) FOIA 2000",                         "koninklijk huis en onderscheidingen",                    "royal household and honours",                         None),
    ("s37.1.a",   "FOIA 2000",  "s. 37(1)(a) FOIA 2000",                      "berichten met de vorst",                                 "messages with the sovereign",                         True),
    ("s37.1.aa",  "FOIA 2000",  "s. 37(1)(aa) FOIA 2000",                     "berichten met de troonopvolger",                         "messages with the heir",                              True),
    ("s37.1.ab",  "FOIA 2000",  "s. 37(1)(ab) FOIA 2000",                     "berichten met wie opvolgt of opvolgde",                  "messages with later heirs",                           True),
    ("s37.1.ac",  "FOIA 2000",  "s. 37(1)(ac) FOIA 2000",                     "berichten met andere leden van het koninklijk huis",     "messages with other members of the royal family",     False),
    ("s37.1.ad",  "FOIA 2000",  "s. 37(1)(ad) FOIA 2000",                     "berichten met de koninklijke hofhouding",                "messages with the royal household",                   False),
    ("s37.1.b",   "FOIA 2000",  "s. 37(1)(b) FOIA 2000",                      "verlening van onderscheidingen",                         "conferring of honours",                               False),
    ("s38",       "FOIA 2000",  "s. 38 FOIA 2000",                            "gezondheid en veiligheid",                               "health and safety",                                   False),
    ("s38.1",     "FOIA 2000",  "s. 38(1) FOIA 2000",                         "gezondheid en veiligheid",                               "health and safety",                                   False),
    ("s38.1.a",   "FOIA 2000",  "s. 38(1)(a) FOIA 2000",                      "gezondheid van personen",                                "a person's health",                                   False),
    ("s38.1.b",   "FOIA 2000",  "s. 38(1)(b) FOIA 2000",                      "veiligheid van personen",                                "a person's safety",                                   False),
    ("s39",       "FOIA 2000",  "s. 39 FOIA 2000",                            "milieu-informatie, volgens eigen regels",                "environmental facts, under rules of their own",       False),
    ("s40",       "FOIA 2000",  "s. 40 FOIA 2000",                            "persoonsgegevens",                                       "personal data",                                       True),
    ("s40.1",     "FOIA 2000",  "s. 40(1) FOIA 2000",                         "persoonsgegevens van de verzoeker",                      "personal data of who asks",                           True),
    ("s40.2",     "FOIA 2000",  "s. 40(2) FOIA 2000",                         "persoonsgegevens van een ander",                         "personal data of somebody else",                      True),
    ("s41",       "FOIA 2000",  "s. 41 FOIA 2000",                            "in vertrouwen verkregen",                                "given in confidence",                                 True),
    ("s41.1",     "FOIA 2000",  "s. 41(1) FOIA 2000",                         "in vertrouwen verkregen",                                "given in confidence",                                 True),
    ("s42",       "FOIA 2000",  "s. 42 FOIA 2000",                            "verschoningsrecht van juristen",                         "legal professional privilege",                        False),
    ("s42.1",     "FOIA 2000",  "s. 42(1) FOIA 2000",                         "verschoningsrecht van juristen",                         "legal professional privilege",                        False),
    ("s43",       "FOIA 2000",  "s. 43 FOIA 2000",                            "commerciële belangen",                                   "commercial interests",                                False),
    ("s43.1",     "FOIA 2000",  "s. 43(1) FOIA 2000",                         "bedrijfsgeheimen",                                       "trade secrets",                                       False),
    ("s43.2",     "FOIA 2000",  "s. 43(2) FOIA 2000",                         "commerciële belangen",                                   "commercial interests",                                False),
    ("s44",       "FOIA 2000",  "s. 44 FOIA 2000",                            "openbaarmaking elders verboden",                         "disclosure forbidden elsewhere",                      True),
    ("s44.1",     "FOIA 2000",  "s. 44(1) FOIA 2000",                         "openbaarmaking elders verboden",                         "disclosure forbidden elsewhere",                      True),
    ("s44.1.a",   "FOIA 2000",  "s. 44(1)(a) FOIA 2000",                      "verboden door een andere wet",                           "forbidden by another act",                            True),
    ("s44.1.b",   "FOIA 2000",  "s. 44(1)(b) FOIA 2000",                      "strijdig met Europees recht",                            "against European law",                                True),
    ("s44.1.c",   "FOIA 2000",  "s. 44(1)(c) FOIA 2000",                      "minachting van het gerecht",                             "contempt of court",                                   True),
    # EU, Regulation 1049/2001, article 4: paragraph 1 absolute, 2 and 3 unless there is an overriding public interest.
    ("eu4.1",     "EU",         "art. 4(1) Reg. 1049/2001",                   "algemeen belang of persoonlijke levenssfeer",            "public interest or privacy",                          True),
    ("eu4.1.a",   "EU",         "art. 4(1)(a) Reg. 1049/2001",                "algemeen belang",                                        "public interest",                                     True),
    ("eu4.1.a.1", "EU",         "art. 4(1)(a), first indent Reg. 1049/2001",  "openbare veiligheid",                                    "public security",                                     True),
    ("eu4.1.a.2", "EU",         "art. 4(1)(a), second indent Reg. 1049/2001", "defensie en militaire aangelegenheden",                  "defence and military matters",                        True),
    ("eu4.1.a.3", "EU",         "art. 4(1)(a), third indent Reg. 1049/2001",  "internationale betrekkingen",                            "international relations",                             True),
    ("eu4.1.a.4", "EU",         "art. 4(1)(a), fourth indent Reg. 1049/2001", "financieel, monetair of economisch beleid",              "financial, monetary or economic policy",              True),
    ("eu4.1.b",   "EU",         "art. 4(1)(b) Reg. 1049/2001",                "persoonlijke levenssfeer en integriteit",                "privacy and integrity of a person",                   True),
    ("eu4.2",     "EU",         "art. 4(2) Reg. 1049/2001",                   "commerciële belangen, rechtspleging of onderzoek",       "commercial interests, justice or inquiries",          False),
    ("eu4.2.1",   "EU",         "art. 4(2), first indent Reg. 1049/2001",     "commerciële belangen",                                   "commercial interests",                                False),
    ("eu4.2.2",   "EU",         "art. 4(2), second indent Reg. 1049/2001",    "gerechtelijke procedures en juridisch advies",           "court proceedings and legal advice",                  False),
    ("eu4.2.3",   "EU",         "art. 4(2), third indent Reg. 1049/2001",     "inspecties, onderzoeken en audits",                      "inspections, investigations and audits",              False),
    ("eu4.3",     "EU",         "art. 4(3) Reg. 1049/2001",                   "besluitvorming van de instelling",                       "the institution's decision-making",                   False),
    ("eu4.3.1",   "EU",         "art. 4(3), first subparagraph Reg. 1049/2001","besluitvorming die nog loopt",                           "decisions not yet taken",                             False),
    ("eu4.3.2",   "EU",         "art. 4(3), second subparagraph Reg. 1049/2001","interne adviezen over een genomen besluit",              "internal opinions on a decision taken",               False),
    # IFG: sections 3 and 6 absolute, the personal data of section 5 weighed, but for what is kept of an employment or office.
    ("ifg3",      "IFG",        "§ 3 IFG",                                    "bijzondere openbare belangen",                           "particular public interests",                         True),
    ("ifg3.1",    "IFG",        "§ 3 Nr. 1 IFG",                              "schade aan een openbaar belang",                         "harm to a public interest",                           True),
    ("ifg3.1.a",  "IFG",        "§ 3 Nr. 1 lit. a IFG",                       "internationale betrekkingen",                            "international relations",                             True),
    ("ifg3.1.b",  "IFG",        "§ 3 Nr. 1 lit. b IFG",                       "belangen van de krijgsmacht",                            "interests of the armed forces",                       True),
    ("ifg3.1.c",  "IFG",        "§ 3 Nr. 1 lit. c IFG",                       "binnenlandse en buitenlandse veiligheid",                "internal and external security",                      True),
    ("ifg3.1.d",  "IFG",        "§ 3 Nr. 1 lit. d IFG",                       "toezicht op financiën en mededinging",                   "supervision of finance and competition",              True),
    ("ifg3.1.e",  "IFG",        "§ 3 Nr. 1 lit. e IFG",                       "externe financiële controle",                            "external audit",                                      True),
    ("ifg3.1.f",  "IFG",        "§ 3 Nr. 1 lit. f IFG",                       "toezicht op buitenlandse handel",                        "control of foreign trade",                            True),
    ("ifg3.1.g",  "IFG",        "§ 3 Nr. 1 lit. g IFG",                       "lopende rechtszaken en strafonderzoek",                  "pending court cases and criminal inquiries",          True),
    ("ifg3.2",    "IFG",        "§ 3 Nr. 2 IFG",                              "openbare veiligheid",                                    "public safety",                                       True),
    ("ifg3.3",    "IFG",        "§ 3 Nr. 3 IFG",                              "vertrouwelijk beraad",                                   "confidential deliberation",                           True),
    ("ifg3.3.a",  "IFG",        "§ 3 Nr. 3 lit. a IFG",                       "internationale onderhandelingen",                        "international negotiations",                          True),
    ("ifg3.3.b",  "IFG",        "§ 3 Nr. 3 lit. b IFG",                       "beraad van overheden",                                   "deliberation of authorities",                         True),
    ("ifg3.4",    "IFG",        "§ 3 Nr. 4 IFG",                              "geheimhouding en ambtsgeheim",                           "secrecy by rule or office",                           True),
    ("ifg3.5",    "IFG",        "§ 3 Nr. 5 IFG",                              "tijdelijk bijgevoegde stukken",                          "papers that were borrowed",                           True),
    ("ifg3.6",    "IFG",        "§ 3 Nr. 6 IFG",                              "geldelijke belangen van de staat",                       "the state's financial interests",                     True),
    ("ifg3.7",    "IFG",        "§ 3 Nr. 7 IFG",                              "in vertrouwen verkregen",                                "given in confidence",                                 True),
    ("ifg3.8",    "IFG",        "§ 3 Nr. 8 IFG",                              "inlichtingendiensten",                                   "intelligence services",                               True),
    ("ifg4",      "IFG",        "§ 4 IFG",                                    "besluitvorming die nog loopt",                           "decisions not yet taken",                             None),
    ("ifg4.1",    "IFG",        "§ 4 Abs. 1 IFG",                             "besluitvorming die nog loopt",                           "decisions not yet taken",                             None),
    ("ifg5",      "IFG",        "§ 5 IFG",                                    "persoonsgegevens",                                       "personal data",                                       False),
    ("ifg5.1",    "IFG",        "§ 5 Abs. 1 IFG",                             "persoonsgegevens",                                       "personal data",                                       False),
    ("ifg5.2",    "IFG",        "§ 5 Abs. 2 IFG",                             "gegevens uit een dienstverband of ambt",                 "data from employment or office",                      True),
    ("ifg6",      "IFG",        "§ 6 IFG",                                    "intellectueel eigendom en bedrijfsgeheimen",             "intellectual property and trade secrets",             True),
    ("ifg6.1",    "IFG",        "§ 6 Satz 1 IFG",                             "intellectueel eigendom",                                 "intellectual property",                               True),
    ("ifg6.2",    "IFG",        "§ 6 Satz 2 IFG",                             "bedrijfsgeheimen",                                       "trade secrets",                                       True),
)
# fmt: on

#: Every known ground by its code, in the order of the laws.
GROUNDS: Final[Mapping[str, Ground]] = MappingProxyType(
    {
        code: Ground(code=code, law=law, article=article, dutch=dutch, english=english, absolute=absolute)
        for code, law, article, dutch, english, absolute in _TABLE
    }
)

#: The grounds that protect a person: a mark with one of them, within a line of words, stands for a name.
PERSONAL: Final = frozenset(
    code
    for code in GROUNDS
    if code in {"10.1.d", "10.2.e", "5.1.1.d", "5.1.1.e", "5.1.2.e", "b6", "b7c", "b7d", "b7f", "eu4.1.b"}
    or code.startswith(("s38", "s40", "ifg5"))
)
