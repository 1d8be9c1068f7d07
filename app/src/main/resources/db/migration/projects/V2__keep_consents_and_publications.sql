-- 投资方同意: which stages and which kinds of information the investor lets out, by which paper; and its end.
CREATE TABLE project_consent (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id  bigint NOT NULL REFERENCES key_project (id),
    given_by    text NOT NULL CHECK (given_by <> ''),
    given_on    date NOT NULL,
    stages      text[] NOT NULL CHECK (cardinality(stages) > 0 AND stages <@
        ARRAY ['APPROACH', 'LANDING', 'APPROVAL', 'EIA', 'CONSTRUCTION', 'ACCEPTANCE']),
    kinds       text[] NOT NULL CHECK (cardinality(kinds) > 0 AND kinds <@ ARRAY ['TALKS', 'AGREEMENT', 'SUPPORT']),
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text NOT NULL CHECK (file_name <> ''),
    person_id   bigint NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX project_consent_of ON project_consent (project_id, id);

CREATE TABLE project_consent_end (
    consent_id  bigint PRIMARY KEY REFERENCES project_consent (id),
    ended_on    date NOT NULL,
    ended_by    text NOT NULL CHECK (ended_by <> ''),
    reason      text NOT NULL DEFAULT '',
    person_id   bigint NOT NULL,
    at          timestamptz NOT NULL
);

-- 公开稿: the document made of a version of an entry, and what it was made of: reviewers sign that and nothing else.
CREATE TABLE project_publication (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id      bigint NOT NULL REFERENCES project_entry_version (id),
    consent_id      bigint REFERENCES project_consent (id),
    document_id     uuid NOT NULL UNIQUE,
    -- of the document's content, which nobody may then change
    sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    -- the newest screening that it was made from
    last_screening  bigint NOT NULL,
    prepared_by     bigint NOT NULL,
    prepared_at     timestamptz NOT NULL
);
CREATE INDEX project_publication_version ON project_publication (version_id, id DESC);
CREATE INDEX project_publication_consent ON project_publication (consent_id) WHERE consent_id IS NOT NULL;

-- What anybody may read of projects: written by the triggers of V3 and by nothing else.
CREATE TABLE project_public_entry (
    publication_id  bigint PRIMARY KEY REFERENCES project_publication (id),
    entry_id        bigint NOT NULL UNIQUE REFERENCES project_entry (id),
    project_id      bigint NOT NULL REFERENCES key_project (id),
    at              timestamptz NOT NULL
);
CREATE INDEX project_public_entry_of ON project_public_entry (project_id);

-- Of what is withheld it has the ground and no content.
CREATE TABLE project_public_field (
    publication_id  bigint NOT NULL REFERENCES project_public_entry (publication_id) ON DELETE CASCADE,
    position        integer NOT NULL,
    name            text NOT NULL,
    value           text,
    outcome         text NOT NULL,
    ground          text NOT NULL,
    PRIMARY KEY (publication_id, position),
    CHECK ((outcome = 'OPEN') = (value IS NOT NULL))
);

-- 公开与收回记录.
CREATE TABLE project_public_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    publication_id  bigint NOT NULL REFERENCES project_publication (id),
    project_id      bigint NOT NULL REFERENCES key_project (id),
    what            text NOT NULL CHECK (what IN ('RELEASED', 'CONSENT_ENDED', 'SCREENED', 'DOCUMENT_GONE')),
    at              timestamptz NOT NULL
);
CREATE INDEX project_public_event_of ON project_public_event (project_id, id);

GRANT SELECT ON project_consent, project_consent_end, project_publication, project_public_entry,
    project_public_field, project_public_event TO gongkai_app;
GRANT INSERT ON project_consent, project_consent_end, project_publication TO gongkai_app;
