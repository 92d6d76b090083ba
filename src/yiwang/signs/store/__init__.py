"""All SQL of signs."""
