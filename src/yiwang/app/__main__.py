"""`python -m yiwang.app` is the command `yiwang`."""

from yiwang.app.cli import main

main()
