"""What `make check` holds this repository to, beside its linters: see __main__.py for the list."""
