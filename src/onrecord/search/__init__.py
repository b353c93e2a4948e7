"""Finding words: the full-text index beside the record, its query language, and what it answers.

The record is the truth, and the index only says where to look: it holds no text and no fact
that is shown, can be deleted and is made again, and carries the number of the record's
change up to which it has followed, so that the two are never read out of step.
"""
