"""All SQL of looks, exports and erasing."""
