"""All SQL of places: the tree, boundaries and grids, addresses, map features and counts."""
