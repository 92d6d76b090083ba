"""What alarm rules are, read and written as TOML, and which of them holds for which series."""
