"""Room cases."""
