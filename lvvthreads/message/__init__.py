"""Header blocks in, messages out: each block gets its body and becomes a witness, and witnesses of one e-mail become one message.

The hard part is to tell two damaged copies of one e-mail from two e-mails that look alike.
"""
