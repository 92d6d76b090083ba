"""The map's layers: which there are, and what each shows in a window, within what one may see."""
