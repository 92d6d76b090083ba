-- Jurisdictions and their boundaries, grids, addresses, map features, counts. A NULL valid_from means: as far back as known.
CREATE SCHEMA places;

-- Goes up by one with every change of tree, boundaries or grids: whoever keeps them in memory compares it.
-- Its row is also the lock that lets one change of the tree follow another.
CREATE TABLE places.edition (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    number bigint NOT NULL
);
INSERT INTO places.edition (number) VALUES (1);

CREATE TABLE places.jurisdiction (
    id uuid PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('city', 'district', 'street', 'sector', 'neighbourhood', 'station')),
    schematic boolean NOT NULL,
    source text NOT NULL,
    recorded timestamptz NOT NULL
);

-- What a jurisdiction was called and where it hung, from when to when.
CREATE TABLE places.placing (
    jurisdiction_id uuid NOT NULL REFERENCES places.jurisdiction,
    code text NOT NULL,
    name text NOT NULL,
    parent_id uuid REFERENCES places.jurisdiction,
    valid_from timestamptz,
    valid_to timestamptz CHECK (valid_to > valid_from),
    UNIQUE NULLS NOT DISTINCT (jurisdiction_id, valid_from)
);
CREATE UNIQUE INDEX placing_now ON places.placing (jurisdiction_id) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX placing_code ON places.placing (code) WHERE valid_to IS NULL;
CREATE INDEX placing_parent ON places.placing (parent_id);

-- Polygons are WKB in degrees, CGCS2000.
CREATE TABLE places.boundary (
    id uuid PRIMARY KEY,
    jurisdiction_id uuid NOT NULL REFERENCES places.jurisdiction,
    wkb bytea NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    schematic boolean NOT NULL,
    valid_from timestamptz,
    valid_to timestamptz CHECK (valid_to > valid_from),
    recorded timestamptz NOT NULL,
    UNIQUE (jurisdiction_id, version)
);
CREATE UNIQUE INDEX boundary_now ON places.boundary (jurisdiction_id) WHERE valid_to IS NULL;

CREATE TABLE places.grid_system (
    code text PRIMARY KEY,
    zh text NOT NULL,
    en text NOT NULL
);
INSERT INTO places.grid_system VALUES
    ('basic', '基础网格', 'Unit grid'),
    ('police', '警务网格', 'Police grid'),
    ('governance', '综治网格', 'Social-governance grid'),
    ('river', '河道网格', 'River grid');

CREATE TABLE places.grid_cell (
    id uuid PRIMARY KEY,
    system text NOT NULL REFERENCES places.grid_system,
    code text NOT NULL,
    name text NOT NULL,
    jurisdiction_id uuid REFERENCES places.jurisdiction,
    wkb bytea NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    schematic boolean NOT NULL,
    valid_from timestamptz,
    valid_to timestamptz CHECK (valid_to > valid_from),
    recorded timestamptz NOT NULL,
    UNIQUE (system, code, version)
);
CREATE UNIQUE INDEX grid_cell_now ON places.grid_cell (system, code) WHERE valid_to IS NULL;
CREATE INDEX grid_cell_jurisdiction ON places.grid_cell (jurisdiction_id);

-- One row per road, lane, number, building, unit, floor and room; `normalised` is the whole path in one spelling.
CREATE TABLE places.address (
    id uuid PRIMARY KEY,
    parent_id uuid REFERENCES places.address,
    level text NOT NULL
        CHECK (level IN ('road', 'lane', 'branch_lane', 'number', 'building', 'unit', 'floor', 'room', 'crossing')),
    name text NOT NULL,
    text text NOT NULL,
    normalised text NOT NULL,
    district text NOT NULL,
    jurisdiction_id uuid REFERENCES places.jurisdiction,
    lon double precision,
    lat double precision,
    floor text,
    source text NOT NULL,
    valid_from timestamptz,
    valid_to timestamptz CHECK (valid_to > valid_from),
    recorded timestamptz NOT NULL,
    CHECK ((lon IS NULL) = (lat IS NULL))
);
CREATE UNIQUE INDEX address_now ON places.address (normalised, district) WHERE valid_to IS NULL;
-- The one above holds open addresses only; looking up goes back in time.
CREATE INDEX address_path ON places.address (normalised text_pattern_ops);
CREATE INDEX address_road ON places.address (normalised text_pattern_ops) WHERE level IN ('road', 'crossing');
CREATE INDEX address_parent ON places.address (parent_id);

CREATE TABLE places.address_alias (
    address_id uuid NOT NULL REFERENCES places.address,
    alias text NOT NULL,
    normalised text NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (normalised, address_id)
);
CREATE INDEX address_alias_prefix ON places.address_alias (normalised text_pattern_ops);

-- `feature` is the permanent id of a thing on the map; each version of its shape is a row.
CREATE TABLE places.feature (
    id uuid PRIMARY KEY,
    feature uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('road', 'water', 'block', 'building')),
    code text NOT NULL,
    name text NOT NULL,
    height double precision,
    wkb bytea NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    valid_from timestamptz,
    valid_to timestamptz CHECK (valid_to > valid_from),
    recorded timestamptz NOT NULL,
    UNIQUE (feature, version)
);
CREATE UNIQUE INDEX feature_now ON places.feature (source, kind, code) WHERE valid_to IS NULL;
CREATE INDEX feature_box ON places.feature (kind, west, south) WHERE valid_to IS NULL;

-- A day has first = last; `until` is the last day of the period.
CREATE TABLE places.count (
    jurisdiction_id uuid NOT NULL REFERENCES places.jurisdiction,
    measure text NOT NULL,
    since date NOT NULL,
    until date NOT NULL CHECK (until >= since),
    value double precision NOT NULL,
    unit text NOT NULL,
    source text NOT NULL,
    recorded timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, measure, since, until, source)
);

GRANT USAGE ON SCHEMA places TO yiwang_app;
GRANT SELECT, INSERT, UPDATE ON places.edition, places.jurisdiction, places.placing, places.boundary, places.grid_system,
    places.grid_cell, places.address, places.address_alias, places.feature, places.count TO yiwang_app;
GRANT DELETE ON places.address_alias TO yiwang_app;
