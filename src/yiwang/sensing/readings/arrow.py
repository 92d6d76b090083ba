"""The latest values as an Arrow IPC stream: what data tools read without parsing."""

from yiwang.sensing.readings.asking import Last

MEDIA = "application/vnd.apache.arrow.stream"


def stream(last: Last) -> bytes:
    """Return one record batch: device (its id's 16 bytes) and metric as dictionaries, time (ms UTC), value, quality."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and needed by who asks for it only

    columns = last.columns
    devices = pa.array([one.bytes for one in last.devices], pa.binary(16))
    metrics = pa.array(last.metrics, pa.utf8())
    table = pa.table(
        {
            "device": pa.DictionaryArray.from_arrays(pa.array(last.device, pa.int32()), devices),
            "metric": pa.DictionaryArray.from_arrays(pa.array(last.metric, pa.int32()), metrics),
            "time": pa.array(columns.time, pa.timestamp("ms", "UTC")),
            "value": columns.value,
            "quality": columns.quality,
        }
    )
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    whole: bytes = sink.getvalue().to_pybytes()
    return whole
