"""Messages in, the Correspondence out: links from child to parent with their evidence, threads, missing e-mails, and the graph.

The hard part is to know when no parent is better than a doubtful one.
"""
