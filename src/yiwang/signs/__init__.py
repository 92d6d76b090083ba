"""Vital signs 体征: indicators of district, streets, sectors and neighbourhoods, their levels, and what follows."""
