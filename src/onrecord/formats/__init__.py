"""Bytes to sittings, word for word: one file per official format, and `detect` to tell them apart."""
