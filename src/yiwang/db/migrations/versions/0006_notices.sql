-- Messages to people and systems: one outbox, many carriers; the inbox is the one carrier there is so far.
CREATE SCHEMA notices;

-- One row per recipient, carrier and thing to tell: what keeps a message from being sent twice, whatever is retried.
CREATE TABLE notices.outbox (
    id uuid PRIMARY KEY,
    carrier text NOT NULL,
    address text NOT NULL,
    dedupe_key text NOT NULL,
    payload jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    next_try timestamptz,
    recorded timestamptz NOT NULL,
    UNIQUE (carrier, address, dedupe_key)
);
CREATE INDEX outbox_waiting ON notices.outbox (next_try) WHERE state = 'waiting';
CREATE INDEX outbox_recorded ON notices.outbox (recorded);

CREATE TABLE notices.notice (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    text text NOT NULL,
    link text NOT NULL,
    object_type text NOT NULL,
    object_id uuid,
    read_at timestamptz,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (id, recorded)
) PARTITION BY RANGE (recorded);
CREATE INDEX notice_inbox ON notices.notice (account_id, at DESC, id DESC);
CREATE INDEX notice_unread ON notices.notice (account_id) WHERE read_at IS NULL;
SELECT db.grow('notices.notice');

GRANT USAGE ON SCHEMA notices TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notices.outbox TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON notices.notice TO yiwang_app;
