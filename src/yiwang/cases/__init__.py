"""Cases 案卷: filed from events, dispatched, received, handled, checked, closed; their clocks and their timeline."""
