"""Keeping what there is: backup and restore, retention, and mending the log's and the lake's places."""
