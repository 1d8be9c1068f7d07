-- 站外链接: addresses of other sites that public documents name, and what became of the last look.
CREATE TABLE outward_link (
    address     text PRIMARY KEY CHECK (length(address) <= 2000),
    host        text NOT NULL,
    -- when a check last found it in a public document
    seen_at     timestamptz NOT NULL,
    visited_at  timestamptz,
    outcome     text CHECK (outcome IN
        ('ALIVE', 'DEAD', 'UNREACHABLE', 'UNREADABLE', 'NOT_ALLOWED', 'NOT_PUBLIC')),
    status      integer NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 599),
    -- visits that failed since it was last opened
    failures    integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    CHECK ((visited_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX outward_link_next ON outward_link (visited_at NULLS FIRST, address);
CREATE INDEX outward_link_host ON outward_link (host, visited_at);

GRANT SELECT, INSERT ON outward_link TO gongkai_app;
GRANT UPDATE (seen_at, visited_at, outcome, status, failures) ON outward_link TO gongkai_app;
