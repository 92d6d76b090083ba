"""All SQL of accounts, sessions, keys, roles and the tree of scopes."""
