"""Open311 GeoReport v2 as a server: the catalogue of matters as services, reports as requests, JSON and XML."""
