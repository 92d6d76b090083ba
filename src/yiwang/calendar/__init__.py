"""Room calendar."""
