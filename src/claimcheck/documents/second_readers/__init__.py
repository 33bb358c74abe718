"""Second readers: each reads a kind of document by a library that shares nothing with the first.

What the two disagree on is in doubt (`claimcheck.documents.doubt`); the text stays the first one's.
A second reader is a module named for the kind of document. It defines MODULE, the name by which its
library is imported, DISTRIBUTION, the name by which that is installed, and `read`, as readers do;
the text that it returns has the same pages, in whatever order their lines are.
"""
