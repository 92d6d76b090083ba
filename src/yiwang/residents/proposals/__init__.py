"""Suggestions and needs 数智: residents write them, staff opens them to all, residents vote, staff answers."""
