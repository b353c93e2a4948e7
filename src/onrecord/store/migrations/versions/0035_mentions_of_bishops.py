"""More persons named in speeches are told: sittings in which they may be named are written anew by the next load."""

from alembic import op

revision = "0035"
down_revision = "0034"

_NAMED = ("ishop of ", "he Chancellor", "eader of the Opposition")


def upgrade() -> None:
    said = " OR ".join(f"instr(data, CAST('{words}' AS BLOB)) > 0" for words in _NAMED)
    op.execute(f"UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM contributions WHERE {said})")
