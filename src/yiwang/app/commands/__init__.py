"""The command line's commands, a file for each group; every one calls what the API calls."""
