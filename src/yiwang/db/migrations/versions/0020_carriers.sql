-- Carriers beside the inbox: one outbox, claimed with a lease, and what decides when and how somebody is told.

-- waiting → leased (claimed; nothing has left) → sending (bytes may have left) → sent, failed or uncertain.
-- held waits for its person's digest, gathered went into one; cancelled was taken back by an administrator.
ALTER TABLE notices.outbox DROP CONSTRAINT outbox_state_check;
ALTER TABLE notices.outbox
    ADD CONSTRAINT outbox_state_check CHECK (state IN ('waiting', 'held', 'gathered', 'leased', 'sending', 'sent',
                                                       'failed', 'uncertain', 'cancelled')),
    ADD COLUMN lane text, -- what fails together: a carrier, or one webhook subscription
    ADD COLUMN account_id uuid,
    ADD COLUMN post_id uuid,
    ADD COLUMN urgency text NOT NULL DEFAULT 'normal' CHECK (urgency IN ('urgent', 'normal', 'low')),
    ADD COLUMN give_up timestamptz,
    ADD COLUMN first_try timestamptz,
    ADD COLUMN doubtful boolean NOT NULL DEFAULT false, -- an earlier try may have got through
    ADD COLUMN lease_by uuid,
    ADD COLUMN lease_until timestamptz,
    ADD COLUMN part_of uuid,
    ADD COLUMN error text,
    ADD COLUMN provider_ref text,
    ADD COLUMN receipt text CHECK (receipt IN ('delivered', 'read', 'failed')),
    ADD COLUMN receipt_at timestamptz,
    ADD COLUMN ended timestamptz;
DROP INDEX notices.outbox_waiting;
CREATE INDEX outbox_due ON notices.outbox (lane, next_try) WHERE state = 'waiting';
CREATE INDEX outbox_late ON notices.outbox (give_up) WHERE state IN ('waiting', 'held');
CREATE INDEX outbox_leased ON notices.outbox (lease_until) WHERE state IN ('leased', 'sending');
CREATE INDEX outbox_held ON notices.outbox (next_try) WHERE state = 'held';
CREATE INDEX outbox_listed ON notices.outbox (recorded DESC, id DESC) WHERE carrier <> 'inbox';
CREATE INDEX outbox_ref ON notices.outbox (carrier, provider_ref) WHERE provider_ref IS NOT NULL;

-- A gateway by its declaration; `secrets` is JSON sealed under the carrier's own id.
CREATE TABLE notices.carrier (
    code text PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('mail', 'sms', 'wecom')),
    settings jsonb NOT NULL,
    secrets bytea,
    enabled boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    changed timestamptz NOT NULL,
    changed_by uuid NOT NULL
);

-- Where a person is reached: sealed with the account's own key.
CREATE TABLE notices.contact (
    account_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('mail', 'sms', 'wecom')),
    sealed bytea NOT NULL,
    masked text NOT NULL,
    changed timestamptz NOT NULL,
    PRIMARY KEY (account_id, kind)
);

-- Carriers in the order they are tried after the inbox; times of day at which the low ones come together.
CREATE TABLE notices.preference (
    account_id uuid PRIMARY KEY,
    carriers text[] NOT NULL,
    digests time[] NOT NULL,
    zone text NOT NULL,
    changed timestamptz NOT NULL
);

-- Quiet hours of a person (an account) or of a post; urgent messages pass.
CREATE TABLE notices.quiet (
    subject_id uuid PRIMARY KEY,
    starts time NOT NULL,
    ends time NOT NULL CHECK (ends <> starts),
    zone text NOT NULL,
    changed timestamptz NOT NULL
);

-- A lane that failed of late; while it is open nothing is tried on it.
CREATE TABLE notices.circuit (
    lane text PRIMARY KEY,
    failures integer NOT NULL,
    openings integer NOT NULL DEFAULT 0,
    open_until timestamptz,
    error text NOT NULL,
    changed timestamptz NOT NULL
);

-- Who is told of facts by signed webhook, of which types, of which part of the city; (xid, seq) is how far.
CREATE TABLE notices.subscription (
    id uuid PRIMARY KEY,
    application text NOT NULL,
    purpose text NOT NULL,
    url text NOT NULL,
    types text[] NOT NULL,
    jurisdiction uuid,
    organisation uuid,
    secret bytea NOT NULL,
    former bytea,
    former_until timestamptz,
    state text NOT NULL CHECK (state IN ('active', 'suspended', 'ended')),
    xid xid8 NOT NULL,
    seq bigint NOT NULL,
    version integer NOT NULL DEFAULT 1,
    recorded timestamptz NOT NULL,
    created_by uuid NOT NULL,
    ended timestamptz
);

GRANT SELECT, INSERT, UPDATE ON notices.carrier, notices.subscription TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notices.contact, notices.preference, notices.quiet, notices.circuit
    TO yiwang_app;
