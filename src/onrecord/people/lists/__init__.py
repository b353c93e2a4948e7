"""Readers of official lists of people: one file per format, each from bytes to facts."""
