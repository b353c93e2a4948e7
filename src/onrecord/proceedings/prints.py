"""How persons known from print alone are keyed."""

SCHEME = "printed/"
"""The scheme of their keys: `printed/lords-5-4-earlofcrewe`."""
