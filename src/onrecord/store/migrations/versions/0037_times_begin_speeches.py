"""A printed time begins a speech, whoever runs the business asks nothing, and who answers is told better."""

from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM contributions"
        " WHERE kind IN ('intervention', 'supplementary', 'answer', 'written-answer'))"
    )
