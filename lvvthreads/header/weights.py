"""What the decoder weighs, as a table of named numbers: all in log-odds, for above 0, against below.

:mod:`decode` adds up what a path through the lines of a document gains and loses; every number that it adds stands here,
so that they can be read side by side, and moved together.
They were set by hand on two releases, and checked on text kept aside and on invented releases.
``python -m tests.benchmarks.fit_weights`` fits them anew from where they stand, and ``--write`` puts what it finds in here.
Of 117 it moved one (``NO_LABEL["to"]``, to -1.6): two of 23 releases gained by it, both invented.
On invented releases of seeds that it had not seen, that won 0.003 of ``complete`` and lost 0.0002 of ``blocks``, and on the annotated ones nothing:
the numbers set by hand were kept.
Three in four of them can move by a fifth, alone, and the releases that are fitted on are read neither better nor worse.
The rooms read them as ``weights.NAME`` whenever they add them up, and copy none.
What bounds a rule (how long a line may be, how alike two words) is no weight, and stands beside its rule.
"""

from __future__ import annotations

# --- Blocks: what a path pays for a header block, whatever its lines hold (decode) ---

#: A block costs so much at all.
BLOCK = -4.0
#: It lacks a field; a sender and recipients are the lines that a censor's box swallows.
LACKS = {
    "from": -1.0,
    "sent": -2.5,
    "to": -0.5,
    "subject": -2.0,
}
#: It has neither a time nor a subject.
NEITHER_TIME_NOR_SUBJECT = -8.0
#: It has neither a time nor anyone it was sent to.
NEITHER_TIME_NOR_RECIPIENT = -3.5
#: It has one field and no other.
ONLY_ONE = -4.0
#: How readily a field opens a block: mail programs print the sender first; it is the line the censor's box most often swallows.
OPENS = {
    "from": 0.0,
    "sent": -1.0,
    "to": -2.0,
    "cc": -4.0,
    "bcc": -6.0,
    "subject": -3.0,
    "attachments": -7.0,
}
#: One field behind another, in the orders that mail programs print: Outlook (from sent to cc subject attachments), BlackBerry (from to sent subject),
#: Exchange's mailbox print (from to cc subject sent attachments), Apple Mail (from subject sent to).
FOLLOWS = {
    ("from", "sent"): 0.3,
    ("sent", "to"): 0.3,
    ("to", "cc"): 0.3,
    ("to", "subject"): 0.3,
    ("cc", "subject"): 0.3,
    ("subject", "attachments"): 0.3,
    ("from", "to"): 0.0,
    ("to", "sent"): 0.0,
    ("cc", "sent"): 0.0,
    ("sent", "subject"): 0.0,
    ("subject", "sent"): 0.0,
    ("sent", "attachments"): 0.0,
    ("cc", "bcc"): 0.0,
    ("bcc", "subject"): 0.0,
    ("from", "subject"): -0.5,
    ("sent", "cc"): -0.5,
    ("cc", "to"): -1.0,
    ("subject", "to"): -1.5,
    ("from", "cc"): -1.0,
}
#: Any other field behind another.
UNUSUAL = -2.5
#: Each blank line before a field.
GAP = -0.15

# --- Lines that are no field (offer) ---

#: Outside of blocks: an exact label, and a line that is a date with its time, for they seldom stand alone.
STRAY_LABEL = -2.5
STRAY_DATE = -1.5
#: Within a block: the remains of a box, a short line, running text.
SPECK = -0.2
SHORT_NOISE = -1.8
PROSE = -6.0

# --- Labels: what stands at the head of a line (label) ---

#: Spelled right and with its colon: that hardly ever opens a line of prose.
EXACT_COLON = 5.0
#: A semicolon stands for the colon.
SEMICOLON = -1.0
#: It begins with a small letter: with a separator, and without.
SMALL_LETTER = -0.5
SMALL_LETTER_BARE = -1.0
#: In a cell of a table.
EXACT_RULED = 4.0
#: Without separator: a long one, a short one.
EXACT_BARE = 2.2
SHORT_BARE = 0.9
#: Misread: for the share of letters that is right, above a share of so many.
FUZZY = 10.0
FUZZY_FLOOR = 0.45
#: Misread, and the right one is short: where a letter is lost or added, and where one is another.
FUZZY_SHORT_LENGTH = -2.2
FUZZY_SHORT = -1.0
#: Only the end of a long one is left.
FUZZY_TAIL = 1.5
#: What a misread one weighs, as a share, without separator; glued to its value, with a separator and without.
FUZZY_BARE = 0.6
FUZZY_GLUED_SEPARATED = 0.8
FUZZY_GLUED = 0.5
#: A misread short one, alone on its line.
LONE = 0.8
#: Glued to its value: a long one and a short one to the edge of a box, one to what is left of that edge, one to a capital.
GLUED_LONG = 2.5
GLUED_SHORT = 1.2
GLUED_STRAY = 0.7
GLUED_CAPITAL = 1.8

# --- Fields whose label is lost (offer) ---

#: What a field without its label pays.
NO_LABEL = {
    "from": -3.0,
    "sent": -2.0,
    "to": -2.0,
    "cc": -3.2,
    "subject": -1.8,
    "attachments": -2.8,
}
#: For the strength of a date whose label is lost.
DATE_ALONE = 0.8
#: What every field without label gains where a run of labels misses its values (columns).
VALUES_EXPECTED = 1.8

# --- Values: what stands behind a label (offer, evidence) ---

#: Nothing: where a time or a subject should be, and elsewhere.
EMPTY_NEEDED = -0.8
EMPTY = -0.3
#: For the strength of a date behind its label.
DATE = 0.6
#: No date: behind an exact label of one, and behind a damaged one.
NO_DATE_EXACT = -0.5
NO_DATE = -2.5
#: A day and no time behind it: a letter or memo dates itself so.
DAY_ALONE = -7.0
#: A date where people should be, and where a subject should be.
DATE_FOR_PEOPLE = -3.0
DATE_FOR_SUBJECT = -1.0
#: What tells a list of people.
PEOPLE = {
    # each of at most two redaction marks, and of two addresses
    "mark": 1.4,
    "address": 1.6,
    # an organisational unit
    "unit": 1.8,
    # a semicolon between two
    "semicolon": 0.5,
    # a surname, a comma, a given name
    "surname first": 1.5,
    # each word in small letters beyond the second
    "small word": -0.5,
}
#: What tells a subject: with a label behind which a prefix stands, or none; without label a prefix, or what may be one misread.
SUBJECT = {
    "labelled, prefix": 1.0,
    "labelled": 0.3,
    "prefix": 3.0,
    "prefix-like": 1.2,
}
#: A line repeats a subject read elsewhere: whole, in part; behind its label that counts by a share.
REPEATED = {
    "whole": 4.5,
    "part": 3.0,
    "share behind a label": 0.5,
}
#: What tells file names: with a label, without.
FILES = {
    "labelled": 1.0,
    "bare": 2.5,
}

# --- Further lines of a field (offer) ---

#: A line with an exact label of its own.
MORE_LABELLED = -4.0
#: More of a field that has one line; its date, or the time of it, on the line beneath.
MORE_OF_ONE = -3.5
MORE_DATE = 1.5
MORE_PEOPLE = {
    # of a sender
    "sender": -0.7,
    # somebody who is greeted
    "greeted": -4.0,
    # people, or what may be people behind a comma
    "people": 1.0,
    "behind a comma": 0.6,
    # what is left of a box, a short line
    "speck": -0.4,
    "short": -1.2,
    # anything else, its words in small letters on top
    "prose": -4.0,
    # behind a blank line; a date
    "gap": -0.3,
    "date": -3.0,
}
MORE_FILES = {
    "greeted": -4.0,
    "file": 1.0,
    "file behind a gap": -0.4,
    # no end of a file's name, behind a name that is open or whole
    "behind an open name": -0.6,
    "behind a whole name": -3.0,
    "gap": -1.5,
}
MORE_SUBJECT = {
    # behind a blank line, a greeting, people
    "apart": -5.0,
    # behind a line with room left, or a line that is long itself
    "behind room": -4.0,
    # it stands beneath its label, with a prefix, without
    "beneath, prefix": 1.5,
    "beneath": 0.2,
    # it goes on in small letters behind a line that is full, or open
    "in small letters": 0.8,
    # it is short, or goes on in small letters; anything else
    "short": -0.4,
    "other": -1.5,
}
