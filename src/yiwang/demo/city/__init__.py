"""A made-up district, grown from the boundaries of its neighbourhoods: same seed, same city. Pure."""
