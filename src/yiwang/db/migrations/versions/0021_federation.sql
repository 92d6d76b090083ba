-- Platforms of other levels: who they are, what waits for them and what came from them, in numbered order.
CREATE SCHEMA federation;

-- This platform's own signing and sealing keys; the private halves are sealed under a key of the key file.
CREATE TABLE federation.identity (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    sign_public bytea NOT NULL,
    seal_public bytea NOT NULL,
    sealed bytea NOT NULL,
    made timestamptz NOT NULL
);

-- `sent` and `received` are the numbers of the last message queued for the peer and of the last one taken from it.
CREATE TABLE federation.peer (
    name text PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    title text NOT NULL,
    url text NOT NULL,
    relation text NOT NULL CHECK (relation IN ('upper', 'lower')),
    sign_public bytea NOT NULL,
    seal_public bytea NOT NULL,
    api_key bytea, -- how we come in there; sealed
    application_id uuid NOT NULL, -- who comes in here with the key we gave
    jurisdictions text[] NOT NULL,
    personal text NOT NULL CHECK (personal IN ('none', 'masked', 'full')),
    unit_id uuid, -- the unit of our own that stands for the peer
    state text NOT NULL CHECK (state IN ('active', 'paused')),
    sent bigint NOT NULL DEFAULT 0,
    received bigint NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    next_try timestamptz,
    last_error text,
    last_sent timestamptz,
    last_heard timestamptz,
    recorded timestamptz NOT NULL
);

-- Pruned once answered long ago. The body is sealed for the peer: nobody here can open it again.
CREATE TABLE federation.outbox (
    peer text NOT NULL REFERENCES federation.peer,
    seq bigint NOT NULL,
    id uuid NOT NULL UNIQUE,
    kind text NOT NULL,
    case_id uuid NOT NULL,
    body bytea NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    answer jsonb,
    queued timestamptz NOT NULL,
    answered timestamptz,
    PRIMARY KEY (peer, seq)
);
CREATE INDEX outbox_waiting ON federation.outbox (peer, seq) WHERE state = 'waiting';
CREATE INDEX outbox_case ON federation.outbox (case_id);

-- What came, with the answer it got: the same message again gets the same answer, and nothing happens twice.
CREATE TABLE federation.inbox (
    peer text NOT NULL REFERENCES federation.peer,
    seq bigint NOT NULL,
    id uuid NOT NULL,
    digest bytea NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
    answer jsonb NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (peer, seq),
    UNIQUE (peer, id)
);
CREATE INDEX inbox_recorded ON federation.inbox (recorded);

-- A case that is on both platforms. `turn` counts how often it changed hands; `seen` is the owner's version of it that
-- was mirrored last; `sent_lines` are the lines of the timeline the peer has.
CREATE TABLE federation.link (
    case_id uuid NOT NULL,
    peer text NOT NULL REFERENCES federation.peer,
    remote_id uuid,
    remote_number text,
    owner text NOT NULL,
    turn integer NOT NULL,
    seen integer NOT NULL DEFAULT 0,
    sent_lines uuid[] NOT NULL DEFAULT '{}',
    changed timestamptz NOT NULL,
    PRIMARY KEY (case_id, peer)
);
CREATE UNIQUE INDEX link_remote ON federation.link (peer, remote_id) WHERE remote_id IS NOT NULL;

GRANT USAGE ON SCHEMA federation TO yiwang_app;
GRANT SELECT, INSERT ON federation.identity TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON federation.peer, federation.link TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON federation.outbox, federation.inbox TO yiwang_app;

-- Scenarios that come in by the door of `plugin`: what they declare, whether they run, what they did.
CREATE SCHEMA plugin;

CREATE TABLE plugin.scenario (
    name text PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    source text NOT NULL,
    state text NOT NULL CHECK (state IN ('refused', 'off', 'on', 'stopped')),
    manifest jsonb, -- NULL while it could not be read
    approved jsonb, -- what an administrator allowed it: reads, verbs, jurisdictions
    error jsonb,
    changed timestamptz NOT NULL,
    changed_by uuid,
    found timestamptz NOT NULL
);

-- When a rule by time runs next, and how the last run went.
CREATE TABLE plugin.rule (
    scenario text NOT NULL REFERENCES plugin.scenario,
    name text NOT NULL,
    next_due timestamptz,
    last_run timestamptz,
    runs bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (scenario, name)
);

-- Facts that wait for a rule; a row goes with the effects of the rule that took it.
CREATE TABLE plugin.pending (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scenario text NOT NULL REFERENCES plugin.scenario,
    rule text NOT NULL,
    fact jsonb NOT NULL,
    subject uuid NOT NULL,
    recorded timestamptz NOT NULL
);
CREATE INDEX pending_rule ON plugin.pending (scenario, rule, id);

-- Reads and verbs a scenario used, by day of the platform's zone.
CREATE TABLE plugin.use (
    scenario text NOT NULL REFERENCES plugin.scenario,
    day date NOT NULL,
    what text NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    rows bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (scenario, day, what)
);

-- Figures a rule put on a page.
CREATE TABLE plugin.figure (
    scenario text NOT NULL REFERENCES plugin.scenario,
    key text NOT NULL,
    value double precision NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (scenario, key)
);

GRANT USAGE ON SCHEMA plugin TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON plugin.scenario, plugin.use, plugin.figure TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON plugin.rule, plugin.pending TO yiwang_app;
