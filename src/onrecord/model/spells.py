"""How a spell's first and last day are called in JSON."""

SPELL = {"start": "from", "end": "to"}
"""`from` is a Python keyword; JSON keeps the contract's word."""
