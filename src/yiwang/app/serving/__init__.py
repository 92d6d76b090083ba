"""`yiwang serve`: the processes, what they listen on, and how they answer."""
