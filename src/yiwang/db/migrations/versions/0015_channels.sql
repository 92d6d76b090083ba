-- Channels in: messages that could not be taken, secrets of signed webhooks, signatures seen.

-- What was refused by a channel's mapping or rule: the message itself is kept sealed in events.raw.
CREATE TABLE events.refused_message (
    id uuid NOT NULL,
    channel text NOT NULL,
    source text NOT NULL,
    form text NOT NULL CHECK (form IN ('json', 'cloudevent')),
    raw_id uuid NOT NULL,
    digest bytea NOT NULL,
    status integer NOT NULL,
    detail text NOT NULL,
    faults jsonb NOT NULL,
    next_door jsonb,
    times integer NOT NULL DEFAULT 1,
    received timestamptz NOT NULL,
    settled timestamptz,
    report_id uuid,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (id, recorded)
) PARTITION BY RANGE (recorded);
CREATE INDEX refused_message_waiting ON events.refused_message (channel, received DESC, id DESC);
CREATE INDEX refused_message_same ON events.refused_message (source, digest) WHERE settled IS NULL;
SELECT db.grow('events.refused_message');

-- Secrets that messages of a channel are signed with; each is sealed with a data key of its own, erased when it ends.
CREATE TABLE events.webhook_secret (
    id uuid PRIMARY KEY,
    channel text NOT NULL,
    sealed bytea NOT NULL,
    made timestamptz NOT NULL,
    made_by uuid NOT NULL,
    ended timestamptz,
    used timestamptz
);
CREATE INDEX webhook_secret_channel ON events.webhook_secret (channel) WHERE ended IS NULL;

-- Signed messages seen within the tolerance: the same one is not taken twice. Swept as it is written.
CREATE TABLE events.webhook_seen (
    channel text NOT NULL,
    message_id text NOT NULL,
    sent_at bigint NOT NULL,
    seen timestamptz NOT NULL,
    PRIMARY KEY (channel, message_id, sent_at)
);
CREATE INDEX webhook_seen_when ON events.webhook_seen (seen);

-- Reports by time, as Open311 lists them.
CREATE INDEX report_reported ON events.report (reported_at);

GRANT SELECT, INSERT, UPDATE ON events.refused_message, events.webhook_secret TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON events.webhook_seen TO yiwang_app;
