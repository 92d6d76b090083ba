"""The steps of a case, from filing to its end, and what a step needs."""
