"""All SQL of history: `batches` keeps what is on its way, `writing` puts it into the tables of events and cases."""
