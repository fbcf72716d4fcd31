"""Strategies for noisy texts: headers whole and damaged, marks, prose, furniture, junk, and the example dossier with damage done to it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

DOSSIER = (Path(__file__).parents[1] / "examples" / "dossier.txt").read_text(encoding="utf-8")
_LINES = DOSSIER.split("\n")

_LABELS = st.sampled_from(
    [
        "Van:",
        "Van",
        "Aan:",
        "Verzonden:",
        "Onderwerp:",
        "CC:",
        "Bcc:",
        "Bijlagen:",
        "Datum:",
        "Urgentie:",
        "> Van:",
        "*Van:*",
        "Verz0nden:",
        "Onderwrep:",
        "erwerp:",
        "Aan1",
        "CCI",
        "VanI",
        "From:",
        "Sent:",
        "To:",
        "Subject:",
        "Date:",
        "Importance:",
        "",
        "LVV:",
    ]
)
_DATES = st.sampled_from(
    [
        "maandag 11 maart 2024 09:12",
        "maandag 17 maart 2024 14:05",
        "dinsdag 1? rnaart 2O24 08.31",
        "12-3-2024 10:20",
        "2024-03-12 10:20",
        "Tue, Mar 12, 2024 at 9:14 AM",
        "woensdag 31 februari 2024 25:61",
        "vrijdag 15 maart",
        "15 maart 2024",
        "99 xx 20l4 1l:1l",
        "16:40",
    ]
)
_PEOPLE = st.sampled_from(
    [
        "5.1.2.e - DG/WEG/PONT",
        "5.1.2e",
        "10.2.e; 10.2.e DG/WEG/JUR; Terpstra, drs. W.",
        "Terpstra, drs. W. - DG/WEG/DIR",
        "",
        "|_5.1.2.e_|",
        "5.1.2.e <5.1.2.e@oeverland.nl>",
        "W. Terpstra <w.terpstra@oeverland.nl>",
        "[mailto:5.1.2.e",
        "(b)(6)",
        "@oeverland.nl>; @oeverland.nl> 5.1.2.e",
    ]
)
_SUBJECTS = st.sampled_from(
    ["Dienstregeling veerpont", "RE: Dienstregeling veerpont", "FW: RI: Dienstregellng veerp0nt", "RE:", ": :", "LVV: pont", "Kosten", ""]
)
_VALUES = st.one_of(_DATES, _PEOPLE, _SUBJECTS)
_LABELLED = st.builds(lambda label, value: f"{label} {value}".strip(), _LABELS, _VALUES)
_PROSE = st.sampled_from(
    [
        "Van de vergadering is een verslag gemaakt.",
        "Aan: tafel",
        "Datum: 5 maart",
        "Graag uw reactie voor vrijdag 16:00 uur.",
        "Groet, 5.1.2.e",
        "Op 12 mrt. 2024 om 09:14 schreef 5.1.2.e <5.1.2.e@oeverbode.nl>:",
        "On 12 March 2024 at 09:14, A. Bos wrote:",
        "> Dag, hoe laat vaart de pont?",
        "Dit bericht is uitsluitend bestemd voor de geadresseerde.",
        "5.2.1",
        "buiten reikwijdte verzoek",
        "reeds beoordeeld in document 2",
    ]
)
_FURNITURE = st.sampled_from(
    ["", "", "", "1", "Document 3", "BIJLAGE 4", "|", "-----Original Message-----", "\f", "\fVan: 5.1.2.e", "- 3 -", " "]
)
_JUNK = st.one_of(
    st.text(max_size=40), st.sampled_from(["\ud800", "\x00", "\u202e", "\r", "\v", "ﬁ İ ß", "١٢ ²", "\ufeffVan: x", "￼", "Ａａｎ： x"])
)
_ANY_LINE = st.one_of(_LABELLED, _LABELLED, _PROSE, _FURNITURE, _JUNK)

#: A header in the order in which it is printed, now and then without one of its lines.
_BLOCK = st.builds(
    lambda *parts: [part for part in parts if part],
    st.builds("Van: {}".format, _PEOPLE),
    st.one_of(st.none(), st.builds("Verzonden: {}".format, _DATES)),
    st.builds("Aan: {}".format, _PEOPLE),
    st.one_of(st.none(), st.builds("CC: {}".format, _PEOPLE)),
    st.one_of(st.none(), st.builds("Onderwerp: {}".format, _SUBJECTS)),
)
_MIXED = st.lists(st.one_of(_BLOCK, st.lists(_ANY_LINE, max_size=4)), max_size=8).map(
    lambda parts: "\n".join(line for part in parts for line in part)
)


@st.composite
def _damaged_dossier(draw: st.DrawFn) -> str:
    """Cut a stretch out of the example dossier and damage some of its lines."""
    first = draw(st.integers(0, len(_LINES) - 20))
    lines = _LINES[first : first + draw(st.integers(20, 130))]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        place = draw(st.integers(0, len(line)))
        lines[at] = draw(
            st.sampled_from(
                [
                    line[place:],
                    line[:place],
                    line[:place] + line[place + 1 :],
                    line[:place] + "l" + line[place:],
                    f"{line[:place]}\x0c{line[place:]}",
                    line[:place] + line[place + 1 : place + 2] + line[place : place + 1] + line[place + 2 :],
                    line.swapcase(),
                    lines[0],
                    "",
                ]
            )
        )
    return "\n".join(lines)


#: Any text at all, as far as it may go wrong here.
TEXT = st.one_of(_MIXED, _damaged_dossier(), st.text(max_size=200))
