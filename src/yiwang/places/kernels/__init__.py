"""Pure arithmetic of places: datums, points in polygons, schematic polygons, the words of addresses."""
