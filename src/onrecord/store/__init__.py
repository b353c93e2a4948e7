"""The record on disk: bytes in the vault, words and facts in one SQLite database."""
