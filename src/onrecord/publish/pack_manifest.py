"""What stands beside an exported pack: every file and every contribution with its sha256, and that of the pack."""

from __future__ import annotations

from hashlib import sha256

from ..model import Pack, PackManifest
from .pack_sheet import contributions_of


def pack_manifest(pack: Pack, name: str, data: bytes) -> PackManifest:
    """The manifest of a pack that was written to a file called `name`."""
    cited = {c.id: c.citation for passage in pack.passages for c in passage.contributions}
    return PackManifest(
        bill=pack.bill.id,
        provision=pack.provision,
        query=pack.query,
        made=pack.made,
        archive=pack.archive,
        counts=pack.counts,
        sources=pack.sources,
        contributions=tuple(
            {"id": identity, "sha256": digest, "citation": cited.get(identity)}
            for identity, digest in contributions_of(pack).items()
        ),
        file=name,
        sha256=sha256(data).hexdigest(),
    )
