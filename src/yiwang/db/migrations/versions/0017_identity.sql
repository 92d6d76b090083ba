-- Ways in beside the password, second factors, what each role asks of its holders, and grants with a beginning and an end.

-- What a role asks of whoever signs in with it, and how it may be given; a role without a row asks nothing special.
CREATE TABLE access.policy (
    role text PRIMARY KEY,
    second_factor boolean NOT NULL,
    most_sessions smallint NOT NULL CHECK (most_sessions BETWEEN 1 AND 5),
    longest_minutes smallint NOT NULL CHECK (longest_minutes BETWEEN 15 AND 720),
    everywhere boolean NOT NULL,
    most_days integer CHECK (most_days BETWEEN 1 AND 3660),
    changed timestamptz NOT NULL,
    changed_by uuid NOT NULL
);

-- Where people may sign in instead of here. The secret is sealed with a key of the provider's own id.
CREATE TABLE access.provider (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('oidc', 'wecom')),
    label_zh text NOT NULL,
    label_en text NOT NULL,
    open boolean NOT NULL,
    two_factors boolean NOT NULL,
    settings jsonb NOT NULL,
    secret bytea,
    recorded timestamptz NOT NULL,
    changed timestamptz NOT NULL,
    changed_by uuid NOT NULL
);

-- Which account somebody is who signed in elsewhere. Registered ahead it has no subject yet, only a claim to expect.
CREATE TABLE access.link (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    provider_id uuid NOT NULL REFERENCES access.provider,
    issuer text NOT NULL,
    subject text,
    claim text,
    expected text,
    recorded timestamptz NOT NULL,
    linked_by uuid NOT NULL,
    bound timestamptz,
    last_used timestamptz,
    ended timestamptz,
    ended_by uuid,
    CHECK (subject IS NOT NULL OR (claim IS NOT NULL AND expected IS NOT NULL))
);
CREATE UNIQUE INDEX link_subject ON access.link (provider_id, issuer, subject) WHERE ended IS NULL;
CREATE UNIQUE INDEX link_expected ON access.link (provider_id, issuer, claim, expected)
    WHERE ended IS NULL AND subject IS NULL;
CREATE UNIQUE INDEX link_account ON access.link (account_id, provider_id) WHERE ended IS NULL;

-- Who proved to be somebody elsewhere and is nobody here: what an administrator needs to link them.
CREATE TABLE access.stranger (
    provider_id uuid NOT NULL REFERENCES access.provider,
    issuer text NOT NULL,
    subject text NOT NULL,
    shown text,
    first timestamptz NOT NULL,
    last timestamptz NOT NULL,
    PRIMARY KEY (provider_id, issuer, subject)
);

-- One-time codes by time. `draft` is a secret whose first code has not been seen yet.
CREATE TABLE access.totp (
    account_id uuid PRIMARY KEY REFERENCES access.account,
    secret bytea,
    draft bytea,
    last_step bigint NOT NULL DEFAULT 0,
    confirmed timestamptz,
    recorded timestamptz NOT NULL
);

CREATE TABLE access.recovery_code (
    account_id uuid NOT NULL REFERENCES access.account,
    code bytea NOT NULL,
    recorded timestamptz NOT NULL,
    used timestamptz,
    PRIMARY KEY (account_id, code)
);

CREATE TABLE access.passkey (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    host text NOT NULL,
    credential bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text[] NOT NULL,
    label text NOT NULL,
    recorded timestamptz NOT NULL,
    last_used timestamptz
);
CREATE INDEX passkey_account ON access.passkey (account_id);

-- Who has shown one factor and owes the second, or has to enrol one: no session, good for that and nothing else.
CREATE TABLE access.half_session (
    token bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    ways text[] NOT NULL,
    step text NOT NULL CHECK (step IN ('prove', 'enrol')),
    return_to text,
    recorded timestamptz NOT NULL,
    expires timestamptz NOT NULL
);

-- What waits for an answer from elsewhere: a trip to a provider, a challenge to a passkey. Each is used once.
CREATE TABLE access.handshake (
    token bytea PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('provider', 'passkey', 'new_passkey')),
    account_id uuid,
    detail jsonb NOT NULL,
    recorded timestamptz NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX handshake_over ON access.handshake (expires);

CREATE TABLE access.password_link (
    token bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES access.account,
    recorded timestamptz NOT NULL,
    made_by uuid NOT NULL,
    expires timestamptz NOT NULL
);

-- How a session began, and when its owner last proved again to be who they are.
ALTER TABLE access.session
    ADD COLUMN ways text[] NOT NULL DEFAULT '{password}',
    ADD COLUMN proved timestamptz;

ALTER TABLE access.holding ADD COLUMN until timestamptz;

-- A role to be held from a later day on: it becomes a holding when its time comes.
CREATE TABLE access.holding_ahead (
    id uuid PRIMARY KEY,
    holder uuid NOT NULL,
    role text NOT NULL,
    jurisdiction uuid,
    organisation uuid,
    since timestamptz NOT NULL,
    until timestamptz,
    recorded timestamptz NOT NULL,
    granted_by uuid NOT NULL,
    CHECK (until > since)
);
CREATE INDEX holding_ahead_holder ON access.holding_ahead (holder);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.policy, access.provider, access.link, access.stranger, access.totp,
    access.recovery_code, access.passkey, access.half_session, access.handshake, access.password_link,
    access.holding_ahead TO yiwang_app;
