"""Checking a quotation: was it said in these words?

`tokens` cuts words as they are compared, `quoted` reads what a quoter did to them (dots, brackets),
`standing` is a contribution's words with their voices, `exact` finds them verbatim, `nearest` finds
the passage that differs least, `prose` finds quotations in an article. Nothing here reads a file or
an index: `search.verifying` brings the contributions that may hold the words.
"""
