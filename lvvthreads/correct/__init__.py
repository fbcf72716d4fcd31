"""A person's corrections, as plain data the rooms below obey.

A file of corrections in, their places in the texts of a dossier out, and in the end what became of each.
The hard part is to find a place again when the lines have shifted and another scan reads other letters.
"""
