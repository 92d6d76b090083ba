"""Room lake."""
