"""The words that the people of invented releases write: names, subjects, sentences, files, and documents that are no mail."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

SALUTATIONS: Final = MappingProxyType({"nl": ("Beste {who},", "Hoi {who},", "Dag {who},"), "en": ("Dear {who},", "Hi {who},", "{who},")})
EVERYBODY: Final = MappingProxyType({"nl": "allen", "en": "all"})
CLOSINGS: Final = MappingProxyType(
    {"nl": ("Met vriendelijke groet,", "Groet,", "Groeten,", "Hartelijke groet,"), "en": ("Kind regards,", "Best,", "Regards,", "Thanks,")}
)
#: What an office puts beneath the name: {phone} and {address} are the writer's.
SIGNATURES: Final = MappingProxyType(
    {
        "nl": (
            (
                "Senior beleidsmedewerker",
                "Ministerie van Havens en Wegen",
                "Directie Beheer en Onderhoud",
                "T 070 555 01 {number} | M {phone}",
            ),
            (
                *("Afdeling Subsidies", "........................................................................"),
                *("Ministerie van Havens en Wegen", "Kadelaan {number} | 2500 ZZ | {place}", "Postbus 20{number} | 2500 ZZ | {place}"),
                *("........................................................................", "M {phone}", "{address}", "www.minlog.nl"),
            ),
            ("Projectleider", "Gemeente {place}, afdeling Openbare Ruimte", "Bezoekadres: Markt {number}, {place}", "Tel: {phone}"),
            ("Secretariaat directie Beheer", "E: {address}", "Aanwezig: ma, di, do"),
        ),
        "en": (
            ("Senior Policy Officer", "Department of Harbours and Roads", "Room {number}, Quay House", "Mobile: {phone}"),
            ("Deputy Director, Grants", "Office: 555 01{number} | Cell: {phone}", "{address}"),
            (
                *("Programme Manager", "________________________________", "Council of {place}, Public Spaces"),
                *("{number} Market Square, {place}", "Tel. {phone}", "www.state-works.gov"),
            ),
        ),
    }
)
#: Lines with which a mail is only passed on.
PASSED_ON: Final = MappingProxyType(
    {
        "nl": ("Ter info.", "Zie hieronder.", "Graag jouw reactie.", "Pak jij dit op?"),
        "en": ("FYI.", "See below.", "Please advise.", "Can you take this?"),
    }
)
#: Subjects: a matter, and what is done with it.
MATTERS: Final = MappingProxyType(
    {
        "nl": (
            "veerdienst Oostwal",
            "sluis Wijdewater",
            "fietsbrug Noorderkade",
            "subsidieregeling dorpshuizen",
            "pilot nachtbus",
            "herinrichting stationsplein",
            "opvang hoogwater",
            "jaarverslag havendienst",
            "verbouwing archief",
            "tarieven parkeren",
            "inkoop zoutstrooiers",
            "convenant wijkteams",
            "uitrol digitale loketten",
            "beheerplan duinpad",
            "zwembad Lage Akker",
            "monumentenlijst",
            "bomenkap singel",
            "inspectie speeltuinen",
            "regeling schooltuinen",
            "marktverordening",
        ),
        "en": (
            "ferry at Easthaven",
            "lock gate repairs",
            "night bus pilot",
            "village hall grants",
            "station square",
            "harbour report",
            "flood shelter plan",
            "archive move",
            "parking tariffs",
            "salt spreader tender",
            "district teams",
            "digital counters",
            "dune path upkeep",
            "swimming pool lease",
            "listed buildings",
            "tree felling",
            "playground checks",
            "school gardens",
            "market by-law",
            "museum loan",
        ),
    }
)
TASKS: Final = MappingProxyType(
    {
        "nl": (
            "planning",
            "concept brief",
            "vragen gemeente",
            "stand van zaken",
            "voorstel",
            "begroting 2e helft",
            "agenda overleg",
            "reactie pers",
            "notitie",
            "afspraken",
            "uitnodiging",
            "verslag",
        ),
        "en": (
            "planning",
            "draft letter",
            "questions",
            "state of play",
            "proposal",
            "budget second half",
            "agenda",
            "press line",
            "memo",
            "agreements",
            "invitation",
            "minutes",
        ),
    }
)
#: Sentences with slots: {matter}, {number}, {day}, {place}, {thing}.
SENTENCES: Final = MappingProxyType(
    {
        "nl": (
            "Ik heb de stukken over {thing} vanochtend doorgenomen en heb nog {number} opmerkingen.",
            "Kun je voor {day} laten weten of {place} akkoord is met {thing}?",
            "De bijeenkomst in {place} is verplaatst naar {day}, dus er is iets meer tijd.",
            "Volgens de laatste telling gaat het om {number} aanvragen, vooral uit {place}.",
            "Ik stel voor dat wij {thing} eerst intern bespreken.",
            "Hier moeten we echt even naar kijken voordat het naar {place} gaat.",
            "Over {thing} bestaat bij de collega's nog geen overeenstemming.",
            "De kosten komen nu uit op {number} duizend euro per jaar.",
            "Bel me gerust als {thing} vragen oproept.",
            "Wie neemt {day} contact op met {place}?",
            "In de bijlage staat de aangepaste versie met {number} wijzigingen.",
            "Dank voor de snelle reactie, hier kunnen we mee verder.",
            "Het lijkt mij goed om {thing} niet langer uit te stellen.",
            "We wachten nog op een bericht uit {place}, ik verwacht dat {day}.",
            "Punt {number} van de lijst kan wat mij betreft vervallen.",
            "Zonder {thing} halen we de termijn niet.",
        ),
        "en": (
            "I went through the papers on {thing} this morning and have {number} remarks.",
            "Could you let me know by {day} whether {place} agrees with {thing}?",
            "The meeting in {place} has been moved to {day}, so there is a little more time.",
            "At the last count there were {number} requests, most of them from {place}.",
            "I suggest that we discuss {thing} among ourselves first.",
            "We really need to look at this before it goes to {place}.",
            "Colleagues do not yet agree about {thing}.",
            "The cost now comes to {number} thousand a year.",
            "Call me if {thing} raises questions.",
            "Who will contact {place} on {day}?",
            "The amended version attached has {number} changes.",
            "Thank you for the quick answer, this will do.",
            "I think we should not put off {thing} any longer.",
            "We are still waiting to hear from {place}, I expect that {day}.",
            "Item {number} of the list can go as far as I am concerned.",
            "Without {thing} we will not meet the deadline.",
        ),
    }
)
PLACES: Final = (
    "Oostwal",
    "Wijdewater",
    "Noorderkade",
    "Lage Akker",
    "Rietmonde",
    "Zandhoek",
    "Veenburg",
    "Klaverdijk",
    "Meerstad",
    "Dorpsbeek",
)
THINGS: Final = MappingProxyType(
    {
        "nl": (
            "het ontwerp",
            "de brief",
            "de planning",
            "het rooster",
            "de nota",
            "het contract",
            "de vergunning",
            "de kaart",
            "het onderzoek",
            "de lijst",
        ),
        "en": (
            "the design",
            "the letter",
            "the planning",
            "the rota",
            "the memo",
            "the contract",
            "the permit",
            "the map",
            "the survey",
            "the list",
        ),
    }
)
FILES: Final = MappingProxyType(
    {
        "nl": (
            "Concept {task}.docx",
            "{task} v{number}.docx",
            "Overzicht {place}.xlsx",
            "Presentatie {place}.pptx",
            "image{number:03}.jpg",
            "Bijlage {number}.pdf",
        ),
        "en": (
            "Draft {task}.docx",
            "{task} v{number}.docx",
            "Overview {place}.xlsx",
            "Slides {place}.pptx",
            "image{number:03}.jpg",
            "Annex {number}.pdf",
        ),
    }
)
#: What stands between the mails of a release and is none: a memo, a letter, a table.
OTHERS: Final = MappingProxyType(
    {
        "nl": (
            (
                "NOTA",
                "",
                "Onderwerp {matter}",
                "",
                "Aanleiding",
                "Op {day} is gevraagd naar {thing}. Hieronder staat kort wat er is",
                "gebeurd, en wat er van {place} wordt verwacht.",
                "",
                "Advies",
                "Instemmen met {thing}.",
            ),
            (
                "Geachte heer, mevrouw,",
                "",
                "Van de gemeente {place} ontvingen wij uw vragen over {thing}.",
                "Aan de beantwoording wordt gewerkt; u hoort uiterlijk {day} van ons.",
                "",
                "Hoogachtend,",
            ),
            (
                "Overzicht {place}",
                "",
                "Nr.   Aanvrager        Datum        Bedrag",
                "1     Dorpshuis        03-02        {number}",
                "2     Buurthuis        11-02        1{number}",
                "3     Speeltuin        19-02        2{number}",
                "Totaal                              4{number}",
            ),
        ),
        "en": (
            (
                "MEMORANDUM",
                "",
                "Re {matter}",
                "",
                "Background",
                "On {day} a question was put about {thing}. This note says what has",
                "been done, and what is expected of {place}.",
                "",
                "Advice",
                "Agree to {thing}.",
            ),
            (
                "Dear Sir or Madam,",
                "",
                "From the council of {place} we received your questions on {thing}.",
                "To answer them takes some time; you will hear from us by {day}.",
                "",
                "Yours faithfully,",
            ),
            (
                "Overview {place}",
                "",
                "No.   Applicant        Date         Amount",
                "1     Village hall     03-02        {number}",
                "2     Club house       11-02        1{number}",
                "3     Playground       19-02        2{number}",
                "Total                               4{number}",
            ),
        ),
    }
)
SURNAMES: Final = """
Aalders Bergsma Brouwer Coenen Dekkers Driessen Elzinga Faber Geurts Groothuis Haverkamp Heijmans Hofstra Jansma Kerkhof Kloosterman
Kuipers Lansink Loman Meulen Mulderij Nijhof Oosting Overbeek Pennings Postma Reinders Rozema Schippers Slagter Sluiter Terpstra
Timmers Veldman Verhagen Visscher Vrieling Wagenaar Westra Wolters Zandstra Zijlstra Abbott Barlow Carver Dalton Eastwood Fairley
Garner Holloway Ingram Keating Lambert Merrick Norwood Osborne Prescott Quigley Radford Sheldon Tilbury Underhill Vickers Whitlock
"""
GIVEN_NAMES: Final = """
Anna Bart Carla Daan Eline Frits Greet Hugo Ineke Joost Karin Leo Marit Niels Olga Pieter Ruth Sander Tessa Ursula Vera Wim Yvonne
Alan Beth Colin Diane Edward Fiona Graham Helen Ian Julia Keith Laura Martin Nora Oliver Paula Robert Sarah Thomas Victoria
"""
TITLES: Final = ("", "", "", "mr. ", "drs. ", "dr. ", "ir. ", "mr. dr. ", "ing. ")
DOMAINS: Final = ("minlog.nl", "wegdienst.nl", "oostwal.nl", "havendienst.nl", "provincieveen.nl", "state-works.gov", "example-press.com")
