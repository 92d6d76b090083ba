-- What a phone sends again after its network was cut is done once: who sent it, under which key, and a hash of what.
CREATE TABLE access.once (
    actor uuid NOT NULL,
    key text NOT NULL,
    said bytea NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX once_recorded ON access.once USING brin (recorded);
GRANT SELECT, INSERT, DELETE ON access.once TO yiwang_app;

-- What residents suggest and need: read by staff before everyone sees it, then voted on, then answered.
CREATE TABLE residents.proposal (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('suggestion', 'need')),
    text text NOT NULL,
    jurisdiction_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'open', 'answered', 'declined')),
    answer text NOT NULL DEFAULT '',
    votes integer NOT NULL DEFAULT 0 CHECK (votes >= 0),
    made_at timestamptz NOT NULL,
    settled_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL
);
CREATE INDEX proposal_shown ON residents.proposal (votes DESC, id DESC) WHERE state IN ('open', 'answered');
CREATE INDEX proposal_waiting ON residents.proposal (made_at, id) WHERE state = 'waiting';

-- One vote of one device; who it belongs to is not known here.
CREATE TABLE residents.vote (
    proposal_id uuid NOT NULL REFERENCES residents.proposal ON DELETE CASCADE,
    voter bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, voter)
);
GRANT SELECT, INSERT, UPDATE ON residents.proposal TO yiwang_app;
GRANT SELECT, INSERT, DELETE ON residents.vote TO yiwang_app;
