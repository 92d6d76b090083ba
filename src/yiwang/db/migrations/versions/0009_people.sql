-- Organisations, posts, staff, telephone numbers, dated shifts. Every validity is half-open: [valid_from, valid_to).
CREATE SCHEMA people;

CREATE TABLE people.organisation (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('centre', 'street_centre', 'sector_station', 'neighbourhood_station',
        'key_place_station', 'department', 'contractor')),
    name text NOT NULL,
    short_name text NOT NULL,
    initials text NOT NULL,
    parent_id uuid REFERENCES people.organisation,
    jurisdiction_id uuid,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    recorded timestamptz NOT NULL
);
CREATE INDEX organisation_parent ON people.organisation (parent_id);
CREATE INDEX organisation_jurisdiction ON people.organisation (jurisdiction_id);

CREATE TABLE people.post (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES people.organisation,
    code text NOT NULL,
    name text NOT NULL,
    initials text NOT NULL,
    hours text NOT NULL CHECK (hours IN ('street_24h', 'neighbourhood', 'department', 'custom')),
    weekly jsonb NOT NULL DEFAULT '[]',
    zone text NOT NULL,
    urgent boolean NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    recorded timestamptz NOT NULL,
    UNIQUE (organisation_id, code)
);

-- Work numbers of a post or of an organisation: public inside the administration, so not encrypted.
CREATE TABLE people.telephone (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES people.organisation,
    post_id uuid REFERENCES people.post,
    kind text NOT NULL CHECK (kind IN ('duty', 'office', 'fax')),
    number text NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    recorded timestamptz NOT NULL
);
CREATE UNIQUE INDEX telephone_current ON people.telephone
    (organisation_id, coalesce(post_id, organisation_id), number) WHERE valid_to IS NULL;
CREATE INDEX telephone_post ON people.telephone (post_id);

-- Personal data: the name is shown to colleagues, the mobile number is sealed with the person's own key.
CREATE TABLE people.staff (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    name text NOT NULL,
    initials text NOT NULL,
    account_id uuid UNIQUE,
    mobile_sealed bytea,
    mobile_masked text,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    recorded timestamptz NOT NULL
);

CREATE TABLE people.appointment (
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES people.staff,
    post_id uuid NOT NULL REFERENCES people.post,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    recorded timestamptz NOT NULL
);
CREATE UNIQUE INDEX appointment_current ON people.appointment (post_id, staff_id) WHERE valid_to IS NULL;
CREATE INDEX appointment_staff ON people.appointment (staff_id);

-- Who is on. No shift is longer than a day and an hour, so a look-up reads the rows of two days and no more.
CREATE TABLE people.shift (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES people.organisation,
    post_id uuid NOT NULL REFERENCES people.post,
    staff_id uuid REFERENCES people.staff,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    mode text NOT NULL CHECK (mode IN ('on_site', 'online')),
    source text NOT NULL CHECK (source IN ('hours', 'roster')),
    recorded timestamptz NOT NULL,
    CHECK (ends > starts AND ends - starts <= interval '25 hours')
);
CREATE INDEX shift_unit ON people.shift (organisation_id, starts);
CREATE INDEX shift_post ON people.shift (post_id, starts);
CREATE INDEX shift_staff ON people.shift (staff_id, starts) WHERE staff_id IS NOT NULL;

GRANT USAGE ON SCHEMA people TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON people.organisation, people.post, people.telephone, people.staff, people.appointment
    TO yiwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON people.shift TO yiwang_app;
