"""Cases as they are looked at: found, listed, shown, exported; and what is forgotten of them."""
