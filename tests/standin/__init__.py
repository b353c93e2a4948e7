"""A stand-in for Parliament's services: real HTTP, fictional answers in the services' own shapes.

`python -m tests.standin` runs it and prints the settings that make On Record ask it. It can
misbehave in every way that a service has been seen to.
"""

from .server import StandIn

__all__ = ["StandIn"]
