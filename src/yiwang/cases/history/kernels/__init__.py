"""Arithmetic over columns: lives of cases step by step, texts and JSON, and the bytes of PostgreSQL's COPY. Pure."""
