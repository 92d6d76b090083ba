"""CloudEvents 1.0 in over HTTP: binary, structured and batched; an event's type leads to its channel.

The parser is our own: the public one fills in an id and a time that are missing, by chance and the clock, so that an
event sent twice would be two; it has no batches; and its errors do not name one attribute each.
"""
