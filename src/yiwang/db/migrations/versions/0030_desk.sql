-- What the desk keeps for those who sit at it: phrases of an organisation 常用语, views of an account.
CREATE TABLE command.phrase (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    jurisdiction_id uuid,
    verb text NOT NULL,
    text text NOT NULL,
    by uuid NOT NULL,
    recorded timestamptz NOT NULL,
    UNIQUE (organisation_id, verb, text)
);

CREATE TABLE command.saved_view (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    page text NOT NULL,
    name text NOT NULL,
    search jsonb NOT NULL,
    recorded timestamptz NOT NULL,
    UNIQUE (account_id, page, name)
);

-- What is expedited and not done yet: the tab 督办 of the desk.
CREATE INDEX instruction_expediting ON command.instruction (case_id)
    WHERE case_id IS NOT NULL AND state IN ('given', 'received');

GRANT SELECT, INSERT, UPDATE, DELETE ON command.phrase, command.saved_view TO yiwang_app;
