"""The life of the demo city: what people report, what sensors send, what handlers do and fail to do."""
