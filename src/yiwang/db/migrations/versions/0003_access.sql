-- Accounts and how they prove themselves, sessions, keys, who holds which role, the tree of scopes, audit.
CREATE SCHEMA access;

-- One row per (ancestor, descendant), the node itself at depth 0; valid_to NULL is the present tree.
CREATE TABLE access.closure (
    ancestor uuid NOT NULL,
    descendant uuid NOT NULL,
    depth smallint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('jurisdiction', 'organisation')),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    PRIMARY KEY (ancestor, descendant, valid_from)
);
CREATE UNIQUE INDEX closure_down ON access.closure (ancestor, descendant) WHERE valid_to IS NULL;
CREATE INDEX closure_up ON access.closure (descendant, ancestor) INCLUDE (depth, kind) WHERE valid_to IS NULL;

CREATE TABLE access.account (
    id uuid PRIMARY KEY,
    username text NOT NULL UNIQUE,
    name text NOT NULL,
    state text NOT NULL CHECK (state IN ('active', 'disabled')),
    recorded timestamptz NOT NULL
);

-- How an account proves itself; other kinds (certificate, single sign-on) come as further rows.
CREATE TABLE access.identity (
    account_id uuid NOT NULL REFERENCES access.account,
    kind text NOT NULL CHECK (kind IN ('password')),
    secret text NOT NULL,
    must_change boolean NOT NULL,
    changed timestamptz NOT NULL,
    PRIMARY KEY (account_id, kind)
);

-- Wrong passwords by the name that was typed, known or not, so that both lock alike.
CREATE TABLE access.attempt (
    username text PRIMARY KEY,
    failures integer NOT NULL,
    locked_until timestamptz,
    last timestamptz NOT NULL
);

CREATE TABLE access.session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    token bytea NOT NULL UNIQUE,
    started timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    address text,
    agent text,
    ended timestamptz,
    ended_by text
) WITH (fillfactor = 80);
CREATE INDEX session_open ON access.session (account_id, started) WHERE ended IS NULL;

CREATE TABLE access.application (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE,
    recorded timestamptz NOT NULL
);

CREATE TABLE access.api_key (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES access.application,
    purpose text NOT NULL,
    secret bytea NOT NULL,
    recorded timestamptz NOT NULL,
    created_by uuid NOT NULL,
    expires timestamptz,
    last_used timestamptz,
    ended timestamptz,
    ended_by uuid
) WITH (fillfactor = 80);
CREATE INDEX api_key_application ON access.api_key (application_id);

-- A role held by an account or by an API key, over two subtrees (NULL is the whole tree).
CREATE TABLE access.holding (
    id uuid PRIMARY KEY,
    holder uuid NOT NULL,
    role text NOT NULL,
    jurisdiction uuid,
    organisation uuid,
    recorded timestamptz NOT NULL,
    granted_by uuid NOT NULL,
    ended timestamptz,
    ended_by uuid
);
CREATE UNIQUE INDEX holding_now ON access.holding (holder, role, jurisdiction, organisation)
    NULLS NOT DISTINCT WHERE ended IS NULL;
CREATE INDEX holding_role ON access.holding (role) WHERE ended IS NULL;

-- The one-time token that makes the first administrator.
CREATE TABLE access.first_token (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    token bytea NOT NULL,
    made timestamptz NOT NULL,
    used timestamptz
);

-- One data key per person and per machine source, wrapped by the master key; NULL once erased.
CREATE TABLE access.data_key (
    subject_id uuid PRIMARY KEY,
    wrapped bytea,
    made timestamptz NOT NULL,
    erased timestamptz
);

-- Append-only: the running role may add and read, never change. xid and seq are the server's own.
CREATE TABLE access.audit (
    id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL,
    actor uuid NOT NULL,
    actor_kind text NOT NULL,
    actor_name text,
    session uuid,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id uuid,
    success boolean NOT NULL,
    detail jsonb NOT NULL
) PARTITION BY RANGE (recorded);
CREATE INDEX audit_order ON access.audit (xid, seq);
CREATE INDEX audit_object ON access.audit (object_id, xid);
CREATE INDEX audit_actor ON access.audit (actor, xid);
SELECT db.grow('access.audit');

-- A signed batch of audit rows, each chained to the one before it.
CREATE TABLE access.audit_seal (
    number bigint PRIMARY KEY,
    first_xid xid8 NOT NULL,
    first_seq bigint NOT NULL,
    last_xid xid8 NOT NULL,
    last_seq bigint NOT NULL,
    rows integer NOT NULL CHECK (rows > 0),
    digests bytea NOT NULL,
    previous bytea NOT NULL,
    head bytea NOT NULL,
    sealed timestamptz NOT NULL,
    key text NOT NULL,
    signature bytea NOT NULL
);

GRANT USAGE ON SCHEMA access TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.closure, access.account, access.identity, access.attempt,
    access.session, access.application, access.api_key, access.holding, access.first_token, access.data_key
    TO yiwang_app;
GRANT SELECT ON access.audit TO yiwang_app;
GRANT INSERT (id, at, recorded, actor, actor_kind, actor_name, session, action, object_type, object_id, success, detail)
    ON access.audit TO yiwang_app;
GRANT SELECT, INSERT ON access.audit_seal TO yiwang_app;
