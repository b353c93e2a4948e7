"""The two lines that go with every text of the record that leaves (contract sections 8 and 10)."""

LICENCE = "Contains Parliamentary information licensed under the Open Parliament Licence v3.0."
NOT_OFFICIAL = "Not the Official Report."
