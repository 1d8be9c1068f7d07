-- Two people who change a column at once see each other's change: each change counts.
ALTER TABLE site_column ADD COLUMN version integer NOT NULL DEFAULT 1;

GRANT UPDATE (version) ON site_column TO gongkai_app;
