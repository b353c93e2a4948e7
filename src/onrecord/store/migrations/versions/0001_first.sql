CREATE TABLE aliases (
    alias VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    PRIMARY KEY (alias)
)
 WITHOUT ROWID;

CREATE INDEX aliases_by_sitting ON aliases (sitting_id);

CREATE TABLE debate_departments (
    debate_id VARCHAR NOT NULL,
    department VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    PRIMARY KEY (debate_id, department)
);

CREATE INDEX debates_by_department ON debate_departments (department);

CREATE INDEX departments_by_sitting ON debate_departments (sitting_id);

CREATE TABLE documents (
    sha256 VARCHAR(64) NOT NULL,
    path TEXT NOT NULL,
    format VARCHAR NOT NULL,
    sittings INTEGER NOT NULL,
    contributions INTEGER NOT NULL,
    words INTEGER NOT NULL,
    buckets TEXT NOT NULL,
    warnings TEXT NOT NULL,
    first_seen VARCHAR NOT NULL,
    last_checked VARCHAR NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE lists (
    sha256 VARCHAR(64) NOT NULL,
    path TEXT NOT NULL,
    format VARCHAR NOT NULL,
    facts INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    first_seen VARCHAR NOT NULL,
    last_checked VARCHAR NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE marks (
    "key" VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    house VARCHAR NOT NULL,
    PRIMARY KEY ("key", sitting_id)
)
 WITHOUT ROWID;

CREATE INDEX marks_by_sitting ON marks (sitting_id);

CREATE TABLE permalinks (
    path VARCHAR NOT NULL,
    section_id VARCHAR NOT NULL,
    PRIMARY KEY (path)
);

CREATE INDEX permalinks_by_section ON permalinks (section_id);

CREATE TABLE person_keys (
    "key" VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID;

CREATE INDEX keys_by_person ON person_keys (person_id);

CREATE TABLE person_names (
    folded VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    PRIMARY KEY (folded, person_id)
)
 WITHOUT ROWID;

CREATE INDEX names_by_person ON person_names (person_id);

CREATE TABLE persons (
    person_id VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (person_id),
    UNIQUE (slug)
);

CREATE TABLE sittings (
    id VARCHAR NOT NULL,
    house VARCHAR NOT NULL,
    chamber VARCHAR NOT NULL,
    date DATE NOT NULL,
    volume INTEGER,
    session VARCHAR,
    publication VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    contributions INTEGER NOT NULL,
    words INTEGER NOT NULL,
    unresolved INTEGER NOT NULL,
    divisions INTEGER NOT NULL,
    first_column VARCHAR,
    last_column VARCHAR,
    stale BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX sittings_by_date ON sittings (date, chamber);

CREATE TABLE contributions (
    id VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    debate_id VARCHAR,
    section_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    voice VARCHAR,
    person_id VARCHAR,
    role VARCHAR,
    grouping INTEGER,
    number VARCHAR,
    floor VARCHAR,
    words INTEGER NOT NULL,
    named BOOLEAN NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sitting_id) REFERENCES sittings (id)
);

CREATE INDEX contributions_by_debate ON contributions (debate_id, ordinal);

CREATE INDEX contributions_by_person ON contributions (person_id, debate_id);

CREATE INDEX contributions_by_sitting ON contributions (sitting_id, ordinal);

CREATE TABLE divisions (
    id VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    section_id VARCHAR NOT NULL,
    debate_id VARCHAR,
    ordinal INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sitting_id) REFERENCES sittings (id)
);

CREATE INDEX divisions_by_debate ON divisions (debate_id, ordinal);

CREATE INDEX divisions_by_sitting ON divisions (sitting_id);

CREATE TABLE editions (
    sitting_id VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    edition VARCHAR NOT NULL,
    residue BOOLEAN NOT NULL,
    whole BOOLEAN NOT NULL,
    leading BOOLEAN NOT NULL,
    changes INTEGER NOT NULL,
    PRIMARY KEY (sitting_id, sha256),
    FOREIGN KEY(sha256) REFERENCES documents (sha256)
);

CREATE TABLE sections (
    id VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    debate_id VARCHAR,
    parent_id VARCHAR,
    depth INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    title TEXT NOT NULL,
    folded TEXT NOT NULL,
    department VARCHAR,
    bill VARCHAR,
    stage VARCHAR,
    permalink VARCHAR NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(sitting_id) REFERENCES sittings (id)
);

CREATE INDEX sections_by_bill ON sections (bill);

CREATE INDEX sections_by_debate ON sections (debate_id, ordinal);

CREATE INDEX sections_by_sitting ON sections (sitting_id, ordinal);

CREATE TABLE stamps (
    sitting_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    section_id VARCHAR NOT NULL,
    debate_id VARCHAR,
    time VARCHAR NOT NULL,
    PRIMARY KEY (sitting_id, ordinal),
    FOREIGN KEY(sitting_id) REFERENCES sittings (id)
);
