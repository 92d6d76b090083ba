"""Room matters."""
