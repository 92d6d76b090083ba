"""The only room that knows all others: settings, wiring, HTTP, workers, command line, replay."""
