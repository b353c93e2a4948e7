"""The outside world: Parliament's own services, asked politely, and what they answered.

A source brings bytes and says where they came from; it never reads the proceedings in them.
It knows of the lists by which a service says what there is (sitting days, the sections of a
day, pages of statements) only what it takes to ask for the rest. `client` is the one way
out, `desk` keeps what came until it is loaded, and each official service has a file.
"""
