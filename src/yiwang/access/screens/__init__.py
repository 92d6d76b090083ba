"""Displays of the wall: a code typed once at the display gives it a key that reads and never signs out."""

from yiwang.access.screens.showing import LIFE_OF_CODE, OpenedScreen, add_screen, end_screen, list_screens, open_screen

__all__ = ["LIFE_OF_CODE", "OpenedScreen", "add_screen", "end_screen", "list_screens", "open_screen"]
