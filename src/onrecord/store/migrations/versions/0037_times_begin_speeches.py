"""A printed time begins a speech, and whoever runs the business asks nothing: such sittings are written anew."""

from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM contributions"
        " WHERE kind IN ('intervention', 'supplementary'))"
    )
