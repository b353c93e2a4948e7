"""What is moved at the foot of a Lords speech is no longer its speaker's; nor is every Lords deputy in the Chair."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
