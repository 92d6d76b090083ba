"""Residents: reporting without an account, following by a link only the reporter holds, adding, rating, joining."""
