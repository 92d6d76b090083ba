"""A district to look at; all of it 演示数据."""
