"""The one catalogue of tables: an archive's database is made from it."""

from sqlalchemy import MetaData

metadata = MetaData()
