"""A person's debates are found sitting by sitting, so that the newest ten take no sorting of them all."""

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.execute("DROP INDEX contributions_by_person")
    op.execute("CREATE INDEX contributions_by_person ON contributions (person_id, sitting_id, debate_id)")
