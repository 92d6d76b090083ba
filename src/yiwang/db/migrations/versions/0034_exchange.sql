-- Photos, notes, warnings and signs between platforms, beside the cases.

-- `shares`: what a peer is told of beside cases.
ALTER TABLE federation.peer ADD COLUMN shares text[] NOT NULL DEFAULT '{photos,notes,warnings,signs}';

-- A message may be about something else than a case (`about`). A photo is sealed when it is first sent, and its body
-- goes once it was answered: the photo itself is on disk.
ALTER TABLE federation.outbox ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE federation.outbox ALTER COLUMN body DROP NOT NULL;
ALTER TABLE federation.outbox ADD COLUMN about uuid;

-- The photos the peer has, its own included.
ALTER TABLE federation.link ADD COLUMN sent_photos uuid[] NOT NULL DEFAULT '{}';

-- A warning that is on two platforms. `path` are those it came over; `told` and `received` count units over there.
CREATE TABLE federation.warning (
    warning_id uuid NOT NULL,
    peer text NOT NULL REFERENCES federation.peer,
    ours boolean NOT NULL,
    remote_id uuid,
    remote_number text,
    path text[] NOT NULL DEFAULT '{}',
    told integer,
    received integer,
    refused text,
    changed timestamptz NOT NULL,
    PRIMARY KEY (warning_id, peer)
);
CREATE UNIQUE INDEX warning_remote ON federation.warning (peer, remote_id) WHERE NOT ours;

-- Values of signs as another platform has them; pruned after 400 days. `origin` is who computed it.
CREATE TABLE federation.sign_value (
    peer text NOT NULL REFERENCES federation.peer,
    origin text NOT NULL,
    code text NOT NULL,
    jurisdiction text NOT NULL,
    place uuid NOT NULL, -- the jurisdiction as it is here
    at timestamptz NOT NULL,
    value double precision,
    level text NOT NULL,
    n bigint,
    version integer NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (peer, origin, code, jurisdiction, at)
);
CREATE INDEX sign_value_recorded ON federation.sign_value (recorded);

GRANT SELECT, INSERT, UPDATE ON federation.warning TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON federation.sign_value TO yiwang_app;
