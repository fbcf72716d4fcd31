"""Lines in, header blocks out: the lines Van, Verzonden, Aan, CC, Onderwerp and Bijlagen that open an e-mail, whole or damaged.

The hard part is that labels are misread, glued to their values, lost, or printed in a column of their own.
"""
