"""The legal grounds a redaction can name, as one table.

A ground is written in one normal spelling (``10.2.e``, ``5.1.2.e``, ``b6``), whatever the censor's stamp or the OCR made of it.
The meanings are short paraphrases in Dutch and English, for people who read a release; they are not the statutes' words.

Dutch requests of before 1 May 2022 were decided under the Wet openbaarheid van bestuur (Wob), later ones under the Wet open overheid (Woo).
The American grounds are the nine exemptions of the Freedom of Information Act, 5 U.S.C. 552(b).
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
    #: The law it stands in: ``"Wob"``, ``"Woo"`` or ``"FOIA"``.
    law: str
    #: Where in that law, as lawyers cite it.
    article: str
    #: What it protects, in Dutch.
    dutch: str
    #: What it protects, in English.
    english: str


# fmt: off
_TABLE: Final = (
    # code       law     article                             Dutch                                                English
    # Wob, article 10, first paragraph: absolute; second paragraph: weighed against the interest of the public.
    ("10.1.a",  "Wob",  "art. 10 lid 1 sub a Wob",  "eenheid van de Kroon",                              "unity of the Crown"),
    ("10.1.b",  "Wob",  "art. 10 lid 1 sub b Wob",  "veiligheid van de Staat",                           "security of the State"),
    ("10.1.c",  "Wob",  "art. 10 lid 1 sub c Wob",  "vertrouwelijk meegedeelde bedrijfsgegevens",        "business facts given in confidence"),
    ("10.1.d",  "Wob",  "art. 10 lid 1 sub d Wob",  "bijzondere persoonsgegevens",                       "special categories of personal data"),
    ("10.2.a",  "Wob",  "art. 10 lid 2 sub a Wob",  "betrekkingen met andere staten en organisaties",    "relations with other states and bodies"),
    ("10.2.b",  "Wob",  "art. 10 lid 2 sub b Wob",  "economische of financiële belangen van de overheid", "economic or financial interests of the State"),
    ("10.2.c",  "Wob",  "art. 10 lid 2 sub c Wob",  "opsporing en vervolging van strafbare feiten",      "investigation and prosecution of offences"),
    ("10.2.d",  "Wob",  "art. 10 lid 2 sub d Wob",  "inspectie, controle en toezicht",                   "inspection, control and supervision"),
    ("10.2.e",  "Wob",  "art. 10 lid 2 sub e Wob",  "persoonlijke levenssfeer",                          "personal privacy"),
    ("10.2.f",  "Wob",  "art. 10 lid 2 sub f Wob",  "belang van de geadresseerde bij eerste kennisneming", "the addressee's interest in knowing first"),
    ("10.2.g",  "Wob",  "art. 10 lid 2 sub g Wob",  "onevenredige bevoordeling of benadeling",           "disproportionate advantage or harm"),
    ("11.1",    "Wob",  "art. 11 lid 1 Wob",        "persoonlijke beleidsopvattingen in intern beraad",  "personal policy views in internal deliberation"),
    ("11.2",    "Wob",  "art. 11 lid 2 Wob",        "beleidsopvattingen, niet tot personen herleidbaar", "policy views, given without names"),
    # Woo, article 5.1: paragraph 1 absolute, paragraph 2 weighed, 3 and further special rules; article 5.2: policy views.
    ("5.1.1.a", "Woo",  "art. 5.1 lid 1 sub a Woo", "eenheid van de Kroon",                              "unity of the Crown"),
    ("5.1.1.b", "Woo",  "art. 5.1 lid 1 sub b Woo", "veiligheid van de Staat",                           "security of the State"),
    ("5.1.1.c", "Woo",  "art. 5.1 lid 1 sub c Woo", "vertrouwelijk meegedeelde bedrijfsgegevens",        "business facts given in confidence"),
    ("5.1.1.d", "Woo",  "art. 5.1 lid 1 sub d Woo", "bijzondere en strafrechtelijke persoonsgegevens",   "special and criminal personal data"),
    ("5.1.1.e", "Woo",  "art. 5.1 lid 1 sub e Woo", "nationale identificatienummers",                    "national identification numbers"),
    ("5.1.2.a", "Woo",  "art. 5.1 lid 2 sub a Woo", "betrekkingen met andere staten en organisaties",    "relations with other states and bodies"),
    ("5.1.2.b", "Woo",  "art. 5.1 lid 2 sub b Woo", "economische of financiële belangen van de overheid", "economic or financial interests of the State"),
    ("5.1.2.c", "Woo",  "art. 5.1 lid 2 sub c Woo", "opsporing en vervolging van strafbare feiten",      "investigation and prosecution of offences"),
    ("5.1.2.d", "Woo",  "art. 5.1 lid 2 sub d Woo", "inspectie, controle en toezicht",                   "inspection, control and supervision"),
    ("5.1.2.e", "Woo",  "art. 5.1 lid 2 sub e Woo", "persoonlijke levenssfeer",                          "personal privacy"),
    ("5.1.2.f", "Woo",  "art. 5.1 lid 2 sub f Woo", "andere concurrentiegevoelige bedrijfsgegevens",     "other competitive business facts"),
    ("5.1.2.g", "Woo",  "art. 5.1 lid 2 sub g Woo", "bescherming van het milieu",                        "protection of the environment"),
    ("5.1.2.h", "Woo",  "art. 5.1 lid 2 sub h Woo", "beveiliging van personen en bedrijven",             "safety of persons and firms, prevention of sabotage"),
    ("5.1.2.i", "Woo",  "art. 5.1 lid 2 sub i Woo", "goed functioneren van de overheid",                 "proper functioning of public bodies"),
    ("5.1.4",   "Woo",  "art. 5.1 lid 4 Woo",       "belang van de geadresseerde bij eerste kennisneming", "the addressee's interest in knowing first"),
    ("5.1.5",   "Woo",  "art. 5.1 lid 5 Woo",       "onevenredige benadeling, in uitzonderlijke gevallen", "disproportionate harm, in exceptional cases"),
    ("5.2.1",   "Woo",  "art. 5.2 lid 1 Woo",       "persoonlijke beleidsopvattingen in intern beraad",  "personal policy views in internal deliberation"),
    ("5.2.2",   "Woo",  "art. 5.2 lid 2 Woo",       "beleidsopvattingen, niet tot personen herleidbaar", "policy views, given without names"),
    ("5.2.3",   "Woo",  "art. 5.2 lid 3 Woo",       "beleidsopvattingen bij formele bestuurlijke besluitvorming", "policy views in formal decision-making"),
    ("5.2.4",   "Woo",  "art. 5.2 lid 4 Woo",       "milieu-informatie met beleidsopvattingen",          "environmental facts with policy views"),
    # FOIA, 5 U.S.C. 552(b).
    ("b1",      "FOIA", "5 U.S.C. 552(b)(1)",       "staatsgeheimen",                                    "classified national defence or foreign policy"),
    ("b2",      "FOIA", "5 U.S.C. 552(b)(2)",       "interne personeelsregels",                          "internal personnel rules and practices"),
    ("b3",      "FOIA", "5 U.S.C. 552(b)(3)",       "geheimhouding volgens een andere wet",              "withheld by another statute"),
    ("b4",      "FOIA", "5 U.S.C. 552(b)(4)",       "bedrijfsgeheimen",                                  "trade secrets, confidential business facts"),
    ("b5",      "FOIA", "5 U.S.C. 552(b)(5)",       "intern beraad en verschoningsrecht",                "internal deliberation and privilege"),
    ("b6",      "FOIA", "5 U.S.C. 552(b)(6)",       "persoonlijke levenssfeer",                          "personal privacy"),
    ("b7",      "FOIA", "5 U.S.C. 552(b)(7)",       "opsporingsgegevens",                                "law enforcement records"),
    ("b7a",     "FOIA", "5 U.S.C. 552(b)(7)(A)",    "lopend onderzoek",                                  "interference with enforcement proceedings"),
    ("b7b",     "FOIA", "5 U.S.C. 552(b)(7)(B)",    "eerlijk proces",                                    "fair trial"),
    ("b7c",     "FOIA", "5 U.S.C. 552(b)(7)(C)",    "persoonlijke levenssfeer bij opsporing",            "personal privacy in enforcement records"),
    ("b7d",     "FOIA", "5 U.S.C. 552(b)(7)(D)",    "vertrouwelijke bronnen",                            "confidential sources"),
    ("b7e",     "FOIA", "5 U.S.C. 552(b)(7)(E)",    "opsporingstechnieken",                              "investigative techniques and guidelines"),
    ("b7f",     "FOIA", "5 U.S.C. 552(b)(7)(F)",    "leven en veiligheid van personen",                  "life or physical safety of a person"),
    ("b8",      "FOIA", "5 U.S.C. 552(b)(8)",       "toezicht op financiële instellingen",               "supervision of financial institutions"),
    ("b9",      "FOIA", "5 U.S.C. 552(b)(9)",       "geologische gegevens over putten",                  "geological facts about wells"),
)
# fmt: on

#: Every known ground by its code, in the order of the laws.
GROUNDS: Final[Mapping[str, Ground]] = MappingProxyType(
    {code: Ground(code=code, law=law, article=article, dutch=dutch, english=english) for code, law, article, dutch, english in _TABLE}
)
