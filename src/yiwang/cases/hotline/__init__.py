"""12345: orders of the city's hotline: limits, first contact, return up to the city, answer, call back, files."""
