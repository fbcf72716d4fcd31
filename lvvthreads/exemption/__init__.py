"""Lines in, redaction marks out: what a censor printed over a passage, with the legal ground it names.

The hard part is the spelling: OCR turns one ground into dozens of forms, and a box around the mark into letters.
"""
