"""Replaying a city's requests: a file of reports with their own times, driven through the public verbs."""
