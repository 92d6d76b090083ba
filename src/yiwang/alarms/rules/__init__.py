"""Alarm rules as declarations with versions, contexts they look at, and rules tried over the history."""
