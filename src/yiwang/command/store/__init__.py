"""All SQL of command, by what it is about."""
